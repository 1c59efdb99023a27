"""The pages and data of the invented corpus as golden files, and the parts that are easy to get wrong."""

import json
import re

import pytest
from markupsafe import Markup

from atlas.load.markdown import parse_text
from atlas.load.quotes import Match, QuoteFinder
from atlas.model.agreement import Atlas
from atlas.site.build import Site
from atlas.site.marks import marked, marks_by_block
from atlas.site.page import relative
from atlas.site.words import Abbreviations, heading_words
from atlas.source import File
from tests.conftest import Golden


def test_pages(site: Site, golden: Golden) -> None:
    for page in site.pages:
        golden(page.path.replace("/", "."), page.source)


def test_data(site: Site, golden: Golden) -> None:
    for path, data in site.files.items():
        # What office programs and calendars open is held against what they read in it, and the form's data against the
        # check, in tests of their own.
        if not path.startswith(
            ("data/tabeller/", "data/underlag/", "data/kalender/", "data/samordnare/", "data/form.js")
        ):
            golden(path.replace("/", "."), _readable(path, data.decode()))


def _readable(path: str, words: str) -> str:
    """Agreements stand on one line each, which nobody can review."""
    many = path == "data/agreements.json"
    return json.dumps(json.loads(words), ensure_ascii=False, indent=1) + "\n" if many else words


def test_agreements_and_documents_stand_on_a_line_each(site: Site, atlas: Atlas) -> None:
    lines = site.files["data/agreements.json"].decode().splitlines()
    ids = [json.loads(line.removesuffix(","))["id"] for line in lines if line.startswith('{"id"')]
    assert ids == [each.id for each in (*atlas.agreements, *atlas.documents)]


def test_every_status_fact_and_quote_is_on_the_page_of_its_agreement(site: Site, atlas: Atlas) -> None:
    pages = {page.url: page.markdown for page in site.pages}
    for agreement in atlas.agreements:
        for fact in agreement.facts:
            assert f'id="{fact.id}"' in pages[agreement.url]
            assert f'data-reads="{fact.id}"' in pages[agreement.url]


def test_the_navigation_names_every_page_once(site: Site) -> None:
    named: list[str] = re.findall(r'"([^"]+\.md)"', json.dumps(site.nav))
    assert len(named) == len(set(named))
    assert {page.path for page in site.pages} <= set(named)


def test_hostile_words_come_out_inert() -> None:
    words = Abbreviations({"FC": '"><script>alert(1)</script>'})
    html = words.explain("<script>FC</script> FC")
    assert "<script" not in html and html.count("<abbr") == 1


MARKED = [
    # text of one paragraph, quotes, expected HTML
    ("ett två tre", {"a": "två"}, 'ett <mark data-fact="a" id="a">två</mark> tre'),
    (
        "ett *två tre* fyra",
        {"a": "ett två"},
        '<mark data-fact="a" id="a">ett </mark><mark data-fact="a"><em>två</em></mark><em> tre</em> fyra',
    ),
    (
        "ett två tre fyra",
        {"a": "ett två tre", "b": "två tre fyra"},
        '<mark data-fact="a" id="a">ett </mark><mark data-fact="a"><mark data-fact="b" id="b">två tre</mark></mark>'
        '<mark data-fact="b"> fyra</mark>',
    ),
    (
        "ett två tre fyra.",
        {"a": "ett […] fyra"},
        '<mark data-fact="a" id="a">ett</mark> två tre <mark data-fact="a">fyra</mark>.',
    ),
    (
        "ett **två *tre* fyra** fem",
        {"a": "tre fyra fem"},
        'ett <strong>två </strong><mark data-fact="a" id="a"><strong><em>tre</em></strong></mark>'
        '<mark data-fact="a"><strong> fyra</strong></mark><mark data-fact="a"> fem</mark>',
    ),
    ("a < b & c", {"a": "b & c"}, 'a &lt; <mark data-fact="a" id="a">b &amp; c</mark>'),
]


@pytest.mark.parametrize(("text", "quotes", "expected"), MARKED)
def test_marks_nest_rightly(text: str, quotes: dict[str, str], expected: str) -> None:
    parsed, _ = parse_text(File("text.md", text + "\n"))
    finder = QuoteFinder(parsed)
    found = {id: finder.find(quote) for id, quote in quotes.items()}
    matches = [(id, match) for id, match in found.items() if isinstance(match, Match)]
    assert len(matches) == len(quotes)
    block = parsed.clauses[0].blocks[0]
    assert str(marked(block, marks_by_block(matches)[0, 0], Abbreviations({}))) == expected


@pytest.mark.parametrize(
    ("folder", "address", "expected"),
    [
        ("", "avtal/index.html", "avtal/index.html"),
        ("avtal/exempel/lan-2022", "avtal/exempel/lan-2022/index.html#alder", "index.html#alder"),
        ("jamfor/notice", "avtal/exempel/index.html", "../../avtal/exempel/index.html"),
        ("avtal", "#alder", "#alder"),
    ],
)
def test_links_are_relative(folder: str, address: str, expected: str) -> None:
    assert relative(folder, address) == expected


def test_a_heading_stands_as_it_is_written() -> None:
    assert heading_words("1. *A* <b> # [x]") == Markup(r"1\. \*A\* &lt;b&gt; \# \[x\]")
