"""What is different for someone who comes from another agreement: typed values side by side, point by point.

In: the model and a role. Out: `Changes`. Not here: what counts as a difference (keys.py), its words (differences.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.model.once import once
from atlas.topics import TOPICS
from atlas.topics.topic import Topic
from atlas.views.differences import facts_told
from atlas.views.keys import DIFFERS, SAME, UNREAD, WORDS, Key, fact_key, key_of, party_sides, verdict_of
from atlas.views.names import heads
from atlas.views.roles import COORDINATOR, COUNTY, MANAGER, PROFESSION, Role
from atlas.views.table import Head, cell_of

# Up to this many agreements stand as columns; more stand as rows, so that the table grows downwards.
MOST_COLUMNS = 6
# A label, the topic behind it, and the values that it asks for; none asks for the whole topic.
_POINTS = {
    "ages": ("Barnens ålder", "target_group", ("ages",)),
    "services": ("Verksamheter", "services", ()),
    "opening": ("Öppet", "opening", ()),
    "visitor_fee": ("Avgift", "visitor_fee", ()),
    "secrecy": ("Sekretess och samtycke", "secrecy", ()),
    "duty_to_report": ("Orosanmälan", "duty_to_report", ()),
    "coordinator": ("Samordnare", "coordinator", ("per", "max_percent", "term_years", "paid_by")),
    "governance": ("Grupper som leder", "governance", ()),
    "staff_competence": ("Fortbildning och stöd", "staff_competence", ()),
    "induction": ("Introduktion", "induction", ()),
    "reporting": ("Redovisning", "reporting", ()),
    "parent_survey": ("Föräldraenkät", "parent_survey", ()),
    "county_coordination": ("Samordning i länet", "county_coordination", ()),
}
_STAFF = ("ages", "services", "opening", "visitor_fee", "secrecy", "duty_to_report", "coordinator", "governance")
_RELEVANT = {
    PROFESSION: (*_STAFF, "staff_competence", "induction"),
    MANAGER: (*_STAFF, "staff_competence", "induction", "reporting"),
    COORDINATOR: (*_STAFF, "induction", "reporting", "parent_survey", "county_coordination"),
    COUNTY: ("county_coordination", "governance", "coordinator", "services", "ages", "reporting", "parent_survey"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One agreement on one point: its status, and its values in words, each with the fact that says so."""

    status: str
    values: tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One point: its label, its topic, and what each agreement says."""

    label: str
    topic: Topic
    told: tuple[Told, ...]

    @property
    def url(self) -> str:
        """The comparison behind it, from the site's root."""
        return f"jamfor/{self.topic.id}/index.html"


@dataclass(frozen=True, slots=True)
class Changes:
    """The points on which agreements differ, are alike, can only be told by reading, and have not been read for."""

    heads: tuple[Head, ...]
    differing: tuple[Point, ...]
    same: tuple[Point, ...]
    by_reading: tuple[Point, ...]
    unread: tuple[Point, ...]

    @property
    def across(self) -> bool:
        """Whether the agreements stand as columns."""
        return len(self.heads) <= MOST_COLUMNS


def changes(atlas: Atlas, role: Role) -> Changes:
    """What someone in a role meets differently from one agreement to another."""
    found: dict[str, list[Point]] = {said: [] for said in (DIFFERS, SAME, WORDS, UNREAD)}
    for id in _RELEVANT[role.kind]:
        said, point = _point(atlas, id)
        found[said].append(point)
    return Changes(heads(atlas), *(tuple(points) for points in found.values()))


@once
def _point(atlas: Atlas, id: str) -> tuple[str, Point]:
    """What can be said of a point, the same for every role that it matters to, and the point."""
    label, topic, keys = _POINTS[id]
    said = verdict_of([_key(agreement, topic, keys) for agreement in atlas.agreements])
    told = tuple(_told(atlas, agreement, topic, keys) for agreement in atlas.agreements)
    return said, Point(label, TOPICS[topic], told)


def _asked_for(facts: Sequence[Fact], keys: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if not keys or any(key in fact.values for key in keys))


def _key(agreement: Agreement, topic: str, keys: tuple[str, ...]) -> Key:
    """The key of an answer, or of those of its facts that the point asks for."""
    if not keys:
        return key_of(agreement, topic)
    answer = agreement.answers[topic]
    chosen = _asked_for(answer.facts, keys)
    cell, sides = cell_of(answer, chosen), party_sides(agreement)
    status = cell.status if chosen else answer.status
    return Key(status, cell.also, frozenset({fact_key(fact, sides) for fact in chosen} - {""}))


def _told(atlas: Atlas, agreement: Agreement, topic: str, keys: tuple[str, ...]) -> Told:
    answer = agreement.answers[topic]
    told = facts_told(atlas, agreement, topic)
    chosen = _asked_for(tuple(told.values()), keys)
    return Told(
        cell_of(answer, chosen).status if chosen else answer.status,
        tuple((words, fact) for words, fact in told.items() if fact in chosen),
    )
