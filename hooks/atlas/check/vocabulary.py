"""The vocabulary's files are of their shapes, and the ones that pages need are there."""

import re
from collections.abc import Iterator

from atlas.check.walk import RESERVED_NAMES, misfits
from atlas.load.fold import fold
from atlas.load.read import Tree, Vocabulary
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule, Span, allowed
from atlas.topics.vocabulary_file import LAW_SECTION, VOCABULARIES

UNKNOWN_FILE = Rule(
    "A410",
    "Ordlistan har en fil som ingen läser, eller saknar en.",
    "Ordlistans filer har fasta namn, och bara de läses. Byt namn på filen, eller lägg tillbaka den som saknas.",
    "agreements/vocabulary/services.yml",
)
FORM_TWICE = Rule(
    "A411",
    "Samma form står under två poster i ordlistan.",
    "Då går det inte att veta vilken som menas. Bara en fras som nämner båda, som «mödra- och barnhälsovård», får stå "
    "på två ställen, och då förklarar en note under båda varför.",
    "note: «mödra- och barnhälsovård» nämner två verksamheter i en fras.",
)
ODD_ID = Rule(
    "A413",
    "Postens id går inte att använda i en adress.",
    "Ett id i ordlistan blir en del av adresser på webbplatsen. Det består av små bokstäver a–z, siffror och "
    "understreck, börjar med en bokstav och är högst 60 tecken. Hur termen ska skrivas på webbplatsen står under name.",
    "oppen_forskola:\n  name: öppen förskola",
)
# An abbreviation is its own id: a word as agreements write it, in no address.
_ID, _WORD = re.compile(r"[a-z][a-z0-9_]{0,59}"), re.compile(r"[^\W_]([^\W_]|[ ./-]){0,59}")


def check_vocabulary(tree: Tree) -> Iterator[Finding]:
    """Findings of all files of the vocabulary."""
    unreadable = {finding.span.path for finding in tree.findings}
    for name in VOCABULARIES.keys() - tree.vocabularies.keys():
        path = f"agreements/vocabulary/{name}.yml"
        if path not in unreadable:
            yield UNKNOWN_FILE.at(Span(path), f"Filen {name}.yml saknas.", allowed(VOCABULARIES, what="Filer"))
    for name, vocabulary in tree.vocabularies.items():
        if name not in VOCABULARIES:
            yield UNKNOWN_FILE.at(
                Span(vocabulary.file.path), f"Ingen läser filen {name}.yml.", allowed(VOCABULARIES, what="Filer")
            )
        elif vocabulary.root:
            for key, record in vocabulary.root.entries:
                if not (_WORD if name == "abbreviations" else _ID).fullmatch(key.text) or key.text in RESERVED_NAMES:
                    yield ODD_ID.at(key.span, f"«{key.text}» kan inte vara ett id.")
                yield from misfits(_without_sections(record), VOCABULARIES[name], key.text)
                yield from _sections(record)
            yield from _forms(vocabulary)


def _without_sections(record: Node) -> Node:
    """Sections are checked one by one, since their keys are the agreements' own; here they count only as present."""
    if not isinstance(record, Mapping):
        return record
    return Mapping(record.span, tuple((key, _emptied(key, value)) for key, value in record.entries))


def _emptied(key: Scalar, value: Node) -> Node:
    return Mapping(value.span, ()) if key.text == "sections" and isinstance(value, Mapping) else value


def _sections(record: Node) -> Iterator[Finding]:
    sections = record.get("sections") if isinstance(record, Mapping) else None
    for key, section in sections.entries if isinstance(sections, Mapping) else ():
        yield from misfits(section, LAW_SECTION, key.text)


def _forms(vocabulary: Vocabulary) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for id in vocabulary.ids:
        record = vocabulary.record(id)
        forms = record.get("forms") if record else None
        for form in forms.items if isinstance(forms, Sequence) else ():
            if not isinstance(form, Scalar):
                continue
            words = fold(form.text).casefold()
            other = seen.setdefault(words, id)
            both_told = all(_note(vocabulary, each) for each in (id, other))
            if other != id and not both_told:
                yield FORM_TWICE.at(form.span, f"«{form.text}» står redan under {other}.")


def _note(vocabulary: Vocabulary, id: str) -> str:
    record = vocabulary.record(id)
    return record.text("note") if record else ""
