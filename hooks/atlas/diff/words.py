"""Values and words as a difference tells them: a fact in a few words, and what of it changed.

In: facts, with the atlas and the agreement that name things in them. Out: Swedish. Not here: whole sentences (told.py).
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.common import ANY_TOPIC, when
from atlas.topics.shape import Choice, Day, Field, Flag, Many, Record, Shape, Term, Words
from atlas.topics.topic import STATUSES

NOTHING = "inget värde"
# How many words of the common ground stand around words that differ.
_AROUND = 4


def label(status: str) -> str:
    """A status within a sentence."""
    return STATUSES[status].label.lower()


def fact_words(atlas: Atlas, agreement: Agreement, fact: Fact) -> str:
    """A fact in a few words: its values if they can be told in short, else our sentence."""
    if fact.status == "delegated":
        return f"hänvisas till {fact.to}"
    brief = _value_brief(fact)
    named = [name for each in _terms(fact) for name in _names(atlas, agreement, each, fact)]
    words = ": ".join(part for part in (", ".join(named), brief) if part) if brief else fact.says.rstrip(".")
    return words if fact.status == "stated" else f"{words} ({label(fact.status)})"


def _value_brief(fact: Fact) -> str:
    """The brief answer, unless all that it tells is what the fact is about: then our sentence says more."""
    brief = TOPICS[fact.topic].brief
    values = {key: value for key, value in fact.values.items() if key != "about"}
    return brief(fact.values) if brief(values) else ""


def _terms(fact: Fact) -> Iterator[str]:
    for key, field in TOPICS[fact.topic].fields.items():
        shape = field.shape.item if isinstance(field.shape, Many) else field.shape
        if key in fact.values and isinstance(shape, Term):
            yield key


def _names(atlas: Atlas, agreement: Agreement, key: str, fact: Fact) -> Iterator[str]:
    value = fact.values[key]
    shape = TOPICS[fact.topic].fields[key].shape
    item = shape.item if isinstance(shape, Many) else shape
    for each in value if isinstance(value, list) else [value]:
        yield in_words(atlas, agreement, item, each)


def value_changes(old: Atlas, before: Agreement, was: Fact, new: Atlas, after: Agreement, now: Fact) -> Iterator[str]:
    """The values that changed, old → new: in the topic's own few words as far as those tell it, else key by key."""
    fields = {**TOPICS[was.topic].fields, **TOPICS[now.topic].fields, **ANY_TOPIC}
    changed = [key for key in fields if was.values.get(key) != now.values.get(key)]
    told = [key for key in changed if _in_brief(was, key) or _in_brief(now, key)]
    short, now_short = TOPICS[was.topic].brief(was.values), TOPICS[now.topic].brief(now.values)
    if told and short != now_short:
        yield f"{short or NOTHING} → {now_short or NOTHING}"
    for key in changed:
        if key not in told or short == now_short:
            yield (
                f"{fields[key].called}: {_value(old, before, fields[key], was.values.get(key))} → "
                f"{_value(new, after, fields[key], now.values.get(key))}"
            )


def _in_brief(fact: Fact, key: str) -> bool:
    """Whether the brief answer tells a value: it reads otherwise without it."""
    brief = TOPICS[fact.topic].brief
    return brief(fact.values) != brief({name: value for name, value in fact.values.items() if name != key})


def _value(atlas: Atlas, agreement: Agreement, field: Field, value: Any) -> str:
    return NOTHING if value is None else in_words(atlas, agreement, field.shape, value)


def in_words(atlas: Atlas, agreement: Agreement, shape: Shape, value: Any) -> str:
    """A value in words, as its shape says."""
    match shape:
        case Many(item):
            values = value if isinstance(value, list) else [value]
            return ", ".join(in_words(atlas, agreement, item, each) for each in values)
        case Record(fields):
            told = (
                (fields[key].called, in_words(atlas, agreement, fields[key].shape, each)) for key, each in value.items()
            )
            return "(" + ", ".join(f"{name}: {words}" for name, words in told) + ")"
        case Term(vocabularies):
            return _term(atlas, agreement, vocabularies, value)
        case Choice(options):
            return options.get(value, value)
        case Flag():
            return "ja" if value else "nej"
        case Day():
            return when(value)
        case Words():
            return f"«{value}»"
        case _:
            return str(value)


def _term(atlas: Atlas, agreement: Agreement, vocabularies: tuple[str, ...], id: str) -> str:
    if "parties" in vocabularies:
        for fact in agreement.answers["parties"].facts:
            if fact.values.get("party") == id:
                return str(next(iter(fact.values.get("names", ())), id))
    return next((name for each in vocabularies if (name := atlas.name(each, id)) != id), id)


def wording(before: str, after: str) -> str:
    """Two wordings, each cut to what differs and a few words around it: «… högst sex dagar» → «… högst nio dagar»."""
    old, new = before.split(), after.split()
    blocks = [block for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks() if block.size]
    head = blocks[0].size if blocks and blocks[0].a == blocks[0].b == 0 else 0
    tail = blocks[-1].size if blocks and blocks[-1].a + blocks[-1].size == len(old) else 0
    tail = tail if blocks and blocks[-1].b + blocks[-1].size == len(new) else 0
    return f"{_cut(old, head, tail)} → {_cut(new, head, tail)}"


def _cut(words: list[str], head: int, tail: int) -> str:
    start, end = max(0, head - _AROUND), min(len(words), len(words) - tail + _AROUND)
    return f"«{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}»"
