"""«I min kommun»: which agreements on the site say that they apply in a municipality, and how they relate."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from atlas.model.agreement import Agreement, Atlas
from atlas.site.counties import apart, in_county, titled
from atlas.site.page import Page, Renderer
from atlas.views.names import short_name
from atlas.views.overlap import MANY, missing
from atlas.views.overlap import in_county as pairs_in
from atlas.views.places import Place, places, told

PLACE = 25
ROOT, _TITLE = "kommun/index.html", "I min kommun"


def pages(render: Renderer) -> Iterator[Page]:
    """One page; when agreements are many it counts them, and leads to a page for each county."""
    atlas = render.atlas
    many = bool(apart(atlas))
    yield _page(
        render, lambda: {"groups": _groups(_counted(each) if many else _row(atlas, each) for each in places(atlas))}
    )
    for county in atlas.counties() if many else ():
        yield _page(render, lambda county=county: _of_county(atlas, county), county)


def _page(render: Renderer, values: Any, county: str = "") -> Page:
    name = render.atlas.name("counties", county)
    return render.page(
        "municipality.md.j2",
        in_county("kommun/index.md", county),
        titled(_TITLE, render.atlas, county),
        f"Välj en kommun{f' i {name}' if county else ''} och se vilka avtal på webbplatsen som gäller där.",
        lambda: {"whole": ROOT if county else "", "wide": (), **values()},
        nav=("Avtal", name, _TITLE) if county else ("Avtal", _TITLE),
    )


def _groups(rows: Iterable[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    return [(county, list(members)) for county, members in groupby(rows, key=lambda row: row["county"])]


def _of_county(atlas: Atlas, county: str) -> dict[str, Any]:
    """The municipalities of a county. What applies in all of them is said once, above."""
    wide = [each for each in atlas.counties()[county] if each.binds and each.municipalities is None]
    here = [_row(atlas, each) for each in places(atlas) if each.county.id == county]
    for row in here:
        row["agreements"] = [each for each in row["agreements"] if each["agreement"] not in wide]
        row["wide"] = len(wide)
        row["missing"] = [] if wide else row["missing"]
    return {"groups": _groups(here), "wide": [_named(atlas, each) for each in wide]}


def _counted(place: Place) -> dict[str, Any]:
    """A municipality with the number of its agreements, and the way to them."""
    county, id = place.county, place.municipality.id
    return {
        **_of_place(place),
        "url": f"{in_county(ROOT, county.id)}#{id.replace('_', '-')}",
        "told": told(len(place.agreements), 0 if place.agreements else len(place.templates)),
    }


def _row(atlas: Atlas, place: Place) -> dict[str, Any]:
    here = place.agreements
    ids = {*here}
    # Where a county has very many, only the nearest are worth a line here, and only while they are few.
    near = [pair for pair in pairs_in(atlas, place.county.id) if pair.near and {*pair.pair} <= ids]
    return {
        **_of_place(place),
        "agreements": [_named(atlas, each) for each in here],
        "templates": [_named(atlas, each) for each in place.templates[:MANY]],
        "overlaps": near if len(near) <= MANY else (),
        "pairs": len(near),
        "pairs_url": f"avtal/{place.county.id}/index.html#samtidigt",
        "missing": [(short_name(atlas, each.agreement), each.relation) for a in here for each in missing(a)],
    }


def _of_place(place: Place) -> dict[str, Any]:
    names = {"id": place.municipality.id, "name": place.municipality.name, "county": place.county.name}
    return {**names, "url": "", "agreements": [], "wide": 0}


def _named(atlas: Atlas, agreement: Agreement) -> dict[str, Any]:
    return {"agreement": agreement, "name": short_name(atlas, agreement)}
