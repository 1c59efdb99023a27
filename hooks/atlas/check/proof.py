"""Values are proven too: what a fact says in figures, dates and names stands in its quote, or the fact says why not.

The proof reads the quote as it is written in the file: the quote itself is proven in quotes.py. What is proven beside a
quote, in a document, is for document_proof.py, which uses the same means.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Fields
from dataclasses import dataclass
from functools import lru_cache

from atlas.check.numbers import dates_in, month_names_in, months_in, numbers_in, shares_in, steps_in, weeks_in
from atlas.check.terms import are_readable, known_ids
from atlas.check.walk import misfits
from atlas.load.fold import fold
from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule
from atlas.topics import TOPICS
from atlas.topics.common import ANY_TOPIC, MODALITY
from atlas.topics.document_file import RHYTHM
from atlas.topics.shape import Choice, Day, Field, Many, Number, Record, Shape, Share, Term, Words

NOT_IN_QUOTE = Rule(
    "A208",
    "Ett värde står inte i sitt citat.",
    "Läsaren ska kunna se siffran, datumet eller ordet i avtalets egen mening. Ta med fler ord i citatet, rätta "
    "värdet, eller förklara med because: varför det ändå stämmer.",
    "months: 12\nbecause: Mån är en förkortning av månader.",
)
NEEDLESS = Rule(
    "A209",
    "because behövs inte längre.",
    "Alla värden står i citatet, så förklaringen gör läsaren osäker i onödan. Ta bort den.",
    "months: 12",
)

_MODAL_WORDS = {
    "ska": r"ska|skall",
    "bor": r"bör|böra",
    "kan": r"kan",
    "far": r"får|(?:har|äger)(?: \w+){0,2} rätt",
    "mal": r"mål\w*|syft\w*|eftersträva\w*|sträva\w*",
    "framst": r"främst|i huvudsak|huvudsakligen",
}
_RHYTHM_WORDS = {
    "monthly": r"varje månad|månatlig\w*|månadsvis|(?:gång|gånger) (?:per|i) månad\w*",
    "yearly": r"varje år|årlig\w*|årsvis|(?:gång|gånger) (?:per|om) året|(?:gång|gånger) per år",
    "start": r"introdu\w*|nyanställ\w*|ny personal|nya medarbetare|tillträd\w*|vid start",
    "handover": r"överlämn\w*|efterträd\w*|(?:vid )?avslut\w*",
}
# Choices that words prove: the shape itself, and the words for each option. Without words, an option needs none.
_CHOICES = ((MODALITY, _MODAL_WORDS), (RHYTHM, _RHYTHM_WORDS))
_COUNTED = {"months": months_in, "month": month_names_in, "week": weeks_in, "step": steps_in}


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all values that their quotes do not prove."""
    for folder in tree.folders:
        for topic, fact in folder.facts():
            fields = {**ANY_TOPIC, **TOPICS[topic].fields} if topic in TOPICS else {}
            quote = fold(fact.text("quote").replace("[…]", " "))
            if not quote:
                continue
            found = [not_in_quote(tree, folder, fact, each) for each in unproven(tree, folder, fact, fields, quote)]
            yield from or_because(tree, folder, fact, fields, found)


def or_because(
    tree: Tree, folder: Folder, node: Mapping, fields: Fields[str, Field], found: list[Finding]
) -> Iterator[Finding]:
    """What is unproven, unless the node says why; and that it says so, when nothing is unproven."""
    because = node.get("because")
    if because is None:
        yield from found
    elif not found and _is_settled(tree, folder, node, fields):
        what = "posten går att läsa i texten" if folder.kind == "document" else "faktumet står i citatet"
        yield NEEDLESS.at(because.span, f"Alla värden i {what}. Ta bort raden because.")


@dataclass(frozen=True, slots=True)
class Unproven:
    """A value that the words do not prove, with the key that it stands under and its shape."""

    key: str
    value: Scalar
    shape: Shape


def unproven(tree: Tree, folder: Folder, fact: Mapping, fields: Fields[str, Field], quote: str) -> Iterator[Unproven]:
    """Every value under the given fields that does not stand in the words of `quote`."""
    for key, node in fact.entries:
        field = fields.get(key.text)
        if field is None or any(misfits(node, field.shape, key.text)):
            continue  # what is misshapen has its own finding
        for value, shape in scalars(node, field.shape):
            if not _stands(tree, folder, value.text, shape, quote):
                yield Unproven(key.text, value, shape)


def not_in_quote(tree: Tree, folder: Folder, node: Mapping, each: Unproven) -> Finding:
    """The finding that a value does not stand in the quote beside it."""
    shown = fold(node.text("quote"))
    return NOT_IN_QUOTE.at(
        each.value.span,
        f"«{each.value.text}» under «{each.key}» {_missing(each.shape)}.",
        f"Citatet: «{shown if len(shown) < 160 else shown[:159] + '…'}»",
        forms_hint(tree, folder, each),
    )


