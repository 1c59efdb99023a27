"""«Att bevaka»: every date and deadline that follows from the agreements, and what gives none."""

from collections.abc import Iterator
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.counties import siblings
from atlas.site.deadlines import all_dates, calendars
from atlas.site.files.calendars import ALL
from atlas.site.page import Page, Renderer
from atlas.views.comparison import counties_compared
from atlas.views.county_pages import page_name
from atlas.views.dates import all_series

PLACE = 33
_BRANCH = ("Jämför", "Att bevaka")
_TITLE = "Att bevaka"


def pages(render: Renderer) -> Iterator[Page]:
    """One page; when agreements are many, one that leads to each county's."""
    apart = counties_compared(render.atlas)
    if not apart:
        yield _page(render, render.atlas)
        return
    yield render.page(
        "dates_counties.md.j2",
        "bevaka/index.md",
        _TITLE,
        "Datum som följer av avtalen om familjecentraler, län för län.",
        lambda: _counties(render),
        nav=(*_BRANCH, "Alla län"),
        edit="hooks/atlas/views/dates.py",
    )
    yield from (_page(render, part, county) for county, (part, _) in apart.items())


def _counties(render: Renderer) -> dict[str, Any]:
    atlas, clock = render.atlas, render.clock
    return {
        "all_calendar": ALL,
        "counties": [
            (_url(id), page_name(atlas, id), len(all_series(part, clock)), calendars(render, part))
            for id, (part, _) in counties_compared(atlas).items()
        ],
    }


def _url(county: str) -> str:
    return f"bevaka/{county}/index.html"


def _page(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    """The dates of all agreements, or those of a county, which are the atlas then."""
    name = page_name(atlas, county)
    return render.page(
        "dates.md.j2",
        _url(county).removesuffix(".html") + ".md" if county else "bevaka/index.md",
        f"{_TITLE}: {name}" if county else _TITLE,
        "Datum som följer av avtalen om familjecentraler: uppsägning, förlängning, revidering och redovisning.",
        lambda: {
            "all_calendar": ALL,
            "county": name if county else "",
            "siblings": siblings(render.atlas, "bevaka/index.html", county),
            **all_dates(render, atlas),
        },
        nav=(*_BRANCH, name) if county else _BRANCH,
        edit="hooks/atlas/views/dates.py",
    )
