"""How it is steered, at a glance: bodies by level and function, with what each agreement calls them.

In: the model. Out: `Level` with `Function` and `Body`. Not here: members and tasks (bodies.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact, Term
from atlas.topics.common import LEVEL, often
from atlas.views.bodies import TOPIC as GOVERNANCE
from atlas.views.names import short_name
from atlas.views.table import cell_of

# Bodies that the vocabulary has no function for stand last, where their level is not known.
NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A few words and the fact that they come from."""

    words: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Body:
    """One agreement's body: its names, how often it meets, who convenes it. What is empty the text does not say."""

    agreement: Agreement
    name: str
    names: tuple[Said, ...]
    meets: tuple[Said, ...]
    convener: tuple[Said, ...]
    tasks: int


@dataclass(frozen=True, slots=True)
class Function:
    """A function with the bodies that have it; `term` is None for bodies that the vocabulary has no function for."""

    term: Term | None
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """An agreement that names no body on a level: its status there, and where it leaves the matter to others."""

    agreement: Agreement
    name: str
    status: str
    delegated: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A level from the county down, its functions, and the agreements that name no body on it."""

    id: str
    name: str
    functions: tuple[Function, ...]
    without: tuple[Without, ...]


def levels(atlas: Atlas) -> tuple[Level, ...]:
    """The levels that some agreement has a body on, the widest first."""
    found = [(level, _functions(atlas, level)) for level in (*LEVEL.options, NOWHERE)]
    return tuple(
        Level(level, LEVEL.options.get(level, ""), functions, _without(atlas, functions) if level else ())
        for level, functions in found
        if functions
    )


def _functions(atlas: Atlas, level: str) -> tuple[Function, ...]:
    found = []
    for function in (*atlas.vocabulary["bodies"].values(), None):
        bodies = [_body(atlas, each, facts) for each in atlas.agreements if (facts := _facts(each, function, level))]
        if bodies:
            found.append(Function(function, tuple(bodies)))
    return tuple(found)


def _facts(agreement: Agreement, function: Term | None, level: str) -> tuple[Fact, ...]:
    """The facts on a function that stand on a level: their own, else that of the function's other facts, else the
    vocabulary's usual one."""
    id = function.id if function else None
    facts = [fact for fact in agreement.answers[GOVERNANCE].facts if fact.values.get("function") == id]
    if function is None:
        return tuple(
            fact for fact in facts if "body" in fact.values and fact.values.get("body_level", NOWHERE) == level
        )
    told = [fact.values["body_level"] for fact in facts if "body_level" in fact.values]
    usual = told[0] if told else function.values["level"]
    return tuple(fact for fact in facts if fact.values.get("body_level", usual) == level)


def _body(atlas: Atlas, agreement: Agreement, facts: tuple[Fact, ...]) -> Body:
    return Body(
        agreement,
        short_name(atlas, agreement),
        _said((fact.values.get("body", ""), fact) for fact in facts),
        _said((often(fact.values.get("meets", {})), fact) for fact in facts),
        _said((fact.values.get("convener", ""), fact) for fact in facts),
        sum("task" in fact.values for fact in facts),
    )


def _said(words: Iterable[tuple[str, Fact]]) -> tuple[Said, ...]:
    """Each wording once, case aside, with the first fact that has it; a short form of another says nothing new."""
    found: dict[str, Said] = {}
    for each, fact in words:
        if each:
            found.setdefault(each.casefold(), Said(each, fact))
    return tuple(said for key, said in found.items() if not any(key != other and key in other for other in found))


def _without(atlas: Atlas, functions: tuple[Function, ...]) -> tuple[Without, ...]:
    having = {body.agreement.id for function in functions for body in function.bodies}
    found = []
    for agreement in atlas.agreements:
        if agreement.id not in having:
            answer = agreement.answers[GOVERNANCE]
            delegated = tuple(fact for fact in answer.facts if fact.status == "delegated")
            status = "delegated" if delegated else cell_of(answer, ()).status
            found.append(Without(agreement, short_name(atlas, agreement), status, delegated))
    return tuple(found)