def forms_hint(tree: Tree, folder: Folder, each: Unproven) -> str:
    """The written forms that would name a term; nothing for other values."""
    forms = ", ".join(_forms(tree, folder, each.value.text, each.shape)) if isinstance(each.shape, Term) else ""
    return forms and f"Former: {forms}"


def _is_settled(tree: Tree, folder: Folder, fact: Mapping, fields: Fields[str, Field]) -> bool:
    """Whether every value could be held against the quote: none is misshapen or unknown, which is found elsewhere."""
    held = [(node, fields[key.text].shape) for key, node in fact.entries if key.text in fields]
    terms = ((value, shape) for node, shape in held for value, shape in scalars(node, shape) if isinstance(shape, Term))
    return not any(finding for node, shape in held for finding in misfits(node, shape, "")) and all(
        _is_known(tree, folder, value.text, shape) for value, shape in terms
    )


def _is_known(tree: Tree, folder: Folder, id: str, term: Term) -> bool:
    return are_readable(tree, term) and id in known_ids(tree, folder, term)


def scalars(node: Node, shape: Shape) -> Iterator[tuple[Scalar, Shape]]:
    """Every scalar that has a shape, as far as the node is of that shape."""
    if isinstance(shape, Record) and isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text in shape.fields:
                yield from scalars(value, shape.fields[key.text].shape)
    elif isinstance(shape, Many):
        for item in node.items if isinstance(node, Sequence) else (node,):
            yield from scalars(item, shape.item)
    elif isinstance(node, Scalar):
        yield node, shape


def _missing(shape: Shape) -> str:
    if isinstance(shape, Term):
        return "nämns inte i citatet med någon av sina former"
    if isinstance(shape, Choice):
        return "svarar inte mot något ord i citatet"
    figures = isinstance(shape, Number | Share | Day)
    return "står inte i citatet" + (", varken i siffror eller i ord" if figures else "")


def _stands(tree: Tree, folder: Folder, value: str, shape: Shape, quote: str) -> bool:
    if isinstance(shape, Number):
        return int(value) in _COUNTED.get(shape.unit, numbers_in)(quote)
    if isinstance(shape, Share):
        return shape.read(value) in shares_in(quote)
    if isinstance(shape, Day):
        return value in dates_in(quote)
    if isinstance(shape, Choice):
        words = next((words for choice, words in _CHOICES if choice is shape), {}).get(value)
        return words is None or re.search(rf"\b(?:{words})\b", quote, re.IGNORECASE) is not None
    if isinstance(shape, Words):
        return not shape.as_written or bool(_places(fold(value).casefold(), quote.casefold()))
    if isinstance(shape, Term) and shape.named_in_quote and _is_known(tree, folder, value, shape):
        # A term whose forms could not be read has its own finding.
        return not _has_forms(tree, value, shape) or _named(tree, folder, value, shape, quote.casefold())
    return True


def _has_forms(tree: Tree, id: str, term: Term) -> bool:
    known = [each for name in term.vocabularies if (each := tree.vocabularies.get(name)) and id in each.ids]
    records = [each.record(id) for each in known]
    return all(record and isinstance(record.get("forms"), Sequence) for record in records)


def _forms(tree: Tree, folder: Folder, id: str, term: Term) -> Iterator[str]:
    for name in term.vocabularies:
        if name in tree.vocabularies:
            yield from tree.vocabularies[name].forms(id)
    party = folder.parties.get(id) if "parties" in term.vocabularies else None
    names = party.get("names") if party else None
    if isinstance(names, Sequence):
        yield from (fold(name.text).casefold() for name in names.items if isinstance(name, Scalar))


def _named(tree: Tree, folder: Folder, id: str, term: Term, quote: str) -> bool:
    """Whether one of the term's forms stands in the quote, and not as a part of another term's longer form."""
    own = set(_forms(tree, folder, id, term))
    standing = [form for form in own if form in quote]
    if not standing:
        return False
    vocabularies = [tree.vocabularies[name] for name in term.vocabularies if name in tree.vocabularies]
    others = {form for each in vocabularies for other in each.ids for form in each.forms(other)} - own
    for form in standing:
        longer = [place for other in others if form in other and other in quote for place in _places(other, quote)]
        if any(not any(a <= start and end <= b for a, b in longer) for start, end in _places(form, quote)):
            return True
    return False


# «barn» is named by «barnet» and «barnens», but not by «barnhälsovård».
_INFLECTED = r"(?:e?[nt]|[aeo]?r(?:na)?|na)?s?(?!\w)"


def _places(words: str, quote: str) -> list[tuple[int, int]]:
    """Where words stand in a quote, as whole words or inflected."""
    # Most words stand nowhere in it, and a pattern is dear to make.
    return [match.span() for match in _pattern(words).finditer(quote)] if words in quote else []


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}{_INFLECTED}")
