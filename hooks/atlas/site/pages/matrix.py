"""The matrix: every topic and every agreement on one page, marks only; when they are many, a page for each county."""

from collections.abc import Iterable, Iterator
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.counties import apart, in_county, siblings
from atlas.site.page import Page, Renderer
from atlas.views.comparison import Comparison, counties_compared
from atlas.views.county_pages import page_name
from atlas.views.matrix import by_county, matrix
from atlas.views.names import heads

PLACE = 31
_TITLE, _ROOT = "Matrisen", "jamfor/matris/index.html"


def pages(render: Renderer) -> Iterator[Page]:
    """One page, and then one for each county when the agreements are too many for columns."""
    atlas = render.atlas
    many = bool(apart(atlas))
    yield render.page(
        "matrix_counties.md.j2" if many else "matrix.md.j2",
        "jamfor/matris/index.md",
        _TITLE,
        "Alla ämnen och alla avtal om familjecentraler på en sida: vad som anges, hänvisas och inte tas upp.",
        lambda: _counties(render) if many else _values(atlas, render.compared),
        nav=("Jämför", _TITLE),
        hide=("toc",),
    )
    for county, (part, compared) in counties_compared(atlas).items() if many else ():
        yield _county_page(render, county, part, compared)


def _county_page(render: Renderer, county: str, part: Atlas, compared: Iterable[Comparison]) -> Page:
    name = page_name(part, county)
    return render.page(
        "matrix.md.j2",
        in_county("jamfor/matris/index.md", county),
        f"{_TITLE}: {name}",
        f"Alla ämnen och alla avtal om familjecentraler i {name} på en sida.",
        lambda: _values(part, compared) | {"whole": _ROOT, "siblings": siblings(render.atlas, _ROOT, county)},
        nav=("Jämför", "Län för län", name, _TITLE),
        hide=("toc",),
    )


def _values(atlas: Atlas, compared: Iterable[Comparison]) -> dict[str, Any]:
    return {
        "rows": matrix(atlas, compared),
        "siblings": [],
        "whole": "",
        "columns": heads(atlas),
        "binding": sum(agreement.binds for agreement in atlas.agreements),
        "counties": {id: atlas.name("counties", id) for id in atlas.counties()},
    }


def _counties(render: Renderer) -> dict[str, Any]:
    atlas = render.atlas
    return {
        "rows": by_county(atlas, render.compared),
        "columns": [(in_county(_ROOT, id), page_name(atlas, id)) for id in counties_compared(atlas)],
        "binding": sum(agreement.binds for agreement in atlas.agreements),
    }
