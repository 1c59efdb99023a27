"""«I min kommun»: which agreements on the site say that they apply in a municipality, and how they relate."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from atlas.model.agreement import Agreement, Atlas
from atlas.site.page import Page, Renderer
from atlas.views.names import short_name
from atlas.views.overlap import in_county, missing
from atlas.views.places import Place, places

PLACE = 25


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "municipality.md.j2",
        "kommun/index.md",
        "I min kommun",
        "Välj en kommun och se vilka avtal på webbplatsen som gäller där.",
        lambda: {"groups": _groups(render.atlas)},
        nav=("Avtal", "I min kommun"),
    )


def _groups(atlas: Atlas) -> list[tuple[str, list[dict[str, Any]]]]:
    rows = [_row(atlas, place) for place in places(atlas)]
    return [(county, list(members)) for county, members in groupby(rows, key=lambda row: row["county"])]


def _row(atlas: Atlas, place: Place) -> dict[str, Any]:
    here = place.agreements
    ids = {*here}
    return {
        "id": place.municipality.id,
        "name": place.municipality.name,
        "county": place.county.name,
        "agreements": [_named(atlas, each) for each in here],
        "templates": [_named(atlas, each) for each in place.templates],
        # Where a county has very many, only the nearest are worth a line here.
        "overlaps": [pair for pair in in_county(atlas, place.county.id) if pair.near and {*pair.pair} <= ids],
        "missing": [(short_name(atlas, each.agreement), each.relation) for a in here for each in missing(a)],
    }


def _named(atlas: Atlas, agreement: Agreement) -> dict[str, Any]:
    return {"agreement": agreement, "name": short_name(atlas, agreement)}
