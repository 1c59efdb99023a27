"""Values are proven too: what a fact says in figures, dates and names stands in its quote, or the fact says why not.

The proof reads the quote as it is written in the file: the quote itself is proven in quotes.py.
"""

import re
from collections.abc import Iterator

from atlas.check.numbers import dates_in, months_in, numbers_in, shares_in
from atlas.check.terms import parties
from atlas.check.walk import misfits
from atlas.load.fold import fold
from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule
from atlas.topics import TOPICS
from atlas.topics.common import ANY_TOPIC, MODALITY
from atlas.topics.shape import Choice, Day, Field, Many, Number, Record, Shape, Share, Term, Words

NOT_IN_QUOTE = Rule(
    "A208",
    "Ett värde står inte i sitt citat.",
    "Läsaren ska kunna se siffran, datumet eller ordet i avtalets egen mening. Ta med fler ord i citatet, rätta värdet, "
    "eller förklara med because: varför det ändå stämmer.",
    "months: 12\nbecause: Ett år är tolv månader.",
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
    "far": r"får|har rätt|äger rätt",
    "mal": r"mål\w*|syfte\w*|eftersträva\w*|sträva\w*",
    "framst": r"främst|i huvudsak|huvudsakligen",
}


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all values that their quotes do not prove."""
    for folder in tree.folders:
        for topic, fact in folder.facts():
            fields = {**ANY_TOPIC, **TOPICS[topic].fields} if topic in TOPICS else {}
            quote = fold(fact.text("quote").replace("[…]", " "))
            if not quote:
                continue
            unproven = list(_unproven(tree, folder, fact, fields, quote))
            because = fact.get("because")
            if because is None:
                yield from unproven
            elif not unproven:
                yield NEEDLESS.at(because.span, "Alla värden i faktumet står i citatet. Ta bort raden because.")


def _unproven(tree: Tree, folder: Folder, fact: Mapping, fields: dict[str, Field], quote: str) -> Iterator[Finding]:
    for key, node in fact.entries:
        field = fields.get(key.text)
        if field is None or any(misfits(node, field.shape, key.text)):
            continue  # what is misshapen has its own finding
        for value, shape in _scalars(node, field.shape):
            if not _stands(tree, folder, value.text, shape, quote):
                shown = fold(fact.text("quote"))
                yield NOT_IN_QUOTE.at(
                    value.span,
                    f"«{value.text}» under «{key.text}» {_missing(shape)} i citatet.",
                    f"Citatet: «{shown if len(shown) < 160 else shown[:159] + '…'}»",
                )


def _scalars(node: Node, shape: Shape) -> Iterator[tuple[Scalar, Shape]]:
    if isinstance(shape, Record) and isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _scalars(value, shape.fields[key.text].shape)
    elif isinstance(shape, Many):
        for item in node.items if isinstance(node, Sequence) else (node,):
            yield from _scalars(item, shape.item)
    elif isinstance(node, Scalar):
        yield node, shape


def _missing(shape: Shape) -> str:
    if isinstance(shape, Term):
        return "nämns inte med någon av sina former"
    return "står inte, varken i siffror eller i ord," if isinstance(shape, Number | Share | Day) else "står inte"


def _stands(tree: Tree, folder: Folder, value: str, shape: Shape, quote: str) -> bool:
    if isinstance(shape, Number):
        in_months = shape.unit == "months" and int(value) in months_in(quote)
        return in_months or (shape.unit != "months" and int(value) in numbers_in(quote))
    if isinstance(shape, Share):
        return shape.read(value) in shares_in(quote)
    if isinstance(shape, Day):
        return value in dates_in(quote)
    if isinstance(shape, Choice):
        return shape is not MODALITY or re.search(rf"\b(?:{_MODAL_WORDS[value]})\b", quote, re.IGNORECASE) is not None
    if isinstance(shape, Words):
        return not shape.as_written or _begins_a_word(fold(value).casefold(), quote.casefold())
    if isinstance(shape, Term) and shape.named_in_quote:
        return any(_begins_a_word(form, quote.casefold()) for form in _forms(tree, folder, value, shape))
    return True


def _forms(tree: Tree, folder: Folder, id: str, term: Term) -> Iterator[str]:
    for name in term.vocabularies:
        if name in tree.vocabularies:
            yield from tree.vocabularies[name].forms(id)
    party = parties(folder).get(id) if "parties" in term.vocabularies else None
    names = party.get("names") if party else None
    if isinstance(names, Sequence):
        yield from (fold(name.text).casefold() for name in names.items if isinstance(name, Scalar))


def _begins_a_word(words: str, quote: str) -> bool:
    at = quote.find(words)
    while at >= 0:
        if at == 0 or not quote[at - 1].isalnum():
            return True
        at = quote.find(words, at + 1)
    return False
