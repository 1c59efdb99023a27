"""Where a newcomer works, as choices: every municipality and county, with the agreements on the site that apply there.

In: the model. Out: `County` with `Choice`. Not here: what there is to read (paths.py). A place without any agreement
here can be chosen like all others: it may well have one that is not on the site.
"""

from dataclasses import dataclass, replace
from itertools import groupby

from atlas.load.fold import swedish_order
from atlas.model.agreement import Agreement, Atlas
from atlas.views.names import short_name
from atlas.views.places import Place, places, told

# What is not here may well be somewhere else.
NOTHING = f"{told(0, 0)}. Det är inte detsamma som inget avtal."


@dataclass(frozen=True, slots=True)
class Choice:
    """A place. `agreements` are the texts to read there; `told` says in words what the site has from it."""

    name: str
    agreements: tuple[Agreement, ...]
    told: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The agreements as they stand in an address."""
        return tuple(each.id for each in self.agreements)


@dataclass(frozen=True, slots=True)
class County:
    """A county that has texts here: the whole of it, its municipalities, and in words how many texts there are."""

    name: str
    url: str
    has: str
    whole: Choice
    municipalities: tuple[Choice, ...]


def counties_with(atlas: Atlas) -> tuple[County, ...]:
    """The counties that have texts here, in the usual order."""
    by_county = {id: tuple(those) for id, those in groupby(places(atlas), key=lambda place: place.county.id)}
    return tuple(_county(atlas, id, texts, by_county.get(id, ())) for id, texts in atlas.counties().items())


def counties_without(atlas: Atlas) -> tuple[Choice, ...]:
    """The counties that no text here comes from."""
    names = [term.name for id, term in atlas.vocabulary["counties"].items() if id not in atlas.counties()]
    return tuple(Choice(name, (), f"{name}: {NOTHING}") for name in sorted(names, key=swedish_order))


def _county(atlas: Atlas, id: str, texts: tuple[Agreement, ...], rows: tuple[Place, ...]) -> County:
    name = atlas.name("counties", id)
    binding = tuple(each for each in texts if each.binds)
    templates = tuple(each for each in texts if not each.binds)
    made = tuple(_choice(atlas, row.municipality.name, row.agreements, row.templates) for row in rows)
    has = told(len(binding), len(templates))
    return County(name, f"avtal/{id}/index.html", has, _whole(atlas, name, binding, templates), made)


def _whole(atlas: Atlas, name: str, binding: tuple[Agreement, ...], templates: tuple[Agreement, ...]) -> Choice:
    """A whole county: the agreements that hold for all of it, else those of its parts."""
    wide = tuple(each for each in binding if each.municipalities is None)
    choice = _choice(atlas, f"{name}, hela länet", wide or binding, templates)
    parts = "" if wide or not binding else " Det gäller inte i hela länet."
    return replace(choice, told=choice.told + parts)


def _choice(atlas: Atlas, name: str, agreements: tuple[Agreement, ...], templates: tuple[Agreement, ...]) -> Choice:
    if agreements:
        words = " och ".join(short_name(atlas, each) for each in agreements)
        return Choice(name, agreements, f"{name}: {words}.")
    if not templates:
        return Choice(name, (), f"{name}: {NOTHING}")
    return Choice(name, templates, f"{name}: {NOTHING} I länet finns {told(0, len(templates))} att läsa.")
