"""The page of what waits to be read again, where golden files do not reach, and that an agreement leads to its row."""

import re
from collections.abc import Mapping

from atlas.load.read import Entry
from atlas.model.agreement import Atlas
from atlas.pipeline import load
from atlas.site.build import Site
from atlas.site.page import Renderer
from atlas.site.pages import review
from atlas.topics.agreement_file import REVIEWED
from atlas.views.review import reviews
from edge.disk import read_templates

PAGE = "granskning/index.html"
LAN = "agreements/exempel/lan-2022/agreement.yml"


def pages(site: Site) -> dict[str, str]:
    return {page.url: page.markdown for page in site.pages}


def test_every_text_has_a_row_that_its_own_page_leads_to(site: Site, atlas: Atlas) -> None:
    found = pages(site)
    for each in reviews(atlas):
        assert found[PAGE].count(f'<tr id="{each.id}">') == 1
        assert f'href="../../../granskning/index.html#{each.id}"' in found[each.document.url]
    assert len(re.findall(r"<p [^>]*data-due>", found[PAGE])) == len(reviews(atlas))


def test_the_page_holds_days_and_never_how_far_they_are(site: Site) -> None:
    words = pages(site)[PAGE]
    assert '<time datetime="2027-11-21">21 november 2027</time>' in words
    assert set(re.findall(r"<(?:p|span) ?[^>]*data-(?:left|due-count) hidden>(.*?)</", words)) == {""}
    # Whatever the clock of the data is, the page is the same.
    assert "2026-01-01" not in words


def test_states_are_told_in_words(site: Site) -> None:
    words = pages(site)[PAGE]
    assert words.count("Behöver granskas på nytt:") == 1
    assert words.count("har ingen läst texten för än") == 3
    assert "Inte angiven" in words and ">Redaktionen<" in words
    assert all(f"<code>{key}</code>" in words for key in REVIEWED.fields)


def test_what_a_review_showed_is_told_as_text(corpus: Mapping[str, bytes]) -> None:
    files = dict(corpus)
    old = b"text: 323a7088b799"
    assert files[LAN].count(old) == 1
    files[LAN] = files[LAN].replace(old, old + ", found: Alla fakta <stämde>.".encode())
    outcome = load(Entry(path, data) for path, data in files.items())
    assert outcome.atlas, outcome.report
    (page,) = review.pages(Renderer(read_templates(), outcome.atlas, (), "2026-01-01"))
    words = page.markdown
    assert "21 november 2026. Alla fakta &lt;stämde&gt;." in words
