"""Everything on one page: every topic, every agreement, and how the one answers the other.

In: the model and the comparisons. Out: `MatrixRow`. Not here: what the answers say.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.model.agreement import Atlas
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS, Topic
from atlas.views.comparison import Comparison, counties_compared, county_url, taken_up


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
    return tuple(_row(atlas, topic, pages.get(topic.id)) for topic in _in_groups())


@dataclass(frozen=True, slots=True)
class InCounty:
    """How many of a county's agreements take a topic up, of how many; where they are compared, when they are."""

    count: int
    binding: int
    url: str


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A topic county by county, and in all of them. `url` is its page."""

    topic: Topic
    url: str
    counties: tuple[InCounty, ...]
    count: int

    @property
    def group(self) -> str:
        """The name of the group that it stands in."""
        return GROUPS[self.topic.group]


def by_county(atlas: Atlas, compared: Iterable[Comparison]) -> tuple[CountyRow, ...]:
    """All topics in the order of groups, counted in each county; for more agreements than a table has room for."""
    pages = {each.topic.id: each.url for each in compared}
    apart = counties_compared(atlas)
    return tuple(
        CountyRow(
            topic,
            pages.get(topic.id, ""),
            tuple(_in_county(part, topic, county, own) for county, (part, own) in apart.items()),
            taken_up(atlas, topic.id),
        )
        for topic in _in_groups()
    )


def _in_county(part: Atlas, topic: Topic, county: str, compared: Iterable[Comparison]) -> InCounty:
    has_page = any(each.topic is topic for each in compared)
    binding = sum(agreement.binds for agreement in part.agreements)
    return InCounty(taken_up(part, topic.id), binding, county_url(topic, county) if has_page else "")


def _in_groups() -> list[Topic]:
    return [topic for group in GROUPS for topic in TOPICS.values() if topic.group == group]


def _row(atlas: Atlas, topic: Topic, comparison: Comparison | None) -> MatrixRow:
    marks = tuple(
        Mark(answer.status, answer.also, comparison.url_of(agreement) if comparison else "")
        for agreement in atlas.agreements
        for answer in (agreement.answers[topic.id],)
    )
    return MatrixRow(topic, comparison.url if comparison else "", marks, taken_up(atlas, topic.id))
