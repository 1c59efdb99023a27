"""A comparison page per topic: the spread, the values that differ, the tables, and the agreements' own words."""

from collections.abc import Iterator

from atlas.model.agreement import Atlas
from atlas.site.chart import age_chart
from atlas.site.page import Page, Renderer, relative
from atlas.topics.topic import GROUPS
from atlas.views.ages import TOPIC as AGES
from atlas.views.ages import age_lanes
from atlas.views.comparison import FIRST, Comparison, spread_told, taken_up
from atlas.views.differences import account
from atlas.views.laws import statutes
from atlas.views.library import library
from atlas.views.names import short_name

PLACE = 34


def pages(render: Renderer) -> Iterator[Page]:
    """The topics in the order in which they are compared."""
    yield from (_page(render, each) for each in render.compared)


def _page(render: Renderer, comparison: Comparison) -> Page:
    topic, atlas = comparison.topic, render.atlas
    lanes = age_lanes(atlas) if topic.id == AGES else ()
    chart = age_chart(lanes, lambda url: relative(f"jamfor/{topic.id}", url)) if lanes else ""
    binding = [agreement for agreement in atlas.agreements if agreement.binds]
    told = spread_told(comparison)
    return render.page(
        "comparison.md.j2",
        f"jamfor/{topic.id}/index.md",
        topic.name,
        f"{topic.name} i avtalen om familjecentraler, sida vid sida. {topic.border}",
        comparison=comparison,
        chart=chart,
        spread=[(status, told[status], agreements) for status, agreements in comparison.spread.items()],
        spread_words=f"{taken_up(atlas, topic.id)} av {comparison.counted} avtal tar upp det.{_aside(atlas)}",
        account=account(atlas, topic.id, binding),
        voices=library(atlas, topic.id),
        statutes=statutes(atlas, topic.id),
        names={agreement.id: short_name(atlas, agreement) for agreement in atlas.agreements},
        nav=("Jämför", topic.name) if topic.id in FIRST else ("Jämför", GROUPS[topic.group], topic.name),
        edit=f"hooks/atlas/topics/{topic.id}.py",
    )


def _aside(atlas: Atlas) -> str:
    """What is not counted."""
    others = sum(not agreement.binds for agreement in atlas.agreements)
    return f" {'Mallen' if others == 1 else 'Mallar och förslag'} räknas inte." if others else ""
