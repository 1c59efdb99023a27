"""Whom a role meets, which groups decide over it, and whom it can ask: only from what an agreement says.

In: the model and a role. Out: `Body`, `Around`. Not here: the role's duties (roles_asked.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics.common import LEVEL
from atlas.views.roles import COORDINATOR, COUNTY, PROFESSION, RECEIVERS, Role, is_role, names_role, sits_in

TOPIC_OF_BODIES = "governance"
# The staff's own meeting, where everyone who works there meets.
_TEAM = "gov_team"
# These functions are somebody, not a group.
_SOMEBODY = "roll_"
# Who sits there and when it meets; what it does stands under `tasks`.
_WHO = ("members", "meets", "convener", "appointed_by")
_NEAREST_FIRST = tuple(LEVEL.options)[::-1]


@dataclass(frozen=True, slots=True)
class Body:
    """A group, by function and level, whatever an agreement calls it.

    `seats` says whether the agreement places the role in it; `named` are the facts that speak of the role. `team` is
    the staff's own meeting, which decides over nobody.
    """

    names: tuple[str, ...]
    function: str
    level: str
    url: str
    seats: bool
    team: bool
    who: tuple[Fact, ...]
    tasks: tuple[Fact, ...]
    named: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """Who is around a role: the groups that it meets, those that decide, whom to ask.

    `status` tells how the agreement answers on governance, `asks_status` on whom to ask; `elsewhere` are the facts that
    leave it to another document.
    """

    meets: tuple[Body, ...]
    decides: tuple[Body, ...]
    asks: tuple[Fact, ...]
    elsewhere: tuple[Fact, ...]
    status: str
    asks_status: str


def around(atlas: Atlas, role: Role, agreement: Agreement) -> Around:
    """Who is around a role in an agreement."""
    found = bodies(atlas, role, agreement)
    answer = agreement.answers[TOPIC_OF_BODIES]
    asks, topic = _asks(role, agreement)
    return Around(
        tuple(body for body in found if body.seats or body.named),
        tuple(body for body in found if not (body.seats or body.named or body.team)),
        asks,
        tuple(fact for fact in answer.facts if fact.status == "delegated"),
        answer.status if not answer.facts else "silent",
        agreement.answers[topic].status if not agreement.answers[topic].facts else "silent",
    )


def bodies(atlas: Atlas, role: Role, agreement: Agreement) -> tuple[Body, ...]:
    """The groups that an agreement has, those nearest to the families first."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in agreement.answers[TOPIC_OF_BODIES].facts:
        key = _key(atlas, fact)
        if any(key) and not key[0].startswith(_SOMEBODY) and not is_role(role, fact):
            groups.setdefault(key, []).append(fact)
    order = sorted(groups, key=lambda key: _NEAREST_FIRST.index(key[2]) if key[2] else len(_NEAREST_FIRST))
    return tuple(_body(atlas, role, key, groups[key]) for key in order)


def _key(atlas: Atlas, fact: Fact) -> tuple[str, str, str]:
    """Function (or else the name as written) and level: one function may have a group on several levels."""
    function = fact.values.get("function", "")
    term = atlas.vocabulary["bodies"].get(function)
    usual = term.values["level"] if term else ""
    return function, "" if function else fact.values.get("body", ""), fact.values.get("body_level", usual)


def _body(atlas: Atlas, role: Role, key: tuple[str, str, str], facts: list[Fact]) -> Body:
    function, _, level = key
    who = [fact for fact in facts if any(each in fact.values for each in _WHO) or "task" not in fact.values]
    about_it = [fact for fact in facts if names_role(role, fact, ("task", *RECEIVERS))]
    team = function == _TEAM
    names = {fact.values["body"].casefold(): fact.values["body"] for fact in reversed(facts) if "body" in fact.values}
    return Body(
        tuple(name for name in reversed(names.values()) if not _is_short_for_another(name, names)),
        atlas.name("bodies", function) if function else "",
        LEVEL.options.get(level, ""),
        f"jamfor/{TOPIC_OF_BODIES}/index.html#funktion-{function.replace('_', '-') or 'annat'}",
        (team and role.kind in (PROFESSION, COORDINATOR)) or any(sits_in(role, fact) for fact in facts),
        team,
        tuple(who),
        tuple(fact for fact in facts if fact not in who),
        tuple(fact for fact in about_it if fact not in who),
    )


def _is_short_for_another(name: str, names: Iterable[str]) -> bool:
    """Whether a name stands within a longer one of the same group: «arbetsgruppen» when the whole name is there too."""
    return any(name.casefold() in other and name.casefold() != other for other in names)


def _asks(role: Role, agreement: Agreement) -> tuple[tuple[Fact, ...], str]:
    """Whom to ask, and the topic that would say so."""
    county = agreement.answers["county_coordination"].facts
    coordinator = agreement.answers["coordinator"].facts
    if role.kind == COUNTY:
        mine = [fact for fact in county if fact.values.get("function") == role.term.id]
        return _having(mine, "reports_to"), "county_coordination"
    if role.kind == COORDINATOR:
        over = [fact for fact in county if fact.values.get("function") == "roll_lanssamordnare"]
        return (*_having(coordinator, "appointed_by", "reports_to"), *_having(over, "about")), "coordinator"
    return _having(coordinator, "per", "appointed_by", "task") or tuple(coordinator), "coordinator"


def _having(facts: Iterable[Fact], *keys: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if any(key in fact.values for key in keys))
