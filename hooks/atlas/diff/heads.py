"""What is said of a document as a whole, in two states: its head and its text.

In: two documents, and the atlases that name things in them. Out: `HeadChange` and `TextChange` values. Not here: facts.
"""

from collections.abc import Callable, Iterator

from atlas.diff.changes import HeadChange, TextChange
from atlas.load.markdown import Text
from atlas.model.agreement import Agreement, Atlas, Document
from atlas.topics.agreement_file import IN_FORCE, LEFT_OUT, RELATION
from atlas.topics.common import LEVEL, when
from atlas.views.names import short_name

# The later state and the earlier one: what only one of them knows has the same name in both.
Known = tuple[Atlas, Atlas]
Told = Callable[[Known, Document], tuple[str, ...]]


def head_changes(old: Atlas, before: Document, new: Atlas, after: Document) -> Iterator[HeadChange]:
    """What differs in two heads. Of what can be many only those that differ are told."""
    fields = _FIELDS | (_AGREEMENT_FIELDS if isinstance(before, Agreement) and isinstance(after, Agreement) else {})
    # With a new text it is the text's change that tells whether it has been read.
    fields |= _READ if before.text.fingerprint == after.text.fingerprint else {}
    for field, (label, told) in fields.items():
        was, now = told((new, old), before), told((new, old), after)
        if was != now:
            gone, come = (tuple(each for each in one if each not in other) for one, other in ((was, now), (now, was)))
            yield HeadChange(field, label, gone, come)


def text_change(before: Document, after: Document) -> TextChange | None:
    """How the text differs; None when it does not, mark-up aside."""
    old, new = before.text.fingerprint, after.text.fingerprint
    if old == new:
        return None
    return TextChange(old, new, tuple(_changed_clauses(before.text, after.text)), after.review.current)


def _changed_clauses(before: Text, after: Text) -> Iterator[str]:
    was, now = _clauses(before), _clauses(after)
    for path in dict.fromkeys((*now, *was)):
        if was.get(path) != now.get(path):
            yield path[-1]


def _clauses(text: Text) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {clause.path: tuple(block.words.folded for block in clause.blocks) for clause in text.clauses}


def _agreement(document: Document) -> Agreement:
    assert isinstance(document, Agreement)
    return document


def _municipalities(known: Known, document: Document) -> tuple[str, ...]:
    chosen = _agreement(document).municipalities
    return ("hela länet",) if chosen is None else tuple(_municipality(known, each) for each in chosen)


def _municipality(known: Known, id: str) -> str:
    return next((name for atlas in known if (name := atlas.name("municipalities", id)) != id), id)


def _relations(known: Known, document: Document) -> tuple[str, ...]:
    found = []
    for relation in document.relations:
        names = (short_name(atlas, other) for atlas in known if (other := atlas.by_id(relation.to)))
        name = next(names, relation.words or relation.to)
        found.append(f"{RELATION.options[relation.kind]} {name}")
    return tuple(found)


def _decided(_: Known, document: Document) -> tuple[str, ...]:
    decisions = _agreement(document).decided
    return tuple(" ".join([each["by"], when(each["on"])] if "on" in each else [each["by"]]) for each in decisions)


def _in_force(_: Known, document: Document) -> tuple[str, ...]:
    said = _agreement(document).in_force
    details = [when(said["on"]) if "on" in said else "", said.get("source", "")]
    told = ", ".join(part for part in details if part)
    return (IN_FORCE.options[said["answer"]] + (f" ({told})" if told else ""),)


def _notes(_: Known, document: Document) -> tuple[str, ...]:
    return tuple(note.note for note in document.notes)


def _left_out(_: Known, document: Document) -> tuple[str, ...]:
    found = _agreement(document).left_out
    return tuple(f"«{each.quote}» ({LEFT_OUT.options[each.reason]})" for each in found)


_SOURCE = {"held_by": "finns hos", "reference": "diarienummer", "retrieved": "hämtat"}


def _source(_: Known, document: Document) -> tuple[str, ...]:
    return tuple(f"{words} {document.source[key]}" for key, words in _SOURCE.items() if key in document.source)


def _review(_: Known, document: Document) -> tuple[str, ...]:
    return (f"{when(document.review.on)} av {document.review.by}",)


def _current(_: Known, document: Document) -> tuple[str, ...]:
    return ("ja" if document.review.current else "nej, behöver granskas på nytt",)


_FIELDS: dict[str, tuple[str, Told]] = {
    "title": ("Namn", lambda _, document: (document.title,)),
    "kind": ("Slag", lambda _, document: (document.kind_words.lower(),)),
    "relates": ("Hänger ihop med andra", _relations),
    "source": ("Källa", _source),
    "reviewed": ("Granskat", _review),
    "notes": ("Kommentarer till texten", _notes),
}
_READ: dict[str, tuple[str, Told]] = {"current": ("Granskat mot texten som den är", _current)}
_AGREEMENT_FIELDS: dict[str, tuple[str, Told]] = {
    "level": ("Nivå", lambda _, document: (LEVEL.options[_agreement(document).level],)),
    "municipalities": ("Gäller i", _municipalities),
    "decided": ("Beslutat av", _decided),
    "in_force": ("Gäller det i dag?", _in_force),
    "left_out": ("Meningar som inte är uppgifter", _left_out),
}
