"""«Nytt avtal»: the data that the form is made of, and the page with and without a repository."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from atlas.model.agreement import Atlas
from atlas.site.files.form import DATA, form_data
from atlas.site.page import Renderer
from atlas.site.pages.new_agreement import pages
from atlas.site.repository import UNKNOWN, Repository
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, FACT
from edge.disk import read_templates
from tests.conftest import Golden

GITLAB = Repository("gitlab", "https://git.example.org/lan/avtalsatlas", "en gren")


def renderer(atlas: Atlas, repository: Repository = UNKNOWN) -> Renderer:
    return Renderer(read_templates(), atlas, (), "2026-01-01", repository=repository)


@pytest.fixture(scope="module")
def data(atlas: Atlas) -> dict[str, Any]:
    """What the browser reads."""
    found: dict[str, Any] = json.loads(json.dumps(form_data(renderer(atlas))))
    return found


def within(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping, however deep."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from within(each)


def test_what_is_told_of_a_shape(data: dict[str, Any], golden: Golden) -> None:
    (notice,) = (each for each in data["topics"] if each["id"] == "notice")
    shown = {"head": {key: data["head"][key] for key in ("kind", "in_force")}, "notice": notice, "words": data["words"]}
    golden("form.json", json.dumps(shown, ensure_ascii=False, indent=1) + "\n")


def test_every_field_of_the_shapes_is_there(data: dict[str, Any]) -> None:
    assert [each["id"] for each in data["topics"]] == list(TOPICS)
    assert all(list(each["fields"]) == list(TOPICS[each["id"]].fields) for each in data["topics"])
    assert list(data["fact"]) == list(FACT)
    assert set(AGREEMENT.fields) - set(data["head"]) == {"relates", "notes", "left_out", "topics"}
    assert set(data["long"]) <= {key for each in within([data["head"], data["fact"]]) for key in each}
    kinds = {"words", "number", "share", "day", "flag", "choice", "term", "many", "record"}
    assert {each["kind"] for each in within(data) if isinstance(each.get("kind"), str)} == kinds


def test_every_list_that_a_field_asks_for_is_there(data: dict[str, Any], atlas: Atlas) -> None:
    asked = {name for each in within(data) if each.get("kind") == "term" for name in each["lists"]}
    assert asked - {"parties"} <= set(data["lists"])
    assert set(data["lists"]) - asked == {"counties"}
    assert data["lists"]["services"]["modrahalsovard"] == "Mödrahälsovård"
    assert data["taken"] == ["exempel/kommun-2014", "exempel/lan-2022", "exempel/rapport-2020", "prov/mall-2020"]


def test_the_page_knows_the_repository_when_there_is_one(atlas: Atlas) -> None:
    (page,) = pages(renderer(atlas, GITLAB))
    assert 'data-new="https://git.example.org/lan/avtalsatlas/-/new/en%20gren?file_name={path}"' in page.markdown
    (page,) = pages(renderer(atlas))
    assert "data-new" not in page.markdown and DATA in page.markdown
