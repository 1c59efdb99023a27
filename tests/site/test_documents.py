"""Documents on the site: an address for every entry, their own list in the data, and never counted as agreements."""

import json
import re

import jsonschema

from atlas.model.agreement import Atlas
from atlas.site.build import Site
from atlas.topics.document_file import PARTS


def test_the_address_of_every_entry_leads_to_its_words(site: Site, atlas: Atlas) -> None:
    pages = {page.url: page.markdown for page in site.pages}
    for document in atlas.documents:
        assert document.entries
        for entry in document.entries:
            path, _, anchor = entry.url.partition("#")
            assert len(re.findall(f' id="{re.escape(anchor)}"', pages[path])) == 1, entry.url
            assert f'<mark data-fact="{anchor}" id="{anchor}">' in pages[path]


def test_guidance_has_no_reading_of_its_own_in_the_margin(site: Site, atlas: Atlas) -> None:
    pages = {page.url: page.markdown for page in site.pages}
    for document in atlas.documents:
        beside = set(re.findall('data-reads="([^"]+)"', pages[document.url]))
        assert beside == {entry.id for entry in document.entries if "--" not in entry.id}


def test_an_agreement_names_the_documents_that_belong_to_it(site: Site) -> None:
    pages = {page.url: page.markdown for page in site.pages}
    assert '<a href="../rapport-2020/index.html">' in pages["avtal/exempel/kommun-2014/index.html"]
    assert "Hit hör" not in pages["avtal/exempel/lan-2022/index.html"]


def test_documents_are_a_list_of_their_own_in_the_data(site: Site, atlas: Atlas) -> None:
    data = json.loads(site.files["data/agreements.json"])
    jsonschema.Draft202012Validator(json.loads(site.files["data/agreements.schema.json"])).validate(data)
    assert [each["id"] for each in data["agreements"]] == [each.id for each in atlas.agreements]
    assert [each["id"] for each in data["documents"]] == [each.id for each in atlas.documents]
    for told, document in zip(data["documents"], atlas.documents, strict=True):
        assert {part: len(told[part]) for part in PARTS} == {part: len(getattr(document.parts, part)) for part in PARTS}


def test_what_a_document_says_is_in_the_data(site: Site) -> None:
    (document,) = json.loads(site.files["data/agreements.json"])["documents"]
    entry = next(each for each in document["year"] if each["id"] == "rapporten")
    assert entry["values"] == {
        "month": 2,
        "responsible": "roll_samordnare",
        "deadline": "02-28",
        "document": "Rapporten",
    }
    assert entry["url"] == "avtal/exempel/rapport-2020/index.html#rapporten"
