"""«Året»: what documents say is done each year, as a wheel and as tables, and a blank one to fill in."""

from collections.abc import Iterator

from atlas.site.files.year_calendar import year_calendar_path
from atlas.site.page import Page, Renderer
from atlas.site.year_wheel import year_wheel
from atlas.topics.common import MONTHS
from atlas.views.year import Wheel, time_words, wheels, yearly_elsewhere

PLACE = 44
BLANK = "ny/aret/blank/index.md"


def pages(render: Renderer) -> Iterator[Page]:
    """The year, and the blank one."""
    yield render.page(
        "year.md.j2",
        "ny/aret/index.md",
        "Året",
        "Det som återkommer varje år på en familjecentral, månad för månad och efter vem som ansvarar.",
        lambda: {
            "wheels": [(each, year_wheel(each, f"{each.anchor}-manader"), _calendar(each)) for each in _wheels(render)],
            "yearly": yearly_elsewhere(render.atlas, render.clock),
            "time_words": time_words,
            "MONTHS": MONTHS,
        },
        nav=("Ny", "Året"),
    )
    yield render.page(
        "year_blank.md.j2",
        BLANK,
        "Årshjul att fylla i",
        "Ett tomt årshjul att skriva ut och fylla i för din familjecentral.",
        lambda: {"months": MONTHS},
        nav=("Ny", "Årshjul att fylla i"),
    )


def _wheels(render: Renderer) -> tuple[Wheel, ...]:
    return wheels(render.atlas, render.clock)


def _calendar(wheel: Wheel) -> str:
    return year_calendar_path(wheel.document)
