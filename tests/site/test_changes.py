"""«Ändringar» and its feeds: with a history, without one, and with words that try to be mark-up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree

import pytest

from atlas import pipeline
from atlas.diff.past import History, changes
from atlas.model.agreement import Atlas
from atlas.pipeline import Outcome
from atlas.site.build import Site
from atlas.site.changes import MOST_ON_A_PAGE, entry_of, fitting
from atlas.site.files.feeds import files
from atlas.site.made import Made
from atlas.site.page import Renderer
from atlas.site.pages.changes import pages
from edge.disk import read_templates
from tests.conftest import Golden
from tests.diff.states import TOWN, edited, yml
from tests.diff.test_past import history

CLOCK = "2026-01-01"
ATOM = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}
HOSTILE = "Domstol <b>avgör</b> & «tvister» ]]> \\\\`."


@pytest.fixture(scope="module")
def known(corpus: Mapping[str, bytes]) -> History:
    """Three moments: all is new, a template is gone that comes back, and hostile words that are mended."""
    without = {path: data for path, data in corpus.items() if "mall-2020" not in path}
    said = edited(corpus, [(yml(TOWN), "says: Svensk domstol avgör tvister.", f"says: {HOSTILE!r}")])
    return history({}, corpus, without, said, corpus)


@dataclass(frozen=True)
class Told:
    """The page and the feeds alone: the rest of a site takes seconds."""

    page: str
    files: Mapping[str, bytes]


def make(atlas: Atlas, known: History | None, base: str = "") -> Told:
    render = Renderer(read_templates(), atlas, (), CLOCK, base, changes=changes(known) if known else None)
    (page,) = pages(render)
    return Told(page.source, Made(files(render)))


@pytest.fixture(scope="module")
def told(atlas: Atlas, known: History) -> Told:
    """With that history."""
    return make(atlas, known)


def feed(made: Told, path: str = "data/andringar.atom") -> ElementTree.Element:
    return ElementTree.fromstring(made.files[path])


def test_the_page_and_a_feed(told: Told, golden: Golden) -> None:
    golden("andringar.med-historik.md", told.page)
    golden("andringar-prov.med-historik.atom", told.files["data/andringar-prov.atom"].decode())


def test_every_address_of_a_change_is_there(told: Told, site: Site) -> None:
    anchors = set(re.findall(r'id="([^"]+)"', told.page))
    links = [link.get("href", "") for link in feed(told).iterfind("a:entry/a:link", ATOM)]
    assert links and all(link.partition("#")[2] in anchors for link in links)
    here = {each.url for each in site.pages}
    inner = {link.get("href", "").partition("#")[0] for link in feed(told).iterfind(".//h:a", ATOM)}
    assert inner and inner <= here


def test_a_feed_holds_its_county_and_all_of_them_everything(told: Told) -> None:
    every = feed(told).findall("a:entry", ATOM)
    counties = [feed(told, f"data/andringar-{id}.atom").findall("a:entry", ATOM) for id in ("exempel", "prov")]
    # The vocabulary belongs to no county.
    assert len(every) == sum(map(len, counties)) + 1
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in every]
    assert len(ids) == len(set(ids))
    assert feed(told).findtext("a:updated", namespaces=ATOM) == "2026-01-04T12:00:00Z"


def test_words_stay_words(told: Told) -> None:
    assert "<b>avgör" not in told.page
    assert "Domstol &lt;b&gt;avgör" in told.page
    assert any("Domstol <b>avgör</b> &" in "".join(item.itertext()) for item in feed(told).iterfind(".//h:li", ATOM))


def test_without_a_history_the_page_says_so_and_the_feeds_keep_their_addresses(atlas: Atlas, told: Told) -> None:
    none = make(atlas, None)
    assert "Historiken saknas" in none.page and 'class="aa-change"' not in none.page
    assert set(none.files) == set(told.files)
    assert not feed(none).findall("a:entry", ATOM)
    assert "utan historik" in (feed(none).findtext("a:subtitle", namespaces=ATOM) or "")
    assert "Historiken saknas" not in told.page


def test_addresses_are_whole_when_the_site_knows_its_own(atlas: Atlas, known: History) -> None:
    root = feed(make(atlas, known, "https://exempel.se/atlas/"))
    assert root.get("{http://www.w3.org/XML/1998/namespace}base") == "https://exempel.se/atlas/"
    assert [link.get("rel") for link in root.findall("a:link", ATOM)] == ["alternate", "self"]


def test_a_site_takes_its_history_as_data_and_is_the_same_each_time(
    outcome: Outcome, known: History, told: Told
) -> None:
    site = pipeline.make(outcome, read_templates(), CLOCK, history=History(known.moments, known.contents))
    assert next(each.source for each in site.pages if each.path == "andringar/index.md") == told.page
    assert {path: site.files[path] for path in told.files} == told.files


def test_a_long_list_is_folded_and_a_longer_one_counted(atlas: Atlas, corpus: Mapping[str, bytes]) -> None:
    step = changes(history({}, corpus)).steps[0]
    sentence = step.told[0].sentences[0]
    for many, first, folded, left in ((7, 7, 0, 0), (8, 6, 2, 0), (100, 6, 54, 40)):
        entry = entry_of(frozenset(), step, replace(step.told[0], sentences=(sentence,) * many))
        assert (len(entry.first), len(entry.folded), entry.left) == (first, folded, left)


def test_a_page_stops_at_its_weight(atlas: Atlas, corpus: Mapping[str, bytes]) -> None:
    step = changes(history({}, corpus)).steps[0]
    long = entry_of(frozenset(), step, replace(step.told[0], sentences=step.told[0].sentences * 100))
    assert len(fitting([long] * 500)) == MOST_ON_A_PAGE // 60
    assert fitting([]) == ()
