"""Pages that compare: addresses that hold, the browser's data from the same keys, and room for sixty agreements."""

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from atlas.model.agreement import Agreement, Atlas
from atlas.pipeline import Outcome
from atlas.site.build import Site
from atlas.site.files import choose as data
from atlas.site.made import Made
from atlas.site.page import Renderer
from atlas.site.pages import choose, comparisons, matrix, topic
from atlas.topics import TOPICS
from atlas.views.comparison import comparisons as compare
from atlas.views.keys import differing
from edge.disk import read_templates
from edge.loading import load_root
from tests.project import ROOT

LARGEST = 1_500_000


def read(script: bytes) -> Any:
    """The value that a data script sets."""
    return json.loads(script.decode().partition(" = ")[2].rstrip(";\n"))


def times(agreement: Agreement, number: int) -> Agreement:
    """The agreement once more, under another id."""
    id = f"{agreement.id}-{number}"
    answers = {
        topic: replace(answer, facts=tuple(replace(fact, agreement=id) for fact in answer.facts))
        for topic, answer in agreement.answers.items()
    }
    return replace(agreement, id=id, answers=answers)


@pytest.fixture(scope="module")
def sixty() -> Renderer:
    """The real agreements, twelve times each."""
    outcome: Outcome = load_root(ROOT)
    assert outcome.atlas
    copies = tuple(times(each, number) for each in outcome.atlas.agreements for number in range(1001, 1013))
    atlas = replace(outcome.atlas, agreements=copies)
    assert len(atlas.agreements) >= 60
    return Renderer(read_templates(), atlas, compare(atlas), "2026-01-01")


def test_sixty_agreements_make_no_page_too_large(sixty: Renderer) -> None:
    # What the generator puts around a page is some 50 kB: the navigation shows one branch at a time.
    made = [page for module in (choose, comparisons, matrix, topic) for page in module.pages(sixty)]
    sizes = {page.path: len(page.source.encode()) for page in made}
    assert {path: size for path, size in sizes.items() if size > LARGEST - 100_000} == {}
    scripts = {path: len(content) for path, content in Made(data.files(sixty)).items()}
    assert {path: size for path, size in scripts.items() if size > LARGEST} == {}


def test_no_address_stands_twice_on_a_page(site: Site) -> None:
    for page in site.pages:
        if page.path.startswith("jamfor/"):
            ids = Counter(re.findall(r'\bid="([^"]+)"|\{: #(\S+) \}', page.markdown))
            assert [id for id, count in ids.items() if count > 1] == [], page.path


def test_every_link_between_comparisons_lands(site: Site) -> None:
    ids = {
        page.url: set(re.findall(r'\bid="([^"]+)"', page.markdown)) | set(re.findall(r"\{: #(\S+) \}", page.markdown))
        for page in site.pages
    }
    (shown,) = (page for page in site.pages if page.path == "jamfor/matris/index.md")
    targets = re.findall(r'href="\.\./(\w+/index\.html)#([^"]+)"', shown.markdown)
    assert len(targets) > 40
    assert [f"{path}#{id}" for path, id in targets if id not in ids[f"jamfor/{path}"]] == []


def test_a_plain_page_has_a_row_per_agreement(site: Site, atlas: Atlas) -> None:
    (page,) = (page for page in site.pages if page.path == "jamfor/notice/index.md")
    for agreement in atlas.agreements:
        assert f'<tr id="{agreement.id.replace("/", "-")}"' in page.markdown


def test_the_browser_has_the_same_keys(site: Site, atlas: Atlas) -> None:
    index = read(site.files["data/jamfor.js"])
    topics = [each["id"] for each in index["topics"]]
    assert sorted(topics) == sorted(TOPICS)
    keys = {each["id"]: [answer["key"] for answer in each["answers"]] for each in index["agreements"]}
    for pair in combinations(atlas.agreements, 2):
        one, other = (keys[each.id] for each in pair)
        told = {topic for topic, first, second in zip(topics, one, other, strict=True) if first != second}
        assert told == set(differing(pair))


def test_the_browser_has_the_words_of_every_fact(site: Site, atlas: Atlas) -> None:
    for agreement in atlas.agreements:
        words = read(site.files[f"data/jamfor/{agreement.id}.js"])
        told = {fact["url"]: (fact["says"], fact["quote"]) for facts in words["facts"].values() for fact in facts}
        assert told == {fact.url: (fact.says, fact.quote) for fact in agreement.facts}


def test_every_quote_of_a_topic_stands_on_its_page(site: Site, atlas: Atlas) -> None:
    pages = {page.path: page.markdown for page in site.pages}
    for topic_id in TOPICS:
        page = pages.get(f"jamfor/{topic_id}/index.md", "")
        words = page.partition("{: #ordalydelse }")[2]
        for agreement in atlas.agreements:
            assert (f'id="ord-{agreement.id.replace("/", "-")}"' in words) == bool(page)
            for fact in agreement.answers[topic_id].facts:
                assert f"<p>{fact.quote}</p>" in words
