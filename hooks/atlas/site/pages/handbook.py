"""«Samordnarens handbok»: what a coordinator does by rhythm, on what terms, and what to hand over."""

from collections.abc import Iterator
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.counties import apart, branch, compared_in, in_county, links, siblings, titled
from atlas.site.page import Page, Renderer
from atlas.views.belonging import with_documents_alone, with_own_documents
from atlas.views.handbook import TERMS, chapters, county_parts, handover, terms, without_tasks

PLACE = 46
ROOT = "samordnare/index.html"


def pages(render: Renderer) -> Iterator[Page]:
    """One page, and one for each county when agreements are many."""
    atlas = render.atlas
    counties = apart(atlas)
    yield _page(render, with_documents_alone(atlas) if counties else atlas)
    yield from (_page(render, with_own_documents(atlas, part), county) for county, part in counties.items())


def _page(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    """The handbook by all agreements, or by those of a county, which are the atlas then."""
    return render.page(
        "handbook.md.j2",
        in_county("samordnare/index.md", county),
        titled("Samordnarens handbok", render.atlas, county),
        "Samordnarens uppgifter, avtal för avtal: löpande, varje månad, varje år, i början och vid överlämning.",
        lambda: _values(render, atlas, county),
        nav=branch(("Ny", "För samordnare", "Handbok"), render.atlas, county),
    )


def _values(render: Renderer, atlas: Atlas, county: str) -> dict[str, Any]:
    whole = {each.topic.id: each.url for each in render.compared}
    return {
        "compared": compared_in(render.atlas, county) if county else whole,
        "counties": [] if county else links(render.atlas, ROOT, apart(render.atlas)),
        "whole": ROOT if county else "",
        "siblings": siblings(render.atlas, ROOT, county),
        "chapters": chapters(atlas),
        "without": without_tasks(atlas),
        "heads": tuple(TERMS.values()),
        "terms": [each for each in terms(atlas) if each.told or each.facts],
        "handover": handover(atlas),
        "county": county_parts(atlas),
    }
