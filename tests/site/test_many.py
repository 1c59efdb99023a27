"""Sixty generated agreements: no page grows out of hand, tables can be filtered, and words stand county by county."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from atlas.check import run_checks
from atlas.load.read import Entry, read
from atlas.model.agreement import Atlas
from atlas.model.build import build
from atlas.site import counties
from atlas.site.build import Site
from atlas.site.page import Page, Renderer
from atlas.site.pages import (
    agreements,
    basics,
    dates,
    handbook,
    introduction,
    laws,
    matrix,
    municipality,
    newcomer,
    roles,
    topic,
)
from atlas.site.repository import Repository
from atlas.topics import TOPICS
from atlas.views import county_pages
from atlas.views.brief import MOST_BESIDE, brief
from atlas.views.comparison import TABLES_APART, WORDS_APART, comparisons
from atlas.views.dates import series_of
from atlas.views.overlap import MANY, NEAREST, in_county, of_agreement
from edge.disk import read_templates
from tests.bench.generate import generate

# What is promised, less what a generator and its theme put around the page: navigation, search, the list of contents.
MOST_BYTES = 1_500_000 - 150_000


@pytest.fixture(scope="module")
def many() -> Atlas:
    """Sixty agreements. That such are without findings is tested below, on fewer."""
    return build(read(Entry(path, data) for path, data in generate(60).items()))


@pytest.fixture(scope="module")
def more(many: Atlas) -> Atlas:
    """Each of them twice."""
    twice = tuple(replace(each, id=f"{each.id}-igen") for each in many.agreements)
    return replace(many, agreements=(*many.agreements, *twice))


@pytest.fixture(scope="module")
def pages(many: Atlas) -> Mapping[str, Page]:
    """The pages that put all agreements side by side, with links to change every fact."""
    repository = Repository("gitlab", "https://git.example.org/regionen/redaktionen/avtalsatlas")
    render = Renderer(read_templates(), many, comparisons(many), "2026-01-01", repository=repository)
    return {page.path: page for module in (topic, matrix, newcomer, roles, dates) for page in module.pages(render)}


def test_generated_agreements_are_without_findings_and_the_same_every_time() -> None:
    files = generate(11)
    assert run_checks(read(Entry(path, data) for path, data in files.items())) == ()
    assert generate(11) == files
    assert generate(11, seed=2) != files


def test_no_page_is_too_large(pages: Mapping[str, Page]) -> None:
    sizes = {path: len(page.source.encode()) for path, page in pages.items()}
    assert {path: size for path, size in sizes.items() if size > MOST_BYTES} == {}


def test_every_topic_can_be_filtered_by_county_and_kind(many: Atlas, pages: Mapping[str, Page]) -> None:
    for id in TOPICS:
        markdown = pages[f"jamfor/{id}/index.md"].markdown
        assert "data-agreement-filters" in markdown
        marked = set(re.findall(r'data-county="([^"]+)" data-kind="([^"]+)"', markdown))
        heads = {(many.name("counties", each.county), each.kind_words) for each in many.agreements}
        assert marked == heads if id != "governance" else marked <= heads
    assert pages["jamfor/matris/index.md"].markdown.count("data-kind=") == 60


def test_the_words_stand_on_the_page_of_their_county(many: Atlas, pages: Mapping[str, Page]) -> None:
    assert len(many.agreements) > WORDS_APART
    for agreement in many.agreements:
        county = pages[f"jamfor/purpose/{agreement.county}/index.md"].markdown
        for fact in agreement.answers["purpose"].facts:
            assert f"#{fact.id}" in county
        assert f"ord-{agreement.id.replace('/', '-')}" in county
    assert "<blockquote" not in pages["jamfor/reporting/index.md"].markdown.partition("{: #ordalydelse }")[2]


def test_the_tables_are_short_when_there_are_more(more: Atlas) -> None:
    assert len(more.agreements) > TABLES_APART
    render = Renderer(read_templates(), more, comparisons(more), "2026-01-01")
    made = {page.path: page for page in topic.pages(render)}
    page = made["jamfor/target_group/index.md"]
    assert len(page.source.encode()) < MOST_BYTES / 4
    # Counted on the whole page, drawn and named on the county's.
    assert "aa-figure" not in page.markdown and "aa-figure" in made["jamfor/target_group/orebro/index.md"].markdown
    assert re.search(r"<dd>\d+ avtal</dd>", page.markdown)
    for agreement in more.agreements:
        assert f'id="{agreement.id.replace("/", "-")}"' in page.markdown


def test_few_agreements_need_no_filter(site: Site) -> None:
    told = "".join(page.markdown for page in site.pages)
    assert "data-agreement-filters" not in told


def test_a_role_and_the_dates_stand_county_by_county(many: Atlas, pages: Mapping[str, Page]) -> None:
    whole, dates = pages["ny/roll/barnmorska/index.md"].markdown, pages["bevaka/index.md"].markdown
    for agreement in many.agreements:
        row = agreement.id.replace("/", "-")
        # An address from before still lands, and leads on to the county's page.
        assert f'id="{row}" href="{agreement.county}/index.html#{row}"' in whole
        assert f"{{: #{row} }}" in pages[f"ny/roll/barnmorska/{agreement.county}/index.md"].markdown
        assert f'href="{agreement.county}/index.html"' in dates
        own = pages[f"bevaka/{agreement.county}/index.md"].markdown
        assert all(f"{agreement.id}/" in own for _ in series_of(agreement, "2026-01-01")[:1])
    assert "<blockquote" not in dates and "aa-role__part" not in whole


def test_a_county_with_many_agreements_gives_pairs_and_briefs_their_nearest(many: Atlas) -> None:
    chosen = "orebro"
    few = [each for each in many.agreements if each.county == chosen]
    copies = [replace(each, id=f"{each.id}-{number}") for number in range(5) for each in few]
    crowded = replace(many, agreements=tuple(copies))
    render = Renderer(read_templates(), crowded, comparisons(crowded), "2026-01-01")
    made = {page.path: page for page in agreements.pages(render)}
    county = made[f"avtal/{chosen}/index.md"].markdown
    pairs = in_county(crowded, chosen)
    near = [each for each in pairs if each.near]
    assert len(copies) > MANY and 0 < len(near) < len(pairs)
    assert all(f'<li id="{each.anchor}">' in county for each in pairs)
    assert "aa-sidebyside" not in county
    for each in near:
        assert "aa-sidebyside" in made[each.url.removesuffix(".html") + ".md"].markdown
    for agreement in copies:
        # Every agreement leads to a pair of its own, and no list of nearest is longer than it says.
        assert sum(each.near for each in of_agreement(crowded, agreement)) >= (NEAREST if agreement.binds else 0)
        told = brief(crowded, agreement, "2026-01-01")
        assert len(told.reads) == 1 + MOST_BESIDE and told.left == len(copies) - len(told.reads)
        assert f"{told.left} till" in told.rest


def test_the_matrix_counts_counties_when_agreements_are_too_many(more: Atlas) -> None:
    render = Renderer(read_templates(), more, comparisons(more), "2026-01-01")
    whole, *counties = matrix.pages(render)
    assert whole.markdown.count('<th scope="col"><a') == len(counties) == len(more.counties())
    part = [each for each in more.agreements if each.county == "orebro" and each.binds]
    taken = sum(each.answers["notice"].status not in ("silent", "unread") for each in part)
    assert f'notice/orebro/index.html">{taken} av {len(part)}</a>' in whole.markdown
    assert sum(page.markdown.count("data-kind=") for page in counties) == len(more.agreements)


# Pages that say something of every agreement, and whether each agreement is named on its county's.
_GROWING = {
    "lag": False,
    "ny/styrning": True,
    "ny/vad": True,
    "ny/vilka": True,
    "ny/tystnadsplikt": True,
    "ny/orolig": True,
    "samordnare": True,
    "ny/introduktion/barnmorska": False,
    "ny/vag/barnmorska": True,
}


def test_what_grows_with_agreements_stands_county_by_county(more: Atlas) -> None:
    render = Renderer(read_templates(), more, comparisons(more), "2026-01-01")
    made = {
        page.path: page for module in (laws, basics, handbook, introduction, newcomer) for page in module.pages(render)
    }
    for folder, all_named in _GROWING.items():
        whole = made[f"{folder}/index.md"].markdown
        assert not any(f"/{each.id}/" in whole for each in more.agreements)
        for county, here in more.counties().items():
            assert f'href="{county}/index.html"' in whole
            own = made[f"{folder}/{county}/index.md"].markdown
            named = {each.id for each in more.agreements if f"/{each.id}/" in own}
            assert named and named <= {each.id for each in here}
            assert len(named) == len(here) or not all_named
            anchors = re.findall(rf'href="{county}/index.html#([^"]+)"', whole)
            assert all(f"{{: #{anchor} }}" in own for anchor in anchors)
            own_links = re.findall(r'href="#([^"]+)"', own)
            assert all(f"#{anchor} " in own or f'id="{anchor}"' in own for anchor in own_links)
    # A path leads by way of the county's pages, and the way in to the county's path.
    for county, here in more.counties().items():
        own = made[f"ny/vag/barnmorska/{county}/index.md"].markdown
        for each in here:
            assert f'/roll/barnmorska/{county}/index.html#{each.id.replace("/", "-")}"' in own
        assert all(f'href="../../../{page}/{county}/index.html"' in own for page in ("vad", "styrning", "orolig"))
    assert all(f' data-county="{county}"' in made["ny/index.md"].markdown for county in more.counties())


# A page of each kind that stands county by county.
_IN_PARTS = (
    "jamfor/goals",
    "jamfor/matris",
    "ny/roll/barnmorska",
    "bevaka",
    "samordnare",
    "ny/vad",
    "ny/vag/barnmorska",
    "lag",
)


def test_a_county_with_more_than_a_page_holds_has_several(many: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county_pages, "MOST", 2)
    for module in (counties, topic):
        monkeypatch.setattr(module, "TABLES_APART", 50)
    crowded = replace(many)
    here = [each.id for each in crowded.counties()["orebro"]]
    assert len(here) == 3
    parts = {"orebro": here[:1], "orebro/del-2": here[1:]}
    render = Renderer(read_templates(), crowded, comparisons(crowded), "2026-01-01")
    modules = (topic, matrix, roles, dates, handbook, basics, newcomer, laws)
    made = {page.path: page for module in modules for page in module.pages(render)}
    for folder in _IN_PARTS:
        whole = made[f"{folder}/index.md"].markdown
        for key, own in parts.items():
            page = made[f"{folder}/{key}/index.md"]
            assert page.title.endswith("Örebro län, del 2" if key.endswith("2") else "Örebro län")
            heading = next(line for line in page.markdown.splitlines() if line.startswith("# "))
            assert "Örebro län" in heading, "a reader must see that the page is not of all counties"
            named = {id for id in here if f"/{id}/" in page.markdown}
            assert named <= {*own} and (folder == "lag" or named == {*own})
            # Each leads to the other and says which it is, and that of all leads to both.
            other = '<a href="../index.html">Del 1' if key.endswith("2") else '<a href="del-2/index.html">Del 2'
            assert other in page.markdown and page.markdown.count('<b aria-current="page">Del') == 1
            assert f'href="{key}/index.html' in whole
    leads = re.findall(r'<option value="([^"]+)"[^>]* data-county="([^"]+)"', made["ny/index.md"].markdown)
    page_of = county_pages.page_of(crowded)
    assert leads and all({page_of[id] for id in ids.split(",")} == {key} for ids, key in leads)


def test_municipalities_stand_county_by_county_when_agreements_are_many(more: Atlas) -> None:
    render = Renderer(read_templates(), more, comparisons(more), "2026-01-01")
    whole, *own = municipality.pages(render)
    assert len(own) == len(more.counties())
    assert not any(f"/{each.id}/" in whole.markdown for each in more.agreements)
    for (county, here), page in zip(more.counties().items(), own, strict=True):
        for anchor in re.findall(rf'href="{county}/index.html#([^"]+)"', whole.markdown):
            assert f'<tr id="{anchor}"' in whole.markdown and f'<tr id="{anchor}"' in page.markdown
        wide = {each.id for each in here if each.binds and each.municipalities is None}
        for id in wide:
            assert page.markdown.count(f"/{id}/index.html") == 1, "what applies in the whole county is said once"
        assert all(f"/{each.id}/index.html" in page.markdown for each in here if each.binds)
