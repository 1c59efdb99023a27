"""«Självreflektion»: the statements, the scale and the steps, to fill in on the page or on paper."""

from collections.abc import Iterator

from atlas.site.page import Page, Renderer
from atlas.site.pages.annual_report import address_of as report_address
from atlas.site.several import address, branch, list_page
from atlas.views.names import short_name
from atlas.views.reflection import Reflection, reflections

PLACE = 61
ROOT = "samordnare/sjalvreflektion"
_TITLE = "Självreflektion"
_LEAD = "Prata om hur ni har det på familjecentralen, enas om en bild och välj vad ni vill förbättra."


def pages(render: Renderer) -> Iterator[Page]:
    """A page for every self-reflection on the site."""
    found = reflections(render.atlas)
    yield from list_page(render, ROOT, _TITLE, _LEAD, [each.document for each in found])
    yield from (_page(render, each, len(found) == 1) for each in found)


def _page(render: Renderer, reflection: Reflection, alone: bool) -> Page:
    document, agreement = reflection.document, reflection.belongs_to
    path = address(ROOT, document, alone)
    return render.page(
        "reflection.md.j2",
        path.replace(".html", ".md"),
        _TITLE if alone else f"{_TITLE}: {document.title}",
        _LEAD,
        lambda: {
            "reflection": reflection,
            "agreement": agreement,
            "agreement_name": short_name(render.atlas, agreement) if agreement else "",
            "report": report_address(render.atlas, document),
        },
        nav=branch(render, _TITLE, document, alone),
    )
