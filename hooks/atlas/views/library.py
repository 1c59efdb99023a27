"""The clause library: the agreements' own words on a topic, side by side.

In: the model. Out: a `Voice` per agreement. Not here: what the words are read as.
"""

from dataclasses import dataclass

from atlas.load.fold import fold
from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.views.names import row_id, short_name


@dataclass(frozen=True, slots=True)
class Voice:
    """What one agreement says, in its own words: one fact for every quote, in the order of the text."""

    agreement: Agreement
    name: str
    id: str
    status: str
    quotes: tuple[Fact, ...]


def library(atlas: Atlas, topic: str) -> tuple[Voice, ...]:
    """All agreements, also those that say nothing: that they do is an answer."""
    return tuple(_voice(atlas, agreement, topic) for agreement in atlas.agreements)


def voice_id(agreement: Agreement) -> str:
    """Where an agreement's words stand on the page of a topic."""
    return f"ord-{row_id(agreement)}"


def _voice(atlas: Atlas, agreement: Agreement, topic: str) -> Voice:
    answer = agreement.answers[topic]
    # Several facts may share a quote; the same words in another clause are another quote.
    quotes: dict[tuple[int, str], Fact] = {}
    for fact in sorted(answer.facts, key=lambda fact: fact.match.place):
        quotes.setdefault((fact.match.clause, fold(fact.quote)), fact)
    return Voice(agreement, short_name(atlas, agreement), voice_id(agreement), answer.status, tuple(quotes.values()))
