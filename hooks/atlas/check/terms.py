"""Every id that points into the vocabulary exists, and every local word resolves to the term it stands for."""

import re
from collections.abc import Iterator

from atlas.load.fold import fold
from atlas.load.read import Folder, Tree, Vocabulary
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule, allowed, did_you_mean
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, fact_record
from atlas.topics.document_file import DOCUMENT
from atlas.topics.shape import Field, Many, Record, Shape, Term
from atlas.topics.vocabulary_file import LAW_SECTION, VOCABULARIES

UNKNOWN_TERM = Rule(
    "A402",
    "Ordet finns inte i ordlistan.",
    "Verksamheter, professioner, grupper, kommuner och lagar har samma id i alla avtal, så att de går att jämföra. "
    "Välj ett id som finns, eller lägg till ett nytt i ordlistans fil.",
    "actor: barnhalsovard",
)
UNKNOWN_FORM = Rule(
    "A403",
    "Avtalets ord finns inte bland termens former.",
    "Ordlistan vet vilka ord avtalen använder för samma sak. Lägg till ordet under forms i ordlistans fil, eller välj "
    "en annan term.",
    "forms:\n  - BVC\n  - barnavårdscentral",
)
# The form in the browser says the same.
NO_SUCH_TERM = "«{text}» finns inte {where}."


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all words of folders that point into the vocabulary."""
    for folder in tree.folders:
        for topic, fact in folder.facts():
            if topic in TOPICS:
                yield from _terms(tree, folder, fact, fact_record(TOPICS[topic]))
                yield from _named_as(tree, fact)
        if folder.root and folder.kind == "document":
            yield from _terms(tree, folder, folder.root, DOCUMENT)
        if folder.root and folder.root.get("municipalities"):
            yield from _municipalities(tree, folder)


def check_vocabulary(tree: Tree) -> Iterator[Finding]:
    """Findings of all words of the vocabulary that point into it."""
    for name, vocabulary in tree.vocabularies.items():
        for _, record in vocabulary.root.entries if vocabulary.root and name in VOCABULARIES else ():
            yield from _terms(tree, None, record, VOCABULARIES[name])
            sections = record.get("sections") if isinstance(record, Mapping) else None
            for _, section in sections.entries if isinstance(sections, Mapping) else ():
                yield from _terms(tree, None, section, LAW_SECTION)


def _terms(tree: Tree, folder: Folder | None, node: Node, shape: Shape) -> Iterator[Finding]:
    if isinstance(shape, Record) and isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text in shape.fields:
                yield from _terms(tree, folder, value, shape.fields[key.text].shape)
    elif isinstance(shape, Many):
        for item in node.items if isinstance(node, Sequence) else (node,):
            yield from _terms(tree, folder, item, shape.item)
    elif isinstance(shape, Term) and isinstance(node, Scalar) and node.text and are_readable(tree, shape):
        known = known_ids(tree, folder, shape)
        if node.text not in known:
            message = NO_SUCH_TERM.format(text=node.text, where=where(shape))
            yield UNKNOWN_TERM.at(node.span, message, did_you_mean(node.text, known), allowed(known))


def are_readable(tree: Tree, term: Term) -> bool:
    """Whether the vocabularies of a term could be read. One that could not has its own finding, and proves nothing."""
    files = (tree.vocabularies.get(name) for name in term.vocabularies if name != "parties")
    return all(file and file.root for file in files)


def where(term: Term) -> str:
    """The places where the ids of a term are told, in words."""
    places = [f"i {name}.yml" for name in term.vocabularies if name != "parties"]
    places += ["bland parterna i filen"] * ("parties" in term.vocabularies)
    return " eller ".join(part for part in (", ".join(places[:-1]), places[-1]) if part)


def known_ids(tree: Tree, folder: Folder | None, term: Term) -> list[str]:
    """The ids that a term may be: of its vocabularies, and of this file's parties where it may be one."""
    known = [id for name in term.vocabularies for id in tree.ids(name)]
    return known + list(folder.parties) if folder and "parties" in term.vocabularies else known


def _municipalities(tree: Tree, folder: Folder) -> Iterator[Finding]:
    assert folder.root
    node = folder.root.get("municipalities")
    field: Field = AGREEMENT.fields["municipalities"]
    if node and not (isinstance(node, Scalar) and node.text == "all"):
        yield from _terms(tree, folder, node, field.shape)


# Words as the agreement writes them, the key beside them with the term that they stand for, and its vocabulary.
_AS_WRITTEN = (("named_as", "service", "services"), ("body", "function", "bodies"), ("as_written", "act", "laws"))


def _named_as(tree: Tree, fact: Mapping) -> Iterator[Finding]:
    laws = fact.get("law")
    records = [fact, *(laws.items if isinstance(laws, Sequence) else (laws,))]
    for record in records:
        for words, id, vocabulary in _AS_WRITTEN:
            if isinstance(record, Mapping):
                yield from _resolves(tree.vocabularies.get(vocabulary), record.get(words), record.text(id))


def _resolves(vocabulary: Vocabulary | None, node: Node | None, id: str) -> Iterator[Finding]:
    """A local word stands for its term when one of the term's forms stands in it."""
    if not isinstance(node, Scalar) or not vocabulary or id not in vocabulary.ids:
        return
    words, forms = fold(node.text).casefold(), vocabulary.forms(id)
    if not any(form in words and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words) for form in forms):
        message = f"«{node.text}» står inte under forms för {id} i {vocabulary.name}.yml."
        yield UNKNOWN_FORM.at(node.span, message, did_you_mean(words, forms), allowed(forms, what="Former"))
