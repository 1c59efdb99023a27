"""What an agreement asks of a role: its own duties, then its service's, then everyone's, told apart and never merged.

In: the model and a role. Out: `Asked`. Not here: whom the role meets and asks (roles_around.py).

A role without a service has something else in that place: a manager the tasks of the groups that managers sit in, a
coordinator how the task is arranged, a county's coordinator what else holds the county together.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from atlas.load.quotes import Match
from atlas.model.agreement import Agreement, Answer, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.topic import Topic
from atlas.views.duties import party_ids
from atlas.views.roles import (
    COORDINATOR,
    COUNTY,
    DOERS,
    MANAGER,
    PROFESSION,
    RECEIVERS,
    STAFF,
    Role,
    acting,
    does,
    is_role,
    names_role,
    names_staff,
    roles,
    sits_in,
)
from atlas.views.roles_bodies import bodies
from atlas.views.table import cell_of

DUTIES = "responsibilities"
# What concerns everyone who works there, whatever their role, in the order of reading.
EVERYONE = (
    *(DUTIES, "joint_commitments", "secrecy", "duty_to_report", "child_rights", "participation"),
    *("staff_competence", "induction"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """What an agreement says to everyone on one topic."""

    topic: Topic
    status: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an agreement asks of a role.

    `status` and `service_status` tell how the agreement answers for the role itself and for its service, and `remark`
    why `own` is empty, when it is. `other` are duties of parties, or of nobody named, that no single service has.
    `silent` and `unread` are the topics for everyone that the agreement leaves out, or that nobody has read for.
    """

    role: Role
    agreement: Agreement
    status: str
    service_status: str
    remark: str
    own: tuple[Fact, ...]
    service: tuple[Fact, ...]
    other: tuple[Fact, ...]
    everyone: tuple[Part, ...]
    silent: tuple[Topic, ...]
    unread: tuple[Topic, ...]

    @property
    def shared(self) -> int:
        """How many statements concern everyone."""
        return sum(len(part.facts) for part in self.everyone)


def asked(atlas: Atlas, role: Role, agreement: Agreement) -> Asked:
    """What an agreement asks of a role."""
    own = _once(_with_readings(agreement, _OWN[role.kind](role, agreement)))
    service = _without(_SERVICE[role.kind](atlas, role, agreement), own)
    other = _without(_other(atlas, agreement), own + service) if role.kind == PROFESSION else ()
    shown = {fact.id for fact in (*own, *service, *other)}
    parts = tuple(_part(atlas, agreement, topic, shown) for topic in EVERYONE)
    return Asked(
        role,
        agreement,
        _status(agreement.answers[role.topic], own),
        _status(agreement.answers[role.topic], service),
        "" if own else _remark(atlas, role, agreement),
        own,
        service,
        other,
        tuple(part for part in parts if part.facts),
        tuple(part.topic for part in parts[1:] if part.status == "silent"),
        tuple(part.topic for part in parts[1:] if part.status == "unread"),
    )


def _status(answer: Answer, facts: tuple[Fact, ...]) -> str:
    """How some facts answer; where there are none, an answer that only leads elsewhere still leads there."""
    return answer.status if not facts and answer.status == "delegated" else cell_of(answer, facts).status


def all_roles_asked(atlas: Atlas) -> tuple[tuple[Role, int], ...]:
    """Every role with the number of agreements that name it."""
    return tuple((role, naming(atlas, role)) for role in roles(atlas))


def naming(atlas: Atlas, role: Role) -> int:
    """How many of the agreements that bind have duties of the role's own."""
    return sum(agreement.binds and bool(_OWN[role.kind](role, agreement)) for agreement in atlas.agreements)


def _doing(role: Role, agreement: Agreement) -> list[Fact]:
    """What the role does, in whatever topic; its own topic first."""
    found = [fact for fact in acting(agreement) if does(role, fact)]
    return sorted(found, key=lambda fact: fact.topic != role.topic)


def _own_of_manager(role: Role, agreement: Agreement) -> list[Fact]:
    """Wherever managers are named, but for who sits in which group: that stands with the groups."""
    named = [fact for fact in acting(agreement) if names_role(role, fact, RECEIVERS) or is_role(role, fact)]
    return _doing(role, agreement) + named


def _own_of_coordinator(role: Role, agreement: Agreement) -> list[Fact]:
    """The tasks in the coordinator's own topic, then what other topics give."""
    tasks = [fact for fact in agreement.answers[role.topic].facts if "task" in fact.values]
    return tasks + _doing(role, agreement)


