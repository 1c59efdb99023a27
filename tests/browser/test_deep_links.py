"""A link to any fact lands on its highlighted words: over http, with instant navigation, and from a file."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.until import until

# What the reader sees of a fact after following its link: how many marks carry it, whether all are lit, the words
# they hold together, and whether the first stands within the window and is covered by nothing.
LOOK = """id => {
  const marks = [...document.querySelectorAll(`mark[data-fact="${id}"]`)];
  const box = marks.length ? marks[0].getClientRects()[0] : null;
  const on = box && document.elementFromPoint(box.x + Math.min(4, box.width / 2), box.y + box.height / 2);
  return {
    count: marks.length,
    lit: marks.every(mark => mark.classList.contains('aa-lit')),
    words: marks.map(mark => mark.textContent).join(' '),
    seen: !!on && marks[0].contains(on) || !!on && on.contains(marks[0]) && on.tagName !== 'HTML',
    painted: marks.length > 0 && marks.every(mark => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)'),
    reading: !!document.querySelector(`[data-reads="${id}"].aa-lit`),
  };
}"""


def facts(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The facts of the data file, by the page that holds their words."""
    data = json.loads((folder / "data" / "agreements.json").read_text(encoding="utf-8"))
    found: dict[str, list[dict[str, Any]]] = {}
    for agreement in data["agreements"]:
        for answer in agreement["topics"].values():
            for fact in answer["facts"]:
                found.setdefault(fact["url"].partition("#")[0], []).append(fact)
    return found


def plain(words: str) -> str:
    """Words without anything that marks, gaps or typography add."""
    return "".join(character for character in words.replace("[…]", "") if character.isalnum())


def assert_lands(page: Page, fact: dict[str, Any]) -> None:
    until(page, "id => document.querySelector(`mark[data-fact='${id}'].aa-lit`)", arg=fact["id"])
    until(page, f"id => (look => look.seen && look.lit && look.painted && look.reading)(({LOOK})(id))", arg=fact["id"])
    seen = page.evaluate(LOOK, fact["id"])
    assert plain(seen["words"]) == plain(fact["quote"]), fact["url"]


# Follows every link of a page one after the other, as a reader would, and looks once the words stand still.
FOLLOW = f"""async ids => {{
  const look = {LOOK};
  const found = [];
  for (const id of ids) {{
    location.hash = '';
    scrollTo(0, 0);
    location.hash = id;
    let seen;
    for (let frame = 0; frame < 120; frame++) {{
      await new Promise(requestAnimationFrame);
      seen = look(id);
      if (seen.lit && seen.seen && seen.painted && seen.reading) break;
    }}
    found.push(seen);
  }}
  return found;
}}"""


def test_every_fact_over_http(server: str, folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    # Every fact on a wide screen; on a phone, where a layout either works or does not, every fourth.
    step = 1 if page.viewport_size and page.viewport_size["width"] > 1000 else 4
    for url, there in ((url, every[::step]) for url, every in facts(folder).items()):
        page.goto(server + url)
        wrong = [
            (fact["url"], seen)
            for fact, seen in zip(there, page.evaluate(FOLLOW, [fact["id"] for fact in there]), strict=True)
            if not (seen["count"] and seen["lit"] and seen["seen"] and seen["painted"] and seen["reading"])
            or plain(seen["words"]) != plain(fact["quote"])
        ]
        assert wrong == []


def test_the_data_file_has_facts_to_follow(folder: Path) -> None:
    assert sum(map(len, facts(folder).values())) > 250


def test_first_fact_of_each_agreement_opened_cold(server: str, folder: Path, context: BrowserContext) -> None:
    for there in facts(folder).values():
        page = context.new_page()
        page.goto(server + there[-1]["url"])
        assert_lands(page, there[-1])
        page.close()


def test_instant_navigation_from_a_comparison(server: str, folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "jamfor/notice/index.html")
    page.evaluate("window.stillThere = true")
    link = page.locator(".aa-table a[href*='jonkoping/kommun-2014/index.html#']").first
    target = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    page.wait_for_url("**/jonkoping/kommun-2014/index.html#*")
    assert page.evaluate("window.stillThere"), "the page was loaded anew: instant navigation is off"
    fact = next(fact for fact in facts(folder)["avtal/jonkoping/kommun-2014/index.html"] if fact["id"] == target)
    assert_lands(page, fact)
    page.go_back()
    page.wait_for_url("**/jamfor/notice/index.html*")


# Whether what the address names begins within the window, below the header.
IN_VIEW = """() => {
  const named = document.getElementById(location.hash.slice(1));
  const top = named?.getBoundingClientRect().top ?? -1;
  return top >= 0 && top < innerHeight;
}"""


def test_an_ordinary_anchor_holds_after_instant_navigation(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    for path, link in (
        (
            "jamfor/matris/index.html",
            "a[href*='jamfor/governance/'][href*='#ord-orebro'], a[href*='governance/index.html#ord-orebro']",
        ),
        ("lag/index.html", "a[href*='#']:not(.headerlink, .md-skip)"),
    ):
        page.goto(server + path)
        page.evaluate("window.stillThere = true")
        page.locator(f"article {link}").last.click()
        until(page, "!!document.getElementById(location.hash.slice(1))")
        until(page, IN_VIEW)
        # Late fonts and Material's own scrolling come within this time.
        page.wait_for_timeout(400)
        assert page.evaluate(IN_VIEW) and page.evaluate("window.stillThere"), path


@pytest.mark.parametrize("which", [0, -1])
def test_from_a_file(folder: Path, context: BrowserContext, which: int) -> None:
    for url, there in facts(folder).items():
        page = context.new_page()
        page.goto((folder / url).as_uri() + "#" + there[which]["id"])
        assert_lands(page, there[which])
        page.close()
