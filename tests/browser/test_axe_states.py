"""axe-core finds nothing where readers have done something: opened the menu, searched, filled in, made mistakes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.acts import FILL
from tests.browser.axe import Window, look, open_all, settle, told, violations

# What tells in a page that it asks something, or that a script will.
_ASKS = (
    "<select",
    "<textarea",
    "<input type",
    "data-form=",
    "data-reflection=",
    "data-annual-report=",
    "data-choose=",
    "data-checklist=",
    "data-matrix",
    "aa-quiz",
    "aa-municipalities",
    "data-way-",
)


def menu(page: Page) -> None:
    """Open the menu of a narrow window."""
    page.get_by_role("button", name="Meny").click()
    page.locator(".md-sidebar--primary a:visible").first.wait_for()


def search(page: Page) -> None:
    """Search for a word."""
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("searchbox").fill("uppsägning")
    page.get_by_role("dialog").locator(".aa-hit").first.wait_for()


@pytest.mark.parametrize(("act", "width"), [(menu, 390), (search, 390), (search, 1440)])
def test_menu_and_search(server: str, context: BrowserContext, act: Callable[[Page], None], width: int) -> None:
    page = context.new_page()
    found = []
    page.goto(server + "jamfor/notice/index.html")
    act(page)
    for colours in ("light", "dark"):
        window = Window(width, colours)
        look(page, window)
        settle(page)
        found += told("jamfor/notice", window, violations(page, window))
    assert not found, "\n".join(found)


# A page of ours with faults of four kinds: a button smaller than 24 pixels beside another, faint words, no name, a gap.
FAULTS = """() => {
  const made = document.createElement("div");
  made.innerHTML = "<img src='data:,'><h6>Rubrik</h6><p>Bleka ord</p><button>a</button><button>b</button>";
  made.querySelector("p").style.color = "#bbb";
  made.querySelectorAll("button").forEach((each) => each.style.cssText = "all: revert; font-size: 9px; padding: 0");
  document.querySelector("article").append(made);
}"""


def test_axe_would_find_what_is_wrong(server: str, context: BrowserContext) -> None:
    page, window = context.new_page(), Window(390, "light")
    page.goto(server + "om/index.html")
    look(page, window)
    assert violations(page, window) == ()
    page.evaluate(FAULTS)
    found = {each.rule for each in violations(page, window)}
    assert found == {"image-alt", "heading-order", "color-contrast", "target-size"}


def test_what_is_filled_in(server: str, folder: Path, sample: tuple[str, ...], context: BrowserContext) -> None:
    page = context.new_page()
    found, filled, window = [], [], Window(390, "light")
    for path in sample:
        html = (folder / path).read_text(encoding="utf-8")
        if not any(word in html[html.index("<main") :] for word in _ASKS):
            continue
        page.goto(server + path)
        look(page, window)
        for _ in range(2):
            open_all(page)
            if page.evaluate(FILL, ["Något 2026-02-31"]):
                filled.append(path)
        settle(page)
        found += told(path, window, violations(page, window))
    assert len(set(filled)) > 5
    assert not found, "\n".join(found)
