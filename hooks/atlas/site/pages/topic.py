"""A comparison page per topic: the spread, the values that differ, the tables, and the agreements' own words."""

from collections.abc import Iterator
from posixpath import dirname
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.chart import age_chart
from atlas.site.counties import links, siblings
from atlas.site.page import Page, Renderer, relative
from atlas.topics.topic import GROUPS
from atlas.views.ages import TOPIC as AGES
from atlas.views.ages import age_lanes
from atlas.views.comparison import (
    FIRST,
    TABLES_APART,
    Comparison,
    counties_compared,
    county_url,
    short_table,
    spread_told,
    taken_up,
)
from atlas.views.county_pages import page_name
from atlas.views.differences import account
from atlas.views.laws import statutes
from atlas.views.library import library
from atlas.views.names import short_name

PLACE = 34
# From how many agreements on a table is easier to use with a filter.
_FILTERED = 8


def pages(render: Renderer) -> Iterator[Page]:
    """The topics in the order in which they are compared; then, when agreements are many, county by county."""
    atlas = render.atlas
    apart = counties_compared(atlas)
    for comparison in render.compared:
        topic = comparison.topic
        branch = () if topic.id in FIRST else (GROUPS[topic.group],)
        yield _page(render, atlas, comparison, ("Jämför", *branch, topic.name))
    for id, (part, compared) in apart.items():
        for comparison in compared:
            stands = ("Jämför", "Län för län", page_name(atlas, id), comparison.topic.name)
            yield _page(render, part, comparison, stands, county=id)


def _page(render: Renderer, atlas: Atlas, comparison: Comparison, nav: tuple[str, ...], county: str = "") -> Page:
    """A topic in all agreements, or with `county` in those of the county, which are the atlas then."""
    topic = comparison.topic
    path = county_url(topic, county) if county else comparison.url
    many = not county and len(atlas.agreements) > TABLES_APART
    name = f"{topic.name}: {page_name(atlas, county)}" if county else topic.name
    return render.page(
        "comparison.md.j2",
        path.removesuffix(".html") + ".md",
        name,
        f"{name} i avtalen om familjecentraler, sida vid sida. {topic.border}",
        lambda: (
            _values(atlas, comparison, path, many)
            | ({"counties": ()} if county else _whole(atlas, comparison, many))
            | {"siblings": siblings(render.atlas, comparison.url, county)}
        ),
        nav=nav,
        edit=f"hooks/atlas/topics/{topic.id}.py",
    )


def _whole(atlas: Atlas, comparison: Comparison, many: bool) -> dict[str, Any]:
    """What is said of all agreements only: the way to each county's page, and a table in short when they are many."""
    topic = comparison.topic
    counties = links(atlas, comparison.url, {id: part for id, (part, _) in counties_compared(atlas).items()})
    return {"counties": counties} | ({"tables": (short_table(atlas, topic),)} if many else {})


def _values(atlas: Atlas, comparison: Comparison, path: str, many: bool) -> dict[str, Any]:
    """What the template needs. With `many` agreements are counted where each would have a line or a name."""
    topic = comparison.topic
    lanes = age_lanes(atlas) if topic.id == AGES and not many else ()
    told = spread_told(comparison)
    return {
        "comparison": comparison,
        "tables": comparison.tables,
        "many": many,
        "filters": len(atlas.agreements) > _FILTERED,
        "chart": age_chart(lanes, lambda url: relative(dirname(path), url)) if lanes else "",
        "spread": [(status, told[status], agreements) for status, agreements in comparison.spread.items()],
        "spread_words": f"{taken_up(atlas, topic.id)} av {comparison.counted} avtal tar upp det.{_aside(atlas)}",
        "account": account(atlas, topic.id, [agreement for agreement in atlas.agreements if agreement.binds]),
        "voices": library(atlas, topic.id),
        "statutes": statutes(atlas, topic.id),
        "names": {agreement.id: short_name(atlas, agreement) for agreement in atlas.agreements},
    }


def _aside(atlas: Atlas) -> str:
    """What is not counted."""
    others = sum(not agreement.binds for agreement in atlas.agreements)
    return f" {'Mallen' if others == 1 else 'Mallar och förslag'} räknas inte." if others else ""
