"""The whole site: every generated page and data file, and where pages stand in the navigation.

In: the model and the templates. Out: `Site`. Not here: hand-written pages, and any generator.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.model.agreement import Atlas
from atlas.site.data import agreements, schema, to_json
from atlas.site.page import Page, Renderer
from atlas.site.pages import pages
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS
from atlas.views.comparison import FIRST, Comparison, comparisons
from atlas.views.names import short_name

# A branch of the navigation: a label with the path of a page, or with more branches.
Nav = list[dict[str, "str | Nav"]]


@dataclass(frozen=True, slots=True)
class Site:
    """Pages, other files by path, and the navigation (which also names the hand-written pages)."""

    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    nav: Nav


def build_site(atlas: Atlas, templates: Mapping[str, str]) -> Site:
    """The site of an atlas."""
    compared = comparisons(atlas)
    made = tuple(pages(Renderer(templates, atlas), compared))
    files = {
        "data/agreements.json": to_json(agreements(atlas)),
        "data/agreements.schema.json": to_json(schema()),
    }
    nav: Nav = [
        {"Start": "index.md"},
        {"Ny": [{"Ny på familjecentralen": "ny/index.md"}, {"Ord och förkortningar": "ord/index.md"}]},
        {"Avtal": [{"Alla avtal": "avtal/index.md"}, *_counties(atlas)]},
        {"Jämför": [{"Alla ämnen": "jamfor/index.md"}, *_topics(compared)]},
        {"Redigera": [{"Så redigerar du": "redigera/index.md"}, {"Kontrollens regler": "redigera/regler/index.md"}]},
        {"Om": [{"Om webbplatsen": "om/index.md"}, {"Så läser du svaren": "om/svaren/index.md"}]},
    ]
    return Site(made, files, nav)


def _topics(compared: tuple[Comparison, ...]) -> Nav:
    """The most wanted topics, then the others under their groups."""
    entries = {each.topic.id: {each.topic.name: f"jamfor/{each.topic.id}/index.md"} for each in compared}
    branches: Nav = [dict(entries.pop(id)) for id in FIRST if id in entries]
    for group, name in GROUPS.items():
        here: Nav = [dict(entry) for id, entry in entries.items() if TOPICS[id].group == group]
        branches += [{name: here}] if here else []
    return branches


def _counties(atlas: Atlas) -> Nav:
    branches: Nav = []
    for county, county_agreements in atlas.counties().items():
        here: Nav = [{"Länet": f"avtal/{county}/index.md"}]
        here += [{short_name(atlas, each): f"avtal/{each.id}/index.md"} for each in county_agreements]
        here += [{each.title: f"avtal/{each.id}/index.md"} for each in atlas.documents if each.county == county]
        branches.append({atlas.name("counties", county): here})
    return branches
