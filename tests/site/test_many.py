"""Sixty generated agreements: no page grows out of hand, tables can be filtered, and words stand county by county."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from atlas.check import run_checks
from atlas.load.read import Entry, read
from atlas.model.agreement import Atlas
from atlas.model.build import build
from atlas.site.build import Site
from atlas.site.page import Page, Renderer
from atlas.site.pages import matrix, newcomer, topic
from atlas.site.repository import Repository
from atlas.topics import TOPICS
from atlas.views.comparison import TABLES_APART, WORDS_APART, comparisons
from edge.disk import read_templates
from tests.bench.generate import generate

# What is promised, less what a generator and its theme put around the page: navigation, search, the list of contents.
MOST_BYTES = 1_500_000 - 150_000


@pytest.fixture(scope="module")
def many() -> Atlas:
    """Sixty agreements. That such are without findings is tested below, on fewer."""
    return build(read(Entry(path, data) for path, data in generate(60).items()))


@pytest.fixture(scope="module")
def pages(many: Atlas) -> Mapping[str, Page]:
    """The pages that put all agreements side by side, with links to change every fact."""
    repository = Repository("gitlab", "https://git.example.org/regionen/redaktionen/avtalsatlas")
    render = Renderer(read_templates(), many, comparisons(many), "2026-01-01", repository=repository)
    return {page.path: page for module in (topic, matrix, newcomer) for page in module.pages(render)}


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


def test_the_tables_are_short_when_there_are_more(many: Atlas) -> None:
    twice = tuple(replace(each, id=f"{each.id}-igen") for each in many.agreements)
    more = replace(many, agreements=(*many.agreements, *twice))
    assert len(more.agreements) > TABLES_APART
    render = Renderer(read_templates(), more, comparisons(more), "2026-01-01")
    page = next(iter(topic.pages(render)))
    assert len(page.source.encode()) < MOST_BYTES / 4
    for agreement in more.agreements:
        assert f'id="{agreement.id.replace("/", "-")}"' in page.markdown


def test_few_agreements_need_no_filter(site: Site) -> None:
    told = "".join(page.markdown for page in site.pages)
    assert "data-agreement-filters" not in told
