"""The values that tell agreements apart, in words: which value, and which agreements have it.

In: the model. Out: `Account`. Not here: what counts as a difference (keys.py), and counts of statuses (comparison.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.parties import OF
from atlas.topics.shape import Many, Shape, Term, Words
from atlas.topics.topic import STATUSES
from atlas.views.keys import DIFFERS, has_key, party_sides, verdict

# How many values the one-line account names before it says how many more there are.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value in words, and the agreements that have it."""

    words: str
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What can be said of a topic in some agreements, and the values that not all of them have."""

    verdict: str
    lines: tuple[ValueLine, ...]

    @property
    def told(self) -> str:
        """The values that differ, on one line."""
        named = [f"«{line.words}»" for line in self.lines[:_NAMED]]
        more = len(self.lines) - len(named)
        return " mot ".join(named) + (f" och {more} till" if more else "")


def account(atlas: Atlas, topic: str, agreements: Sequence[Agreement]) -> Account:
    """The account of a topic. A value that all of the agreements have is no difference."""
    found: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        for words in values_told(atlas, agreement, topic):
            found.setdefault(words, []).append(agreement)
    said = verdict(agreements, topic)
    lines = [ValueLine(words, tuple(having)) for words, having in found.items() if len(having) < len(agreements)]
    return Account(said, tuple(lines) if said == DIFFERS else ())


def values_told(atlas: Atlas, agreement: Agreement, topic: str) -> tuple[str, ...]:
    """The comparable values of an answer in words, each once: «Barnhälsovård: ska finnas», «12 månader»."""
    return tuple(facts_told(atlas, agreement, topic))


def facts_told(atlas: Atlas, agreement: Agreement, topic: str) -> dict[str, Fact]:
    """The same words, each with the first fact that says so."""
    sides = party_sides(agreement)
    found: dict[str, Fact] = {}
    for fact in agreement.answers[topic].facts:
        if has_key(fact, sides) and (words := _told(atlas, fact, sides)):
            found.setdefault(words, fact)
    return found


def _told(atlas: Atlas, fact: Fact, sides: Mapping[str, str]) -> str:
    topic = TOPICS[fact.topic]
    # Words never count, so they are not told as a difference either: the brief is made from the other values.
    values = {name: value for name, value in fact.values.items() if not _is_words(topic.fields, name)}
    terms = [
        name
        for key, field in topic.fields.items()
        if key in values
        for name in _terms(atlas, field.shape, values[key], sides)
    ]
    brief = topic.brief(values)
    words = ": ".join(part for part in (", ".join(terms), brief) if part)
    status = "" if fact.status == "stated" else f" ({STATUSES[fact.status].label.lower()})"
    return words[:1].upper() + words[1:] + status if words else ""


def _is_words(fields: Mapping[str, Any], name: str) -> bool:
    shape = fields[name].shape if name in fields else None
    words = shape.item if isinstance(shape, Many) else shape
    return isinstance(words, Words) and not words.is_name


def _terms(atlas: Atlas, shape: Shape, value: Any, sides: Mapping[str, str]) -> list[str]:
    """The names of the vocabulary's terms in a value; a party is told by its side, since its name is the file's own."""
    match shape:
        case Many(item):
            values = value if isinstance(value, list) else [value]
            return [name for each in values for name in _terms(atlas, item, each, sides)]
        case Term(vocabularies):
            if value in sides:
                return [OF.options.get(sides[value], sides[value])]
            names = [atlas.name(each, value) for each in vocabularies]
            return [next((name for name in names if name != value), value)]
        case _:
            return []
