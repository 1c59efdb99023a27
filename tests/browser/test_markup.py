"""Every built page: valid HTML, and the structure that those who do not see the page are led by."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.nu import errors


class Structure(HTMLParser):
    """What a page is built of, as far as structure goes: elements with their attributes, and what lies in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.without_caption = 0
        self.without_name = 0
        self._opened = ""
        self._in_article = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        given = dict(attrs)
        self.without_caption += self._opened == "table" and tag != "caption"
        self._opened = tag
        self._in_article = self._in_article or tag == "article"
        # The icons of the frame lie in buttons, which have names of their own.
        if tag == "svg" and self._in_article and given.get("aria-hidden") != "true":
            self.without_name += not (given.keys() & {"aria-label", "aria-labelledby"})
        self.found.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Note where the page itself ends and the frame goes on."""
        self._in_article = self._in_article and tag != "article"

    def all(self, *tags: str) -> Iterator[dict[str, str | None]]:
        """The attributes of all elements of these kinds, in their order."""
        return (attributes for tag, attributes in self.found if tag in tags)


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Structure]:
    """Every page of the site."""
    built = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    assert len(built) > 100
    return {path: Structure(html) for path, html in built.items()}


def test_the_nu_checker_finds_no_error(folder: Path) -> None:
    assert errors(folder) == []


def test_the_nu_checker_would_find_one(tmp_path: Path) -> None:
    (tmp_path / "fel.html").write_text('<!doctype html><title>Fel</title><td role="cell">', encoding="utf-8")
    assert len(errors(tmp_path)) == 1


def test_one_heading_of_the_page_and_no_gap_below_it(pages: dict[str, Structure]) -> None:
    for path, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1 and levels[0] == 1, (path, levels)
        assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == [], path


def test_tables_have_captions_and_scopes(pages: dict[str, Structure]) -> None:
    scopes = {"col", "row", "rowgroup", "colgroup"}
    assert any(True for page in pages.values() for _ in page.all("th"))
    for path, page in pages.items():
        assert page.without_caption == 0, path
        assert [each for each in page.all("th") if each.get("scope") not in scopes] == [], path


def test_pictures_have_a_name_or_are_hidden(pages: dict[str, Structure]) -> None:
    for path, page in pages.items():
        assert page.without_name == 0, path
        assert [each for each in page.all("img") if each.get("alt") is None] == [], path


def test_the_language_and_the_way_past_the_menu(pages: dict[str, Structure]) -> None:
    for path, page in pages.items():
        assert [each.get("lang") for each in page.all("html")] == ["sv"], path
        ids = [each["id"] for _, each in page.found if each.get("id")]
        assert len(ids) == len(set(ids)), path
        skip = next(page.all("a"))
        assert skip.get("class") == "md-skip" and (skip["href"] or "").removeprefix("#") in ids, path
        assert len(list(page.all("main"))) == 1, path
