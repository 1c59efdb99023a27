"""The list of topics, and a comparison page per topic."""

from collections.abc import Iterator

from atlas.model.agreement import Atlas
from atlas.site.chart import age_chart
from atlas.site.page import Page, Renderer, relative
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS
from atlas.views.ages import TOPIC as AGES
from atlas.views.ages import age_lanes
from atlas.views.comparison import FIRST, Comparison
from atlas.views.names import short_name

PLACE = 30


def pages(render: Renderer) -> Iterator[Page]:
    """The list, then the topics in the order in which they are compared."""
    yield _comparisons(render)
    yield from (_comparison(render, each) for each in render.compared)


def _comparisons(render: Renderer) -> Page:
    by_id = {each.topic.id: each for each in render.compared}
    groups = [
        (
            name,
            [
                {"topic": topic, "comparison": by_id.get(topic.id), "told": _told(by_id.get(topic.id))}
                for topic in TOPICS.values()
                if topic.group == group
            ],
        )
        for group, name in GROUPS.items()
    ]
    first = [by_id[id] for id in FIRST if id in by_id]
    description = "Alla ämnen som avtalen om familjecentraler jämförs på."
    return render.page(
        "comparisons.md.j2",
        "jamfor/index.md",
        "Jämför",
        description,
        nav=("Jämför", "Alla ämnen"),
        groups=groups,
        first=first,
    )


def _told(comparison: Comparison | None) -> str:
    if not comparison:
        return ""
    total = sum(len(agreements) for agreements in comparison.spread.values())
    silent = len(comparison.spread.get("silent", ())) + len(comparison.spread.get("unread", ()))
    return f"{total - silent} av {total} avtal tar upp det"


def _comparison(render: Renderer, comparison: Comparison) -> Page:
    topic = comparison.topic
    path = f"jamfor/{topic.id}/index.md"
    chart = (
        age_chart(age_lanes(render.atlas), lambda url: relative(f"jamfor/{topic.id}", url)) if topic.id == AGES else ""
    )
    spread = [
        {
            "status": status,
            "agreements": [{"url": each.url, "name": short_name(render.atlas, each)} for each in agreements],
        }
        for status, agreements in comparison.spread.items()
    ]
    return render.page(
        "comparison.md.j2",
        path,
        topic.name,
        f"{topic.name} i avtalen om familjecentraler, sida vid sida. {topic.border}",
        comparison=comparison,
        chart=chart,
        spread=spread,
        spread_words=spread_words(render.atlas, comparison),
        nav=("Jämför", topic.name) if topic.id in FIRST else ("Jämför", GROUPS[topic.group], topic.name),
        edit=f"hooks/atlas/topics/{topic.id}.py",
    )


def spread_words(atlas: Atlas, comparison: Comparison) -> str:
    """How many agreements take the topic up, in a sentence that says what is not counted."""
    others = [agreement for agreement in atlas.agreements if not agreement.binds]
    aside = f" {'Mallen' if len(others) == 1 else 'Mallar och förslag'} räknas inte." if others else ""
    return f"{_told(comparison)}.{aside}"
