"""The start page: what this is, three ways in, and what is here now, in figures that are counted."""

from collections.abc import Iterator

from atlas.site.cards import card
from atlas.site.page import Page, Renderer
from atlas.topics import TOPICS

PLACE = 0


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    atlas = render.atlas
    binding = [agreement for agreement in atlas.agreements if agreement.binds]
    others = len(atlas.agreements) - len(binding)
    figures = [
        {"label": "län", "value": len(atlas.counties())},
        {"label": "avtal och överenskommelser", "value": len(binding)},
        {"label": "mall" if others == 1 else "mallar och förslag", "value": others},
        {"label": "fakta med citat", "value": sum(len(agreement.facts) for agreement in atlas.agreements)},
        {"label": f"ämnen jämförda av {len(TOPICS)}", "value": len(render.compared)},
    ]
    cards = [card(atlas, agreement) for agreement in atlas.agreements]
    description = "Avtalen om Sveriges familjecentraler, jämförda ord för ord."
    yield render.page(
        "start.md.j2",
        "index.md",
        "Start",
        description,
        nav=("Start",),
        figures=figures,
        cards=cards,
        hide=("navigation", "toc"),
    )
