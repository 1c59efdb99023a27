"""Everything on one page: every topic, every agreement, and how the one answers the other.

In: the model and the comparisons. Out: `MatrixRow`. Not here: what the answers say.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.model.agreement import Atlas
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS, Topic
from atlas.views.comparison import Comparison, taken_up


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer: its status, the others among its facts, and where it stands (nowhere when nobody has read for it)."""

    status: str
    also: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A topic with a mark per agreement, and how many agreements (not templates) take it up. `url` is its page."""

    topic: Topic
    url: str
    marks: tuple[Mark, ...]
    count: int

    @property
    def group(self) -> str:
        """The name of the group that it stands in."""
        return GROUPS[self.topic.group]


def matrix(atlas: Atlas, compared: Iterable[Comparison]) -> tuple[MatrixRow, ...]:
    """All topics in the order of groups."""
    pages = {each.topic.id: each for each in compared}
    topics = [topic for group in GROUPS for topic in TOPICS.values() if topic.group == group]
    return tuple(_row(atlas, topic, pages.get(topic.id)) for topic in topics)


def _row(atlas: Atlas, topic: Topic, comparison: Comparison | None) -> MatrixRow:
    marks = tuple(
        Mark(answer.status, answer.also, comparison.url_of(agreement) if comparison else "")
        for agreement in atlas.agreements
        for answer in (agreement.answers[topic.id],)
    )
    return MatrixRow(topic, comparison.url if comparison else "", marks, taken_up(atlas, topic.id))
