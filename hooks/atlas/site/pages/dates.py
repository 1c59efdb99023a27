"""«Att bevaka»: every date and deadline that follows from the agreements, and what gives none."""

from collections.abc import Iterator

from atlas.site.deadlines import all_dates
from atlas.site.files.calendars import ALL
from atlas.site.page import Page, Renderer

PLACE = 33


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "dates.md.j2",
        "bevaka/index.md",
        "Att bevaka",
        "Datum som följer av avtalen om familjecentraler: uppsägning, förlängning, revidering och redovisning.",
        lambda: {"all_calendar": ALL, **all_dates(render)},
        nav=("Jämför", "Att bevaka"),
        edit="hooks/atlas/views/dates.py",
    )
