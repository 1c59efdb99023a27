"""The page of the search: its script fills it, and without one it is the list of all topics."""

from collections.abc import Iterator
from typing import Any

from atlas.load.fold import swedish_order
from atlas.site.page import Page, Renderer

PLACE = 90


def pages(render: Renderer) -> Iterator[Page]:
    """That page."""

    def values() -> dict[str, Any]:
        return {"compared": sorted(render.compared, key=lambda each: swedish_order(each.topic.name))}

    yield render.page(
        "search.md.j2",
        "sok/index.md",
        "Sök",
        "Sök bland avtal, fakta, avsnitt och ämnen.",
        values,
        nav=("Om", "Sök"),
        hide=("toc",),
    )
