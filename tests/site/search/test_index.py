"""The index: what is in it, that it splits as it grows, and that the words of a text lead to the right record."""

import json
import re
from typing import Any

import pytest

from atlas.model.agreement import Atlas
from atlas.site.page import Renderer
from atlas.site.pages import all_pages
from atlas.site.search import search_files
from atlas.site.search.postings import OURS, THEIRS, concepts, postings
from atlas.site.search.shards import shards
from atlas.site.search.words import stem
from atlas.views.comparison import comparisons
from edge.disk import read_templates


@pytest.fixture
def render(atlas: Atlas) -> Renderer:
    return Renderer(read_templates(), atlas, comparisons(atlas), "2026-11-21")


def value(script: bytes) -> Any:
    return json.loads(re.sub(r"^(window\.\w+ \?\?= \{\}; )?window\.[^=]+ = ", "", script.decode())[:-2])


def test_the_head_tells_how_every_text_answers(render: Renderer) -> None:
    files = {path: make() for path, make in search_files(render, all_pages(render)).items()}
    head = value(files["data/sok.js"])
    letters = {letter: id for letter, (id, _, _) in head["statuses"].items()}
    for agreement, text in zip(render.atlas.agreements, head["texts"], strict=False):
        told = dict(zip((topic[0] for topic in head["topics"]), text[-1].split(), strict=True))
        # What nobody has read for has no page.
        for id, answer in ((id, agreement.answers[id]) for id in told):
            assert [letters[letter] for letter in told[id].rstrip("0123456789")] == [answer.status, *answer.also]
            assert int(told[id].lstrip("abcdef")) == len(answer.facts)
    urls = [page[0] for page in head["pages"]]
    assert len(urls) == len(set(urls))
    assert "redigera/index.html" in urls
    assert not [url for url in urls if url.startswith(("jamfor/notice", "underlag/exempel/"))]
    assert set(files) == {
        *("data/sok.js", "data/sok/ord.js", "data/sok/del-0.js"),
        *(f"data/sok/{text.id}.js" for text in (*render.atlas.agreements, *render.atlas.documents)),
    }


def test_a_posting_leads_to_the_fact(atlas: Atlas) -> None:
    found = postings(atlas)
    agreement = atlas.agreements[0]
    fact = agreement.facts[-1]
    known = concepts(atlas)
    for term in known.terms(fact.says) | known.terms(fact.quote):
        here = json.loads("{" + ",".join(found[term]) + "}")["0"]
        among = OURS * (term in known.terms(fact.says)) + THEIRS * (term in known.terms(fact.quote))
        assert (len(agreement.facts) - 1) * 4 + among in here


def test_parts_split_when_they_are_large_and_every_term_is_in_the_one_with_the_longest_beginning() -> None:
    large = ['"0":[1]'] * 4000
    found = {"barn": large, "barnet": large, "bok": ['"0":[1]'], "avtal": large, "#1": large, stem("barns"): large}
    parts = shards(found)
    assert len(parts) > 3
    for term in found:
        best = max((letters for letters in parts if term.startswith(letters)), key=len)
        assert term in json.loads(parts[best])
