"""What to bring to a meeting, a page per agreement: readable here, and made for paper.

In: a renderer. Out: pages. Not here: what a brief says (views/brief.py), and the same as a document (files/briefs.py).
"""

from collections.abc import Iterator
from typing import Any

from atlas.model.agreement import Agreement
from atlas.site.files.briefs import document_of
from atlas.site.page import Page, Renderer
from atlas.topics.common import when
from atlas.views.brief import DATES, Brief, brief, title_of
from atlas.views.names import short_name
from atlas.views.overlap import MANY

PLACE = 25


def pages(render: Renderer) -> Iterator[Page]:
    """A page for every agreement, templates included."""
    return (_page(render, agreement) for agreement in render.atlas.agreements)


def _page(render: Renderer, agreement: Agreement) -> Page:
    atlas, name = render.atlas, short_name(render.atlas, agreement)
    return render.page(
        "brief.md.j2",
        f"underlag/{agreement.id}/index.md",
        title_of(name),
        _description(name, len(atlas.counties()[agreement.county])),
        lambda: _values(render, brief(atlas, agreement, render.clock)),
        nav=("Avtal", atlas.name("counties", agreement.county), "Underlag inför möte", name),
        edit=agreement.path,
    )


def _values(render: Renderer, brief: Brief) -> dict[str, Any]:
    return {
        "brief": brief,
        "document": document_of(brief.id),
        "about_dates": DATES,
        "date": when(render.clock),
        # A topic's name leads to its section here, else to its comparison; one that nobody read for has neither.
        "sections": {subject.topic for part in brief.parts if not part.named for subject in part.subjects},
        "compared": {each.topic.id for each in render.compared},
    }


def _description(name: str, in_county: int) -> str:
    if in_county == 1:
        return f"{name} inför ett möte: vad avtalet säger, med citat, och vad som är oklart i det."
    others = "närmaste" if in_county > MANY else "andra"
    return f"{name} inför ett möte: vad som skiljer från de {others} avtalen i länet, med citat, och vad som är oklart."
