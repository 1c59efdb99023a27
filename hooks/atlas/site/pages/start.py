"""The start page: what this is, three ways in, and what is here now, in figures that are counted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.cards import card
from atlas.site.counties import Links, apart, links
from atlas.site.page import Page, Renderer
from atlas.topics import TOPICS

PLACE = 0


@dataclass(frozen=True, slots=True)
class _Door:
    """A way in: where it leads, and some of the pages behind it."""

    name: str
    words: str
    url: str
    ways: tuple[tuple[str, str], ...]


_DOORS = (
    _Door(
        "Jag är ny",
        "Vad är det här för plats, vad kräver avtalet av mig och vem frågar jag?",
        "ny/index.html",
        (
            ("ny/vad/index.html", "Vad är en familjecentral?"),
            ("ny/roll/index.html", "Din roll"),
            ("ny/orolig/index.html", "Orolig för ett barn"),
            ("ny/fragor/index.html", "Kan jag det här?"),
        ),
    ),
    _Door(
        "Jag jämför",
        "Åldrar, ansvar, ledning, uppsägning: vad skriver de andra?",
        "jamfor/index.html",
        (
            ("jamfor/valj/index.html", "Välj och jämför"),
            ("bevaka/index.html", "Att bevaka"),
            ("underlag/index.html", "Underlag att ta med"),
        ),
    ),
    _Door(
        "Jag redigerar",
        "Rätta ett ord eller lägg till ett avtal.",
        "redigera/index.html",
        (
            ("redigera/index.html", "Så redigerar du"),
            ("redigera/regler/index.html", "Regler"),
        ),
    ),
)


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "start.md.j2",
        "index.md",
        "Start",
        "Avtalen om Sveriges familjecentraler, jämförda ord för ord.",
        lambda: {
            "doors": _DOORS,
            "figures": _figures(render),
            "cards": [card(render.atlas, agreement) for agreement in render.atlas.agreements],
            "counties": _counties(render.atlas),
        },
        nav=("Start",),
        hide=("navigation", "toc"),
    )


def _counties(atlas: Atlas) -> Links:
    """The way to each county, when agreements are too many for a card each."""
    parts = {id: replace(atlas, agreements=here) for id, here in atlas.counties().items()}
    return links(atlas, "avtal/index.html", parts if apart(atlas) else {})


def _figures(render: Renderer) -> list[dict[str, Any]]:
    atlas = render.atlas
    binding = [agreement for agreement in atlas.agreements if agreement.binds]
    others = len(atlas.agreements) - len(binding)
    return [
        {"label": "län", "value": len(atlas.counties())},
        {"label": "avtal och överenskommelser", "value": len(binding)},
        {"label": "mall" if others == 1 else "mallar och förslag", "value": others},
        {"label": "fakta med citat", "value": sum(len(agreement.facts) for agreement in atlas.agreements)},
        {"label": f"ämnen jämförda av {len(TOPICS)}", "value": len(render.compared)},
    ]
