"""The roles that a reader can have at a familjecentral, and how to see that an agreement names one.

In: the model. Out: `Role`, `roles`, `names_role`. Not here: what an agreement asks of a role (roles_asked.py).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from atlas.model.agreement import Agreement, Atlas, Fact, Term
from atlas.model.once import once

# Four kinds, since agreements speak of them in different topics.
PROFESSION, MANAGER, COORDINATOR, COUNTY = "profession", "manager", "coordinator", "county"
# Role, kind, vocabulary, term, and what people call themselves where the term's name is another. Where the vocabulary
# lacks the term there is no such role.
_ROLES = (
    ("barnmorska", PROFESSION, "professions", "barnmorska", ""),
    ("bhv_sjukskoterska", PROFESSION, "professions", "bhv_sjukskoterska", ""),
    ("forskollarare", PROFESSION, "professions", "forskollarare", ""),
    ("kurator", PROFESSION, "professions", "kurator", "Kurator eller socionom"),
    ("psykolog", PROFESSION, "professions", "psykolog", ""),
    ("chef_driftsansvarig", MANAGER, "professions", "chef_driftsansvarig", "Chef"),
    ("samordnare", COORDINATOR, "bodies", "roll_samordnare", "Samordnare"),
    ("lanssamordnare", COUNTY, "bodies", "roll_lanssamordnare", "Länssamordnare"),
)
# The topic that speaks of the kind before all others.
TOPIC_OF = {
    PROFESSION: "responsibilities",
    MANAGER: "governance",
    COORDINATOR: "coordinator",
    COUNTY: "county_coordination",
}
STAFF = "alla_medarbetare"
# Values that say who does a thing; ids of the vocabulary, and words as written.
_IDS = ("actor", "function")
DOERS = ("by", "applies_to", "convener", "planned_by")
RECEIVERS = ("recipient", "reports_to", "appointed_by")
_WHO = frozenset((*_IDS, *DOERS, *RECEIVERS, "body"))
# Agreements name managers by many titles («verksamhetschef», «chefstjänstemän»): the word within them is enough. A
# chefsgrupp is a group of them, and no manager's title.
_MANAGER = "chef"
_MANAGERS = rf"(?!{_MANAGER}sgrupp)\w*{_MANAGER}\w*"


@dataclass(frozen=True, slots=True)
class Role:
    """A role. `term` is its entry in the vocabulary, `service` that of the service which its profession belongs to."""

    id: str
    name: str
    kind: str
    term: Term
    service: Term | None

    @property
    def slug(self) -> str:
        """The role in addresses."""
        return self.id.replace("_", "-")

    @property
    def url(self) -> str:
        """Its page, from the site's root."""
        return f"ny/roll/{self.slug}/index.html"

    @property
    def plan_url(self) -> str:
        """Its introduction plan, from the site's root."""
        return f"ny/introduktion/{self.slug}/index.html"

    @property
    def topic(self) -> str:
        """The topic that speaks of it before all others."""
        return TOPIC_OF[self.kind]


def roles(atlas: Atlas) -> tuple[Role, ...]:
    """The roles, in the order in which they are always shown."""
    found = []
    for id, kind, vocabulary, term_id, name in _ROLES:
        term = atlas.vocabulary.get(vocabulary, {}).get(term_id)
        if term:
            service = atlas.vocabulary["services"].get(term.values.get("service", ""))
            found.append(Role(id, name or term.name, kind, term, service))
    return tuple(found)


def role_of(atlas: Atlas, id: str) -> Role | None:
    """The role with an id, when the vocabulary knows it."""
    return next((role for role in roles(atlas) if role.id == id), None)


@once
def acting(agreement: Agreement) -> tuple[Fact, ...]:
    """The facts with a value that can tell who does a thing, gets it, or is meant by it: one in three."""
    return tuple(fact for fact in agreement.facts if not _WHO.isdisjoint(fact.values))


def does(role: Role, fact: Fact) -> bool:
    """Whether a fact's values say that the role does it."""
    return any(fact.values.get(key) == role.term.id for key in _IDS) or names_role(role, fact, DOERS)


def is_role(role: Role, fact: Fact) -> bool:
    """Whether what a fact calls a body is the role itself: somebody, not a group that has members."""
    return "function" not in fact.values and "members" not in fact.values and names_role(role, fact, ("body",))


def sits_in(role: Role, fact: Fact) -> bool:
    """Whether a fact places the role in a group: among its members, as the one who calls it, or by its very name."""
    named_for = role.kind == MANAGER and _MANAGER in fact.values.get("body", "").casefold()
    return named_for or names_role(role, fact, ("members", "convener"))


def names_role(role: Role, fact: Fact, keys: tuple[str, ...]) -> bool:
    """Whether the words as written in these values name the role."""
    return _named(role.term, _MANAGERS if role.kind == MANAGER else "", fact.values, keys)


def names_staff(atlas: Atlas, fact: Fact, keys: tuple[str, ...]) -> bool:
    """Whether the words as written in these values name everyone who works there."""
    term = atlas.vocabulary["professions"].get(STAFF)
    return term is not None and _named(term, "", fact.values, keys)


def _named(term: Term, more: str, values: Mapping[str, Any], keys: tuple[str, ...]) -> bool:
    words = [each for key in keys if key in values for each in _texts(values[key])]
    return bool(words) and any(map(_pattern(tuple(term.values.get("forms", ())), more).search, words))


def _texts(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


@lru_cache(maxsize=64)
def _pattern(forms: tuple[str, ...], more: str) -> re.Pattern[str]:
    """Whole words only: a länssamordnare is not a samordnare."""
    words = [*map(re.escape, forms), *filter(None, [more])]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words) or '(?!)'})(?![\w-])", re.IGNORECASE)
