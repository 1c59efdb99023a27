"""The way in, by keyboard alone: choose role and place, walk, tick; kept only when asked. And without a script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

STORED = "Object.keys(localStorage).filter((key) => key.startsWith('avtalsatlas'))"


def choose(page: Page, label: str, typed: str) -> None:
    """Type the first letters of a choice in a list, as one does."""
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(typed)


@pytest.mark.parametrize("width", [1440, 390], ids=["wide", "phone"])
def test_choose_walk_tick_and_come_back(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "ny/index.html")
    choose(page, "Din roll", "Barnm")
    choose(page, "Kommun eller län", "Jönköping")
    # The county stands first in its group: go on to the municipality of the same name.
    while "kommun" not in page.get_by_label("Kommun eller län").input_value():
        page.keyboard.press("ArrowDown")
    expect(page.locator("form").get_by_role("status")).to_contain_text("Jönköpings kommun 2014 och Jönköpings län 2022")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ny/vag/barnmorska/index.html?avtal=jonkoping/kommun-2014,jonkoping/lan-2022")

    # Only the two that apply there, and that nobody here says which prevails.
    steps = page.locator(".aa-step")
    expect(steps).to_have_count(9)
    expect(steps.nth(5).locator("li[data-avtal]:visible")).to_have_count(2)
    expect(page.locator("[data-pair]:visible")).to_contain_text("inte vilket som går före")
    for number, address in ((0, "**/ny/vad/index.html"), (4, "**/ny/styrning/index.html")):
        steps.nth(number).locator("h2 a").press("Enter")
        page.wait_for_url(address)
        page.go_back()
        expect(steps.nth(5).locator("li[data-avtal]:visible")).to_have_count(2)

    boxes = page.get_by_role("checkbox", name="Läst (")
    boxes.first.press("Space")
    expect(boxes.first).to_be_checked()
    assert page.evaluate(STORED) == []
    page.reload()
    expect(boxes.first).not_to_be_checked()
    boxes.nth(1).press("Space")
    keep = page.get_by_label("Spara mina kryss")
    keep.press("Space")
    assert page.evaluate(STORED) == ["avtalsatlas.checklist.vag-barnmorska"]
    page.reload()
    expect(boxes.nth(1)).to_be_checked()
    keep.press("Space")
    assert page.evaluate(STORED) == []

    page.get_by_role("button", name="Visa alla avtal").press("Enter")
    expect(steps.nth(5).locator("li[data-avtal]:visible")).to_have_count(5)
    inner, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inner


@pytest.mark.parametrize("width", [1440, 390], ids=["wide", "phone"])
def test_from_a_county_that_has_none_here_and_from_a_file(folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((folder / "ny/index.html").as_uri())
    choose(page, "Din roll", "Kura")
    choose(page, "Kommun eller län", "Gotland")
    expect(page.locator("form").get_by_role("status")).to_contain_text("inte detsamma som inget avtal")
    page.get_by_role("button", name="Visa min väg").press("Enter")
    page.wait_for_url("**/ny/vag/kurator/index.html?avtal=inget")
    expect(page.locator("[data-way-none]")).to_be_visible()
    expect(page.locator("li[data-avtal]:visible")).to_have_count(0)
    expect(page.get_by_role("link", name="Vad får jag berätta?", exact=True).last).to_be_visible()
    expect(page.locator("[data-way-skip]:visible")).to_have_count(3)
    # A template is shown for what it is; an agreement that nobody knows is left out.
    page.goto(page.url.partition("?")[0] + "?avtal=vastmanland/mall-2017")
    expect(page.locator("[data-way-choice] [role=status]")).to_have_text("Visas: Västmanlands län, mall 2017.")
    expect(page.locator("[data-way-none]")).to_be_visible()
    expect(page.locator("li[data-avtal]:visible")).to_have_count(9)
    page.goto(page.url.partition("?")[0] + "?avtal=finns/inte")
    expect(page.locator(".aa-step").first.locator("li[data-avtal]:visible")).to_have_count(5)


def test_it_is_whole_without_a_script(folder: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "ny/index.html").as_uri())
    expect(page.locator("form[data-way-in]")).to_be_hidden()
    page.locator("article").get_by_role("link", name="Psykolog").click()
    assert page.url.endswith("ny/vag/psykolog/index.html")
    expect(page.locator("li[data-avtal]:visible")).to_have_count(5 * 9)
    expect(page.locator("[data-way-none]")).to_be_hidden()
    context.close()
