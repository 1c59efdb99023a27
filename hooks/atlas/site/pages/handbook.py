"""«Samordnarens handbok»: what a coordinator does by rhythm, on what terms, and what to hand over."""

from collections.abc import Iterator

from atlas.site.page import Page, Renderer
from atlas.views.handbook import TERMS, chapters, county_parts, handover, terms, without_tasks

PLACE = 46


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    atlas = render.atlas
    yield render.page(
        "handbook.md.j2",
        "samordnare/index.md",
        "Samordnarens handbok",
        "Samordnarens uppgifter, avtal för avtal: löpande, varje månad, varje år, i början och vid överlämning.",
        lambda: {
            "compared": {each.topic.id: each.url for each in render.compared},
            "chapters": chapters(atlas),
            "without": without_tasks(atlas),
            "heads": tuple(TERMS.values()),
            "terms": [each for each in terms(atlas) if each.told or each.facts],
            "handover": handover(atlas),
            "county": county_parts(atlas),
        },
        nav=("Ny", "För samordnare", "Handbok"),
    )
