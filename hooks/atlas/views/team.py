"""Who works here: services and their professions, and the words that each agreement has for them.

In: the model. Out: `TeamService` with `TeamProfession`, `Given`. Not here: what they must do (duties.py).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact, Term
from atlas.model.once import once
from atlas.views.duties import TOPIC as DUTIES
from atlas.views.names import short_name


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agreement writes a word: its short name, and the address of the words."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A word as agreements write it, with the first place in each that does."""

    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class TeamProfession:
    """A profession and its titles."""

    term: Term
    titles: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class TeamService:
    """A service, its names, and the professions that belong to it; `term` is None for those that belong to none."""

    term: Term | None
    names: tuple[Naming, ...]
    professions: tuple[TeamProfession, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Whom an agreement gives duties to, by name: professions, services, and bodies and parties."""

    agreement: Agreement
    name: str
    status: str
    professions: tuple[str, ...]
    services: tuple[str, ...]
    organisations: tuple[str, ...]


def team(atlas: Atlas) -> tuple[TeamService, ...]:
    """The services that some agreement has in it or has a profession of, then the professions without a service."""
    professions = _professions(atlas)
    found = []
    for service in (*atlas.vocabulary["services"].values(), None):
        id = service.id if service else None
        members = tuple(each for each in professions if each.term.values.get("service") == id)
        names = _namings(atlas, _named_services(atlas, service.id)) if service else ()
        if names or members:
            found.append(TeamService(service, names, members))
    return tuple(found)


def never_named(atlas: Atlas) -> tuple[Term, ...]:
    """The professions of the vocabulary that no agreement here names."""
    named = {each.term.id for each in _professions(atlas)}
    return tuple(term for term in atlas.vocabulary["professions"].values() if term.id not in named)


def duties_given(atlas: Atlas) -> tuple[Given, ...]:
    """All agreements, with whom they give duties to."""
    return tuple(_given(atlas, agreement) for agreement in atlas.agreements)


def _given(atlas: Atlas, agreement: Agreement) -> Given:
    answer = agreement.answers[DUTIES]
    actors = dict.fromkeys(fact.values["actor"] for fact in answer.facts if "actor" in fact.values)
    parties = {
        fact.values["party"]: fact.values["names"][0]
        for fact in agreement.answers["parties"].facts
        if "party" in fact.values and fact.values.get("names")
    }
    bodies = {term.id: term.name for term in atlas.vocabulary["bodies"].values()}
    professions, services = (
        tuple(atlas.name(vocabulary, each) for each in actors if each in atlas.vocabulary[vocabulary])
        for vocabulary in ("professions", "services")
    )
    organisations = tuple(name for each in actors if (name := (bodies | parties).get(each)))
    return Given(agreement, short_name(atlas, agreement), answer.status, professions, services, organisations)


def _named_services(atlas: Atlas, service: str) -> list[tuple[str, Fact]]:
    return [
        (fact.values["named_as"], fact)
        for agreement in atlas.agreements
        for fact in agreement.answers["services"].facts
        if fact.values.get("service") == service and "named_as" in fact.values
    ]


@once
def _professions(atlas: Atlas) -> tuple[TeamProfession, ...]:
    """Every profession whose title stands in words that some fact quotes."""
    terms = atlas.vocabulary["professions"]
    of_form = {form.casefold(): term.id for term in terms.values() for form in term.values["forms"]}
    # The longest first: a «BHV-sjuksköterska» is no «sjuksköterska» besides.
    forms = "|".join(re.escape(form) for form in sorted(of_form, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    found: dict[str, list[tuple[str, Fact]]] = {id: [] for id in terms}
    for agreement in atlas.agreements:
        for fact in agreement.facts:
            for match in pattern.finditer(fact.quote) if forms else ():
                found[of_form[match.group().casefold()]].append((match.group(), fact))
    return tuple(TeamProfession(terms[id], _namings(atlas, named)) for id, named in found.items() if named)


def _namings(atlas: Atlas, named: Iterable[tuple[str, Fact]]) -> tuple[Naming, ...]:
    """Words that differ in more than case, each with one place per agreement."""
    names = {agreement.id: short_name(atlas, agreement) for agreement in atlas.agreements}
    words: dict[str, str] = {}
    places: dict[str, dict[str, Place]] = {}
    for written, fact in named:
        key = written.casefold()
        words.setdefault(key, written)
        places.setdefault(key, {}).setdefault(fact.agreement, Place(names[fact.agreement], fact.url))
    return tuple(Naming(words[key], tuple(each.values())) for key, each in places.items())
