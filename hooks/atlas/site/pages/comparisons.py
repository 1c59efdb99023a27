"""The list of topics that agreements are compared on."""

from collections.abc import Iterator
from typing import Any

from atlas.site.page import Page, Renderer
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS, Topic
from atlas.views.comparison import FIRST, Comparison, taken_up
from atlas.views.differences import account

PLACE = 30


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "comparisons.md.j2",
        "jamfor/index.md",
        "Jämför",
        "Alla ämnen som avtalen om familjecentraler jämförs på.",
        lambda: _values(render),
        nav=("Jämför", "Alla ämnen"),
    )


def _values(render: Renderer) -> dict[str, Any]:
    by_id = {each.topic.id: each for each in render.compared}
    groups = [
        (name, [_line(render, topic, by_id.get(topic.id)) for topic in TOPICS.values() if topic.group == group])
        for group, name in GROUPS.items()
    ]
    return {"groups": groups, "first": [by_id[id] for id in FIRST if id in by_id]}


def _line(render: Renderer, topic: Topic, comparison: Comparison | None) -> dict[str, Any]:
    if not comparison:
        return {"topic": topic, "comparison": None, "told": "", "differs": ""}
    binding = [agreement for agreement in render.atlas.agreements if agreement.binds]
    told = f"{taken_up(render.atlas, topic.id)} av {comparison.counted} avtal tar upp det"
    differs = account(render.atlas, topic.id, binding).told
    return {"topic": topic, "comparison": comparison, "told": told, "differs": differs}
