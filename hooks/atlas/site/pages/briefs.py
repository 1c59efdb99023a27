"""What to bring to a meeting, a page per agreement: readable here, and made for paper.

In: a renderer. Out: pages. Not here: what a brief says (views/brief.py), and the same as a document (files/briefs.py).
"""

from collections.abc import Iterator

from atlas.site.files.briefs import document_of
from atlas.site.page import Page, Renderer
from atlas.topics.common import when
from atlas.views.brief import DATES, Brief, briefs

PLACE = 25


def pages(render: Renderer) -> Iterator[Page]:
    """A page for every agreement, templates included."""
    for brief in briefs(render.atlas, render.clock):
        yield render.page(
            "brief.md.j2",
            f"underlag/{brief.id}/index.md",
            brief.title,
            _description(brief),
            nav=("Avtal", brief.county, "Underlag inför möte", brief.name),
            edit=f"agreements/{brief.id}/agreement.yml",
            brief=brief,
            document=document_of(brief),
            about_dates=DATES,
            date=when(render.clock),
            # A topic's name leads to its section here, else to its comparison; one that nobody read for has neither.
            sections={subject.topic for part in brief.parts if not part.named for subject in part.subjects},
            compared={each.topic.id for each in render.compared},
        )


def _description(brief: Brief) -> str:
    if brief.alone:
        return f"{brief.name} inför ett möte: vad avtalet säger, med citat, och vad som är oklart i det."
    return (
        f"{brief.name} inför ett möte: vad som skiljer från de andra avtalen i länet, med citat, och vad som är oklart."
    )
