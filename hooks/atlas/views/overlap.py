"""Agreements that apply in one place, point by point, and agreements that rest on others that are not here.

In: the model. Out: `Overlap` and `Missing`. Not here: which one prevails. The texts do not say, so nobody here does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby

from atlas.model.agreement import Agreement, Atlas, Relation
from atlas.model.once import once
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS, Topic
from atlas.views.keys import verdict
from atlas.views.places import municipalities_of
from atlas.views.table import Cell, cell_of

_UNANSWERED = ("silent", "unread")


@dataclass(frozen=True, slots=True)
class Point:
    """A topic and how each of the two answers it. `verdict` says what can be compared of the answers (keys.py)."""

    topic: Topic
    cells: tuple[Cell, Cell]
    verdict: str

    @property
    def only(self) -> int | None:
        """Which of the two answers alone, by its place in the pair; None when both do, or neither."""
        answers = [cell.status not in _UNANSWERED for cell in self.cells]
        return answers.index(True) if sum(answers) == 1 else None

    @property
    def half_read(self) -> bool:
        """Whether nobody has read one of the two for it: then nobody knows whether the other answers alone."""
        return any(cell.status == "unread" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two agreements that apply in the same municipalities.

    `relations` are what either says of the other; `points` the topics that at least one answers, `neither` the rest.
    """

    pair: tuple[Agreement, Agreement]
    municipalities: tuple[str, ...]
    relations: tuple[Relation, ...]
    points: tuple[Point, ...]
    neither: tuple[Topic, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Point, ...]], ...]:
        """The points under the names of their groups, in the order of topics."""
        found = groupby(self.points, key=lambda point: point.topic.group)
        return tuple((GROUPS[group], tuple(points)) for group, points in found)

    @property
    def both(self) -> int:
        """How many topics both answer."""
        return sum(point.only is None for point in self.points)

    def alone(self, index: int) -> int:
        """How many topics only one of them answers."""
        return sum(point.only == index for point in self.points)

    @property
    def anchor(self) -> str:
        """Its address within the county's page."""
        return "samtidigt-" + "-".join(each.id.partition("/")[2] for each in self.pair)

    @property
    def url(self) -> str:
        """Its address on the site."""
        return f"avtal/{self.pair[0].county}/index.html#{self.anchor}"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that an agreement requires and that is not on the site."""

    agreement: Agreement
    relation: Relation


@once
def overlaps(atlas: Atlas) -> tuple[Overlap, ...]:
    """Every pair of agreements, templates never, that share a municipality or say that they apply at the same time."""
    return tuple(_overlaps(atlas))


def _overlaps(atlas: Atlas) -> Iterator[Overlap]:
    for pair in _pairs(atlas):
        there = municipalities_of(atlas, pair[1])
        shared = [id for id in municipalities_of(atlas, pair[0]) if id in there]
        relations = tuple(_between(*pair))
        if shared or any(relation.kind == "overlaps" for relation in relations):
            yield _overlap(atlas, pair, shared, relations)


def _pairs(atlas: Atlas) -> list[tuple[Agreement, Agreement]]:
    """The pairs that may overlap, in the order of agreements. There are far fewer of them than there are pairs."""
    place = {each: number for number, each in enumerate(atlas.agreements) if each.binds}
    meeting: dict[str, list[Agreement]] = {}
    for each in place:
        for id in municipalities_of(atlas, each):
            meeting.setdefault(id, []).append(each)
    found = {pair for here in meeting.values() for pair in combinations(here, 2)}
    for each in place:
        others = (atlas.by_id(relation.to) for relation in each.relations)
        found |= {_in_order(place, each, other) for other in others if other in place and other is not each}
    return sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _in_order(place: dict[Agreement, int], one: Agreement, other: Agreement) -> tuple[Agreement, Agreement]:
    return (one, other) if place[one] < place[other] else (other, one)


def _between(first: Agreement, second: Agreement) -> Iterator[Relation]:
    yield from (relation for relation in first.relations if relation.to == second.id)
    yield from (relation for relation in second.relations if relation.to == first.id)


def _overlap(
    atlas: Atlas, pair: tuple[Agreement, Agreement], shared: list[str], relations: tuple[Relation, ...]
) -> Overlap:
    points = [Point(topic, _cells(pair, topic.id), verdict(pair, topic.id)) for topic in TOPICS.values()]
    told = tuple(point for point in points if any(cell.status not in _UNANSWERED for cell in point.cells))
    names = tuple(atlas.name("municipalities", id) for id in shared)
    return Overlap(pair, names, relations, told, tuple(point.topic for point in points if point not in told))


def _cells(pair: tuple[Agreement, Agreement], topic: str) -> tuple[Cell, Cell]:
    return cell_of(pair[0].answers[topic]), cell_of(pair[1].answers[topic])


def of_agreement(atlas: Atlas, agreement: Agreement) -> tuple[Overlap, ...]:
    """The overlaps that an agreement is part of."""
    return tuple(_by_agreement(atlas).get(agreement, ()))


@once
def _by_agreement(atlas: Atlas) -> dict[Agreement, list[Overlap]]:
    found: dict[Agreement, list[Overlap]] = {}
    for each in overlaps(atlas):
        for agreement in each.pair:
            found.setdefault(agreement, []).append(each)
    return found


def missing(agreement: Agreement) -> tuple[Missing, ...]:
    """What an agreement requires and the site does not have."""
    return tuple(Missing(agreement, each) for each in agreement.relations if each.kind == "requires" and not each.to)
