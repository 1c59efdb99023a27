"""Any comparison as flat rows, for spreadsheets: a row per fact, and one per agreement that has none.

In: the model. Out: `Sheet`. Not here: file formats, and what a cell must look like to be harmless there (site).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Answer, Atlas, Fact
from atlas.topics.topic import STATUSES, Topic
from atlas.views.comparison import Comparison
from atlas.views.names import short_name

COLUMNS = (
    *("Ämne", "Avtal", "Län", "Slag", "Räknas som avtal", "Svar", "Kort svar"),
    *("Mening", "Citat", "Avsnitt", "Hänvisar till", "Kommentar", "Länk"),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one topic, each with a cell for every column. Every cell is text, as it is read."""

    id: str
    name: str
    rows: tuple[tuple[str, ...], ...]


def sheets(atlas: Atlas, compared: tuple[Comparison, ...]) -> Iterator[Sheet]:
    """A sheet for every topic that is compared, in the order of the comparisons, one at a time."""
    return (sheet(atlas, each.topic) for each in compared)


def sheet(atlas: Atlas, topic: Topic) -> Sheet:
    """All that the agreements say on a topic, agreement by agreement."""
    rows = (row for agreement in atlas.agreements for row in _rows(atlas, agreement, agreement.answers[topic.id]))
    return Sheet(topic.id, topic.name, tuple(rows))


def _rows(atlas: Atlas, agreement: Agreement, answer: Answer) -> Iterator[tuple[str, ...]]:
    head = (
        answer.topic.name,
        short_name(atlas, agreement),
        atlas.name("counties", agreement.county),
        agreement.kind_words,
        "ja" if agreement.binds else "nej",
    )
    if not answer.facts:
        yield (*head, STATUSES[answer.status].label, *[""] * 6, agreement.url)
    for fact in answer.facts:
        yield (*head, *_cells(answer.topic, fact))


def _cells(topic: Topic, fact: Fact) -> tuple[str, ...]:
    return (
        STATUSES[fact.status].label,
        topic.brief(fact.values),
        fact.says,
        fact.quote,
        " > ".join(fact.clause),
        fact.to,
        remark(fact),
        fact.url,
    )


def remark(fact: Fact) -> str:
    """What the editors add to a fact: their comment, and why a value is read so when the quote alone does not say."""
    return " ".join(part for part in (fact.note, f"Varför så: {fact.because}" if fact.because else "") if part)
