"""What a familjecentral is, and whose words that is: the agreements' definitions and those of others, never merged.

In: the model. Out: `Meant` for others, `Described` for agreements, `Contents` for what each agreement has in it.
Not here: a definition of our own.
"""

from collections import Counter
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Answer, Atlas, Fact, Term
from atlas.topics.vocabulary_file import DEFINED
from atlas.views.names import short_name
from atlas.views.table import Cell, cell_of


@dataclass(frozen=True, slots=True)
class Meant:
    """What one of the others means: what is defined (an id of `DEFINED`) → its definition, None where none is known."""

    whose: str
    by_word: dict[str, Term | None]


@dataclass(frozen=True, slots=True)
class Described:
    """How an agreement describes the place; `similar` are the facts that say how far the word reaches."""

    agreement: Agreement
    name: str
    place: Cell
    similar: tuple[Fact, ...]
    together: Cell


@dataclass(frozen=True, slots=True)
class Contents:
    """The services of an agreement, a cell per service in the order of `services_named`, and one for the others."""

    agreement: Agreement
    name: str
    cells: tuple[Cell, ...]
    others: Cell


def definitions(atlas: Atlas) -> tuple[Meant, ...]:
    """Those of others, in the order of the vocabulary."""
    terms = atlas.vocabulary.get("definitions", {}).values()
    whose = dict.fromkeys(term.values["whose"] for term in terms)
    return tuple(
        Meant(
            each,
            {
                word: next((t for t in terms if (t.values["whose"], t.values["about"]) == (each, word)), None)
                for word in DEFINED.options
            },
        )
        for each in whose
    )


def described(atlas: Atlas) -> tuple[Described, ...]:
    """Those of the agreements, in their order."""
    return tuple(_described(atlas, agreement) for agreement in atlas.agreements)


def _described(atlas: Atlas, agreement: Agreement) -> Described:
    answer = agreement.answers["definition"]
    similar = tuple(fact for fact in answer.facts if "includes_similar" in fact.values)
    return Described(
        agreement,
        short_name(atlas, agreement),
        cell_of(answer, tuple(fact for fact in answer.facts if fact not in similar)),
        similar,
        cell_of(agreement.answers["co_location"]),
    )


def services_named(atlas: Atlas) -> tuple[Term, ...]:
    """The services that more than half of the texts have: they get a column each, the others share one."""
    having = Counter(id for agreement in atlas.agreements for id in _services(agreement))
    services = atlas.vocabulary["services"].values()
    return tuple(term for term in services if having[term.id] * 2 > len(atlas.agreements))


def contents(atlas: Atlas) -> tuple[Contents, ...]:
    """What each agreement has in it, in their order."""
    services = tuple(term.id for term in services_named(atlas))
    return tuple(_contents(atlas, agreement, services) for agreement in atlas.agreements)


def _services(agreement: Agreement) -> set[str]:
    return {fact.values["service"] for fact in agreement.answers["services"].facts if "service" in fact.values}


def _contents(atlas: Atlas, agreement: Agreement, services: tuple[str, ...]) -> Contents:
    answer = agreement.answers["services"]
    return Contents(
        agreement,
        short_name(atlas, agreement),
        tuple(cell_of(answer, _named(answer, {service})) for service in services),
        cell_of(answer, _named(answer, _services(agreement) - {*services})),
    )


def _named(answer: Answer, services: set[str]) -> tuple[Fact, ...]:
    """One fact for every name and degree; beside facts that tell how a service belongs, those that only name it go."""
    about = [fact for fact in answer.facts if fact.values.get("service") in services]
    told = {fact.values["service"] for fact in about if "required" in fact.values}
    facts: dict[tuple[str, str, bool | None], Fact] = {}
    for fact in about:
        service, required = fact.values["service"], fact.values.get("required")
        if required is not None or service not in told:
            facts.setdefault((service, fact.values.get("named_as", "").casefold(), required), fact)
    return tuple(facts.values())
