"""The matrix: every topic and every agreement on one page, marks only."""

from collections.abc import Iterator

from atlas.site.page import Page, Renderer
from atlas.views.matrix import matrix
from atlas.views.names import heads

PLACE = 31


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    atlas = render.atlas
    yield render.page(
        "matrix.md.j2",
        "jamfor/matris/index.md",
        "Matrisen",
        "Alla ämnen och alla avtal om familjecentraler på en sida: vad som anges, hänvisas och inte tas upp.",
        lambda: {
            "rows": matrix(atlas, render.compared),
            "columns": heads(atlas),
            "binding": sum(agreement.binds for agreement in atlas.agreements),
            "counties": {id: atlas.name("counties", id) for id in atlas.counties()},
        },
        nav=("Jämför", "Matrisen"),
        hide=("toc",),
    )
