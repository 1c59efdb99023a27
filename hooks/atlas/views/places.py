"""Where agreements apply: municipality by municipality, and county by county for the map.

In: the model. Out: `Place` and `Tile`. Not here: drawing. «Apply» is what a text says of itself; whether it is in force
today is its own answer, mostly unknown. A municipality without any agreement here may well have one.
"""

from dataclasses import dataclass

from atlas.load.fold import swedish_order
from atlas.model.agreement import Agreement, Atlas, Term
from atlas.model.once import once

# A hand-made map: column and row of each county, west to east and north to south. Gotland lies in the sea.
GRID = {
    **{"norrbotten": (2, 0), "vasterbotten": (2, 1), "jamtland": (1, 2), "vasternorrland": (2, 2)},
    **{"dalarna": (1, 3), "gavleborg": (2, 3)},
    **{"varmland": (0, 4), "orebro": (1, 4), "vastmanland": (2, 4), "uppsala": (3, 4)},
    **{"vastra_gotaland": (0, 5), "ostergotland": (1, 5), "sodermanland": (2, 5), "stockholm": (3, 5)},
    **{"halland": (0, 6), "jonkoping": (1, 6), "kalmar": (2, 6), "gotland": (4, 6)},
    **{"skane": (0, 7), "kronoberg": (1, 7), "blekinge": (2, 7)},
}
# Counties that the grid does not know stand in a row of their own below it.
_BELOW = 1 + max(row for _, row in GRID.values())


@dataclass(frozen=True, slots=True)
class Tile:
    """A county on the map: its place, what the site knows in words, and its page (empty when there is none)."""

    county: Term
    column: int
    row: int
    agreements: int
    templates: int
    told: str
    url: str

    @property
    def form(self) -> str:
        """`agreements`, `templates` or `none`: three forms, so that nothing hangs on colour."""
        return "agreements" if self.agreements else "templates" if self.templates else "none"


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality and the agreements on the site that say they apply there. `templates` are its county's."""

    municipality: Term
    county: Term
    agreements: tuple[Agreement, ...]
    templates: tuple[Agreement, ...]


def municipalities_of(atlas: Atlas, agreement: Agreement) -> tuple[str, ...]:
    """The ids of the municipalities where an agreement says that it applies."""
    if agreement.municipalities is not None:
        return agreement.municipalities
    return tuple(term.id for term in _by_county(atlas).get(agreement.county, ()))


@once
def _by_county(atlas: Atlas) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in atlas.vocabulary["municipalities"].values():
        found.setdefault(term.values["county"], []).append(term)
    return found


def places(atlas: Atlas) -> tuple[Place, ...]:
    """Every municipality of the counties that have texts here, county by county, in Swedish order."""
    found = []
    for id, texts in atlas.counties().items():
        terms = _by_county(atlas).get(id, [])
        templates = tuple(each for each in texts if not each.binds)
        for term in sorted(terms, key=lambda each: swedish_order(each.name)):
            here = tuple(each for each in texts if each.binds and term.id in municipalities_of(atlas, each))
            found.append(Place(term, atlas.vocabulary["counties"][id], here, templates))
    return tuple(found)


def told(agreements: int, templates: int) -> str:
    """What the site has from a place, in words: «2 avtal», «1 mall», «inget avtal på webbplatsen»."""
    parts = [f"{agreements} avtal"] * bool(agreements)
    parts += [f"{templates} {'mall' if templates == 1 else 'mallar och förslag'}"] * bool(templates)
    return " och ".join(parts) or "inget avtal på webbplatsen"


def tiles(atlas: Atlas) -> tuple[Tile, ...]:
    """Every county of the vocabulary, in Swedish order."""
    by_county = atlas.counties()
    found = []
    below = 0
    for county in sorted(atlas.vocabulary["counties"].values(), key=lambda each: swedish_order(each.name)):
        texts = by_county.get(county.id, ())
        binding = sum(each.binds for each in texts)
        column, row = GRID.get(county.id, (below, _BELOW))
        below += county.id not in GRID
        words = told(binding, len(texts) - binding)
        url = f"avtal/{county.id}/index.html" if texts else ""
        found.append(Tile(county, column, row, binding, len(texts) - binding, words, url))
    return tuple(found)
