"""Blocks of HTML that a generator never sees: the page comes out as if it had."""

from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from atlas.site.build import Site
from atlas.site.islands import Anchors, anchors, part, whole
from edge.spool import Spool

LONG = "ord " * 100


@pytest.fixture(scope="module")
def settings() -> list[object]:
    """The extensions of mkdocs.yml."""
    text = (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8")
    found: list[object] = yaml.load(text, Loader=yaml.BaseLoader)["markdown_extensions"]
    return found


def rendered(markdown: str, settings: list[object]) -> str:
    names = [each if isinstance(each, str) else next(iter(each)) for each in settings]  # type: ignore[call-overload]
    return str(Markdown(extensions=names).convert(markdown))


def both_ways(markdown: str, settings: list[object]) -> tuple[str, str]:
    parted = part(markdown)
    return whole(rendered(parted.rest, settings), parted.islands), rendered(markdown, settings)


def test_every_page_is_the_same_to_the_byte(site: Site, settings: list[object]) -> None:
    left, all_of_it = 0, 0
    for page in site.pages:
        markdown = page.markdown.strip()
        without, plainly = both_ways(markdown, settings)
        assert without == plainly, page.path
        left, all_of_it = left + len(part(markdown).rest), all_of_it + len(markdown)
    assert left < all_of_it / 4, "Markdown still reads most of the HTML"


@pytest.mark.parametrize(
    ("markdown", "islands"),
    [
        (f"# A\n\n<div id='x'><div>{LONG}</div></div>\n\nB *c*", 1),
        (f"Ord\n<table><tr><td>{LONG}</table>\n## B\n", 1),
        (f"<p>{LONG}\n \n  \n{LONG}</p><p>{LONG}</p> efter\n\n*b*", 1),
        (f"<div>{LONG}\n\n# aldrig slut", 0),
        (f"- a\n\n    <div>{LONG}</div>\n", 0),
        (f"```\n<div>{LONG}</div>\n```\n", 0),
        (f'<div data-island="0"></div>\n\n<div>{LONG}</div>', 0),
        ("<div>kort</div>\n\n*a*", 0),
        (f"<section>\n<section>{LONG}</section>\n\n*inte kursivt*\n</section>\n\n*kursivt*", 1),
    ],
)
def test_what_is_hard_to_part(markdown: str, islands: int, settings: list[object]) -> None:
    assert len(part(markdown).islands) == islands
    without, plainly = both_ways(markdown, settings)
    assert without == plainly


def test_addresses_in_the_blocks_are_known() -> None:
    assert anchors(['<p id="a&amp;b"><a name="c">', '<p data-id="d">']) == {"a&b", "c"}


def test_addresses_kept_as_one_text_are_a_set_all_the_same() -> None:
    found = Anchors(["bb", "a", "bb", "å-1"])
    assert set(found) == {"a", "bb", "å-1"} and len(found) == 3
    assert "a" in found and "b" not in found and "" not in found
    assert not Anchors([]) and "" not in Anchors([]) and "a" not in Anchors([])


def test_what_waits_comes_back_in_any_order() -> None:
    spool = Spool()
    first, second = spool.keep(["å", "", "b" * 10_000]), spool.keep([])
    third = spool.keep(["c"])
    assert (spool.read(third), spool.read(second)) == (["c"], [])
    assert spool.read(first) == ["å", "", "b" * 10_000]
    spool.close()
