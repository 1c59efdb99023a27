"""What to bring to a meeting: the list of all briefs."""

from collections.abc import Iterator

from atlas.site.page import Page, Renderer

PLACE = 26
_LEAD = (
    "Välj avtal. Underlaget finns som sida att skriva ut och som Word-dokument, med citat och plats för anteckningar."
)


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    atlas = render.atlas
    yield render.page(
        "several.md.j2",
        "underlag/index.md",
        "Underlag att ta med",
        "Underlag inför möte, avtal för avtal.",
        lambda: {
            "lead": _LEAD,
            "listed": [
                (each, f"underlag/{each.id}/index.html", atlas.name("counties", each.county))
                for each in atlas.agreements
            ],
        },
        nav=("Avtal", "Underlag att ta med"),
    )
