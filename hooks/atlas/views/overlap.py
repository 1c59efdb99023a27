"""Agreements that apply in one place, point by point, and agreements that rest on others that are not here.

In: the model. Out: `Overlap` and `Missing`. Not here: which one prevails. The texts do not say, so nobody here does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from atlas.model.agreement import Agreement, Atlas, Relation
from atlas.model.once import once
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS, Topic
from atlas.views.keys import verdict
from atlas.views.places import municipalities_of
from atlas.views.table import Cell, cell_of

_UNANSWERED = ("silent", "unread")
# With more agreements than this in a county, its pairs leave its page, and the nearest of each agreement get pages.
MANY, NEAREST = 10, 3


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
class SideBySide:
    """Two agreements point by point: `points` are the topics that at least one answers, `neither` the rest."""

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


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two agreements that apply in the same municipalities. `relations` are what either says of the other.

    `apart` when their county has so many agreements that no pair stands on the county's page; `near` when the pair has
    a page of its own then, since one of the two is among the nearest of the other.
    """

    pair: tuple[Agreement, Agreement]
    municipalities: tuple[str, ...]
    relations: tuple[Relation, ...]
    apart: bool = False
    near: bool = True

    @property
    def side_by_side(self) -> SideBySide:
        """The two point by point, worked out anew: nobody keeps it for every pair there is."""
        points = [Point(topic, _cells(self.pair, topic.id), verdict(self.pair, topic.id)) for topic in TOPICS.values()]
        told = tuple(point for point in points if any(cell.status not in _UNANSWERED for cell in point.cells))
        return SideBySide(told, tuple(point.topic for point in points if point not in told))

    @property
    def anchor(self) -> str:
        """Its address within the county's page."""
        return "samtidigt-" + "-".join(each.id.partition("/")[2] for each in self.pair)

    @property
    def url(self) -> str:
        """Its address on the site."""
        if self.apart and self.near:
            return f"avtal/{self.pair[0].county}/{self.anchor}/index.html"
        return f"avtal/{self.pair[0].county}/index.html#{self.anchor}"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that an agreement requires and that is not on the site."""

    agreement: Agreement
    relation: Relation


@once
def overlaps(atlas: Atlas) -> tuple[Overlap, ...]:
    """Every pair of agreements, templates never, that share a municipality or say that they apply at the same time."""
    found = list(_overlaps(atlas))
    by_agreement: dict[Agreement, list[Overlap]] = {}
    for each in found:
        for agreement in each.pair:
            by_agreement.setdefault(agreement, []).append(each)
    near = {each.pair for mine in by_agreement.values() for each in sorted(mine, key=_distance)[:NEAREST]}
    return tuple(replace(each, near=each.pair in near) if each.apart else each for each in found)


def _distance(overlap: Overlap) -> tuple[bool, int]:
    """How near two agreements are: those that somebody has told of first, then those that share the least ground."""
    return not overlap.relations, len(overlap.municipalities)


def _overlaps(atlas: Atlas) -> Iterator[Overlap]:
    for pair in _pairs(atlas):
        there = municipalities_of(atlas, pair[1])
        shared = [id for id in municipalities_of(atlas, pair[0]) if id in there]
        relations = tuple(_between(*pair))
        if shared or any(relation.kind == "overlaps" for relation in relations):
            names = tuple(atlas.name("municipalities", id) for id in shared)
            yield Overlap(pair, names, relations, len(atlas.counties()[pair[0].county]) > MANY)


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


def _cells(pair: tuple[Agreement, Agreement], topic: str) -> tuple[Cell, Cell]:
    return cell_of(pair[0].answers[topic]), cell_of(pair[1].answers[topic])


def of_agreement(atlas: Atlas, agreement: Agreement) -> tuple[Overlap, ...]:
    """The overlaps that an agreement is part of, the nearest first where there are many."""
    found = _by_agreement(atlas).get(agreement, [])
    return tuple(sorted(found, key=_distance) if any(each.apart for each in found) else found)


@once
def in_county(atlas: Atlas, county: str) -> tuple[Overlap, ...]:
    """The overlaps that a county's page tells of."""
    return tuple(_by_county(atlas).get(county, ()))


@once
def _by_county(atlas: Atlas) -> dict[str, list[Overlap]]:
    found: dict[str, list[Overlap]] = {}
    for each in overlaps(atlas):
        found.setdefault(each.pair[0].county, []).append(each)
    return found


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
