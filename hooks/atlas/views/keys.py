"""What counts as a difference: a key for every answer, made from what a machine can compare.

In: agreements. Out: `Key`, and a verdict on a set of agreements. Not here: the words for it (differences.py).

A key holds the status, the other statuses among the facts, and the typed values of each fact. Wording never counts: two
texts that say the same in other words have the same key, and what only stands in words is not compared at all. Only a
name that is the whole answer (`Words.is_name`) counts: who decides.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from atlas.model.agreement import Agreement, Fact
from atlas.model.once import once
from atlas.topics import TOPICS
from atlas.topics.common import ANY_TOPIC
from atlas.topics.shape import Field, Many, Record, Shape, Share, Term, Words

# The four things that can be said of a topic in a set of agreements.
DIFFERS, SAME, WORDS, UNREAD = "differs", "same", "words", "unread"


@dataclass(frozen=True, slots=True)
class Key:
    """What of an answer can be compared. `values` has one text for each fact that carries such values."""

    status: str
    also: tuple[str, ...]
    values: frozenset[str]


@once
def key_of(agreement: Agreement, topic: str) -> Key:
    """The key of an agreement's answer."""
    answer = agreement.answers[topic]
    sides = party_sides(agreement)
    found = {fact_key(fact, sides) for fact in answer.facts}
    return Key(answer.status, answer.also, frozenset(found - {""}))


def fact_key(fact: Fact, sides: Mapping[str, str]) -> str:
    """A fact's status and typed values as one text, the same for the same values; empty when it has none."""
    values = _comparable(fact, sides)
    return json.dumps([fact.status, values], ensure_ascii=False) if values else ""


def has_key(fact: Fact, sides: Mapping[str, str]) -> bool:
    """Whether a fact has anything that can be compared."""
    return bool(_comparable(fact, sides))


def _comparable(fact: Fact, sides: Mapping[str, str]) -> list[Any]:
    return _record(_fields(fact.topic), fact.values, sides, inner=False) if fact.values else []


@cache
def _fields(topic: str) -> Mapping[str, Field]:
    return {**TOPICS[topic].fields, **ANY_TOPIC}


@once
def party_sides(agreement: Agreement) -> dict[str, str]:
    """The side that each party belongs to. The ids of parties are a file's own; the sides are shared by all files."""
    facts = [fact for fact in agreement.answers["parties"].facts if "party" in fact.values]
    unknown = {fact.values["party"]: "part" for fact in facts}
    return unknown | {fact.values["party"]: fact.values["of"] for fact in facts if "of" in fact.values}


def verdict(agreements: Iterable[Agreement], topic: str) -> str:
    """What can be said of a topic in these agreements."""
    return verdict_of([key_of(agreement, topic) for agreement in agreements])


def verdict_of(keys: Sequence[Key]) -> str:
    """`DIFFERS`; else `UNREAD` when nobody has read for it, `WORDS` when only a person can tell, by reading."""
    if len(set(keys)) > 1:
        return DIFFERS
    if any(key.values for key in keys) or all(key.status == "silent" for key in keys):
        return SAME
    return UNREAD if all(key.status == "unread" for key in keys) else WORDS


def differing(agreements: Sequence[Agreement]) -> tuple[str, ...]:
    """The topics, in their order, that these agreements answer with different statuses or values."""
    return tuple(topic for topic in TOPICS if verdict(agreements, topic) == DIFFERS)


def _record(fields: Mapping[str, Field], values: Mapping[str, Any], sides: Mapping[str, str], inner: bool) -> list[Any]:
    found = [
        (name, _value(fields[name].shape, values[name], sides, inner)) for name in sorted(values) if name in fields
    ]
    return [[name, value] for name, value in found if value not in (None, [])]


def _value(shape: Shape, value: Any, sides: Mapping[str, str], inner: bool) -> Any:
    """The comparable form of a value; None when there is none."""
    match shape:
        case Words(is_name=True):
            return value.casefold()
        case Words():
            # «0 år tills barnet börjar skolan» is not «från 0 år»: that a part is there counts, its words do not.
            return "…" if inner else None
        case Record(fields):
            return _record(fields, value, sides, inner=True)
        case Many(item):
            items = [_value(item, each, sides, inner) for each in (value if isinstance(value, list) else [value])]
            return sorted((each for each in items if each not in (None, [])), key=str)
        case Share():
            return str(value)
        case Term(vocabularies) if "parties" in vocabularies:
            return sides.get(value, value)
        case _:
            return value
