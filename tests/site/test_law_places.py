"""Law, coverage and places on the pages: what golden files do not show, since the corpus has no such case."""

from collections.abc import Mapping

import pytest

from atlas.load.read import Entry
from atlas.model.agreement import Atlas, Term
from atlas.pipeline import load, make
from atlas.site.build import Site
from atlas.site.county_map import county_map
from atlas.views.places import GRID, Tile, tiles
from edge.disk import read_templates

LAWS = "agreements/vocabulary/laws.yml"


def changed(corpus: Mapping[str, bytes], *edits: tuple[str, str]) -> dict[str, str]:
    """The pages of the corpus with edits to its laws: address → Markdown."""
    files = dict(corpus)
    for old, new in edits:
        assert files[LAWS].count(old.encode()) == 1
        files[LAWS] = files[LAWS].replace(old.encode(), new.encode())
    outcome = load(Entry(path, data) for path, data in files.items())
    assert outcome.atlas, outcome.report
    return {page.url: page.markdown for page in make(outcome, read_templates(), "2026-01-01").pages}


@pytest.fixture(scope="module")
def with_law(corpus: Mapping[str, bytes]) -> dict[str, str]:
    """The pages when the new law demands something, and the old section never meant what it is cited for."""
    return changed(
        corpus,
        (
            "  since: 2020-07-01\n",
            "  since: 2020-07-01\n"
            "  holds: [{topic: duty_to_report, section: 5 kap. 1 §, says: Alla ska <anmäla> oro.}]\n",
        ),
        (
            "      verified: true\n",
            "      verified: true\n      mistaken: [{topic: duty_to_report, says: Fel ställe.}]\n",
        ),
    )


def test_what_law_demands_stands_beside_its_topic_and_no_other(with_law: dict[str, str]) -> None:
    box = with_law["jamfor/duty_to_report/index.html"]
    assert "Alla ska &lt;anmäla&gt; oro." in box
    assert 'href="../../lag/index.html#lag-ny-exempellag"' in box
    # Nobody has checked the new law, and the box says so.
    assert "inte kontrollerat" in box
    topics = [url for url, words in with_law.items() if "aa-statutes" in words and url.startswith("jamfor/")]
    assert topics == ["jamfor/duty_to_report/index.html"]


def test_a_wrong_reference_stands_out_wherever_it_is_told(with_law: dict[str, str], site: Site) -> None:
    for url in ("lag/index.html", "avtal/exempel/lan-2022/index.html"):
        assert "fel hänvisning" in with_law[url] and "Fel ställe." in with_law[url]
    right = {page.url: page.markdown for page in site.pages}
    assert "fel hänvisning" not in right["lag/index.html"] and "ersatt" in right["lag/index.html"]


def test_an_agreement_without_references_has_no_box(site: Site) -> None:
    pages = {page.url: page.markdown for page in site.pages}
    assert "Hänvisningar till lag" in pages["avtal/exempel/lan-2022/index.html"]
    assert "Hänvisningar till lag" not in pages["avtal/exempel/kommun-2014/index.html"]


def test_every_sentence_of_a_text_is_on_its_page_of_coverage(site: Site, atlas: Atlas) -> None:
    pages = {page.url: page.markdown for page in site.pages}
    page = pages["avtal/exempel/kommun-2014/tackning/index.html"]
    assert page.count('class="aa-cover__words"') == 17
    assert page.count("aa-became--open") == 1


def test_citing_needs_its_words_in_every_reading(site: Site, atlas: Atlas) -> None:
    pages = {page.url: page.markdown for page in site.pages}
    for agreement in atlas.agreements:
        readings = pages[agreement.url].count("data-reads=")
        assert readings == pages[agreement.url].count("data-quote=") == pages[agreement.url].count("data-clause=")
        assert readings == len(agreement.facts)


def test_the_map_says_every_county_twice_and_links_only_where_there_is_something(atlas: Atlas) -> None:
    shown = str(county_map(tiles(atlas), lambda url: f"till/{url}"))
    assert shown.count("<li ") == shown.count("<rect ") == 2
    assert 'xlink:href="till/avtal/exempel/index.html" aria-label="Exempellän: 2 avtal"' in shown
    assert "aa-tile--agreements" in shown and "aa-tile--templates" in shown


def test_a_county_without_texts_is_named_and_leads_nowhere() -> None:
    county = Term("gotland", "Gotlands <län>", {})
    lonely = Tile(county, *GRID["gotland"], agreements=0, templates=0, told="inget avtal på webbplatsen", url="")
    shown = str(county_map([lonely], str))
    assert "<a " not in shown and "aa-tile--none" in shown
    assert 'role="img" aria-label="Gotlands &lt;län&gt;: inget avtal på webbplatsen"' in shown