def _with_readings(agreement: Agreement, facts: list[Fact]) -> list[Fact]:
    """The facts, each followed by the other readings of the same words."""
    return [
        each
        for fact in facts
        for each in (fact, *agreement.answers[fact.topic].facts)
        if each is fact or (fact.status == each.status == "ambiguous" and each.quote == fact.quote)
    ]


def _service_of_profession(_: Atlas, role: Role, agreement: Agreement) -> list[Fact]:
    """The service's duties, and those that a party has for it."""
    if not role.service:
        return []
    id, parties = role.service.id, party_ids(agreement)
    facts = agreement.answers[DUTIES].facts
    own = [fact for fact in facts if fact.values.get("actor") == id]
    return own + [fact for fact in facts if fact.values.get("actor") in parties and fact.values.get("service") == id]


def _service_of_manager(atlas: Atlas, role: Role, agreement: Agreement) -> list[Fact]:
    """The tasks of the groups that managers sit in; where only a name says so, of the group with that name."""
    found: list[Fact] = []
    for body in bodies(atlas, role, agreement):
        members = any(names_role(role, fact, ("members", "convener")) for fact in body.who)
        found += [fact for fact in body.tasks if members or sits_in(role, fact)]
    return found


def _rest_of_topic(_: Atlas, role: Role, agreement: Agreement) -> list[Fact]:
    return list(agreement.answers[role.topic].facts)


_OWN: dict[str, Callable[[Role, Agreement], list[Fact]]] = {
    PROFESSION: _doing,
    MANAGER: _own_of_manager,
    COORDINATOR: _own_of_coordinator,
    COUNTY: _doing,
}
_SERVICE: dict[str, Callable[[Atlas, Role, Agreement], list[Fact]]] = {
    PROFESSION: _service_of_profession,
    MANAGER: _service_of_manager,
    COORDINATOR: _rest_of_topic,
    COUNTY: _rest_of_topic,
}


def _other(atlas: Atlas, agreement: Agreement) -> list[Fact]:
    """Duties of parties for no service in particular, and those of nobody named."""
    parties = party_ids(agreement)
    facts = [fact for fact in agreement.answers[DUTIES].facts if not _is_everyones(atlas, fact)]
    loose = [fact for fact in facts if "service" not in fact.values]
    return [fact for fact in loose if fact.values.get("actor", "") in ("", *parties)]


def _is_everyones(atlas: Atlas, fact: Fact) -> bool:
    return fact.values.get("actor") == STAFF or names_staff(atlas, fact, DOERS)


def _part(atlas: Atlas, agreement: Agreement, topic: str, shown: set[str]) -> Part:
    answer = agreement.answers[topic]
    facts = [fact for fact in answer.facts if fact.id not in shown]
    if topic == DUTIES:
        facts = [fact for fact in facts if _is_everyones(atlas, fact)]
    return Part(TOPICS[topic], answer.status, tuple(facts))


def _remark(atlas: Atlas, role: Role, agreement: Agreement) -> str:
    """Why there is nothing of the role's own, in words; empty when the status says it."""
    answer = agreement.answers[role.topic]
    if left_to := dict.fromkeys(fact.to for fact in answer.facts if fact.status == "delegated" and fact.to):
        words = " och ".join(left_to)
        return f"Avtalet lämnar det till {words}. Fråga din chef efter det som gäller hos er."
    actors = {fact.values.get("actor", "") for fact in agreement.answers[DUTIES].facts}
    if role.kind != PROFESSION:
        return ""
    if actors & (set(atlas.vocabulary["professions"]) - {STAFF}):
        return "Avtalet ger inga egna uppgifter till just den här professionen."
    if actors & set(atlas.vocabulary["services"]):
        return "Avtalet fördelar uppgifter på verksamheter, inte på professioner."
    if actors & set(party_ids(agreement)):
        return "Avtalet fördelar uppgifter på parter och förvaltningar, inte på professioner."
    return ""


def _once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each fact once, and words that answer several topics only in the first of them."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if not any(other.topic != fact.topic and _within(fact.match, other.match) for other in found.values()):
            found.setdefault(fact.id, fact)
    return tuple(found.values())


def _within(match: Match, whole: Match) -> bool:
    """Whether all words of one match are among those of another."""
    return match.clause == whole.clause and all(
        any(
            part.block == other.block and other.start <= part.start and part.end <= other.end
            for other in whole.stretches
        )
        for part in match.stretches
    )


def _without(facts: Iterable[Fact], shown: tuple[Fact, ...]) -> tuple[Fact, ...]:
    known = {fact.id for fact in shown}
    return tuple(fact for fact in _once(facts) if fact.id not in known)
