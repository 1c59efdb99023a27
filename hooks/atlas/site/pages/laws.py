"""The page of laws: every rule that an agreement cites, as written, and what holds of it today."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.counties import apart, branch, in_county, links, siblings, titled
from atlas.site.page import Page, Renderer
from atlas.topics import TOPICS
from atlas.views.county_pages import page_name, page_of
from atlas.views.laws import Citation, all_citations, citations, cited_laws, statutes
from atlas.views.names import short_name

PLACE = 35
ROOT = "lag/index.html"


def pages(render: Renderer) -> Iterator[Page]:
    """One page, and one for each county when agreements are many; none when no agreement cites anything."""
    if not any(citations(render.atlas, agreement) for agreement in render.atlas.agreements):
        return
    yield _page(render, render.atlas)
    yield from (_page(render, part, county) for county, part in apart(render.atlas).items())


def _page(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    """What all agreements cite, or those of a county, which are the atlas then."""
    return render.page(
        "laws.md.j2",
        in_county("lag/index.md", county),
        titled("Lagar", atlas, county),
        "Varje lag som avtalen om familjecentraler hänvisar till, och vad som gäller i dag.",
        lambda: _values(render, atlas, county),
        nav=branch(("Jämför", "Lagar"), atlas, county),
        edit="agreements/vocabulary/laws.yml",
    )


def _values(render: Renderer, atlas: Atlas, county: str) -> dict[str, Any]:
    cited, laws = all_citations(atlas), cited_laws(atlas)
    figures = [
        {"label": "lagar och andra regler som avtal hänvisar till", "value": sum(bool(law.mentioned) for law in laws)},
        {"label": "uppgifter i avtalen som hänvisar", "value": sum(law.mentioned for law in laws)},
        {"label": "hänvisningar att se upp med", "value": sum(each.stands_out for each in cited)},
    ]
    return {
        "figures": figures,
        "by_county": lambda citations: _by_county(atlas, citations),
        "counties": [] if county else links(atlas, ROOT, apart(atlas)),
        "whole": ROOT if county else "",
        "siblings": siblings(render.atlas, ROOT, county),
        "outstanding": [each for each in cited if each.stands_out],
        "cited": [law for law in laws if law.mentioned],
        # What holds wherever one works is said once, on the page of all.
        "others": [law for law in laws if not law.mentioned and not county],
        "statutes": [each for topic in TOPICS for each in statutes(atlas, topic) if not county],
        "names": {agreement.id: short_name(atlas, agreement) for agreement in atlas.agreements},
    }


def _by_county(atlas: Atlas, citations: Iterable[Citation]) -> list[tuple[str, str, int]]:
    """The pages of the counties that citations are from: address, name, and how many agreements cite there."""
    cites = {each.agreement.id for each in citations}
    found = Counter(key for id, key in page_of(atlas).items() if id in cites)
    return [(in_county(ROOT, key), page_name(atlas, key), number) for key, number in found.items()]
