"""Every page: nothing wider than the window, readable without script."""

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.until import until

KINDS = [
    "index.html",
    "404.html",
    "avtal/index.html",
    "avtal/jonkoping/index.html",
    "avtal/jonkoping/lan-2022/index.html",
    "avtal/jonkoping/verksamhetsberattelse-2018/index.html",
    "avtal/vastmanland/mall-2017/index.html",
    "bevaka/index.html",
    "jamfor/index.html",
    "jamfor/target_group/index.html",
    "jamfor/responsibilities/index.html",
    "jamfor/governance/index.html",
    "jamfor/notice/index.html",
    "jamfor/goals/index.html",
    "jamfor/matris/index.html",
    "jamfor/valj/index.html",
    "ny/index.html",
    "om/index.html",
    "om/svaren/index.html",
    "ord/index.html",
    "redigera/index.html",
    "redigera/falt/index.html",
    "redigera/las-ett-fel/index.html",
    "redigera/nytt-avtal/index.html",
    "redigera/regler/index.html",
    "underlag/jonkoping/kommun-2014/index.html",
]


@pytest.mark.parametrize("width", [1440, 390], ids=["wide", "phone"])
@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_wider_than_the_window(server: str, context: BrowserContext, path: str) -> None:
    page = context.new_page()
    page.goto(server + path)
    inner, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inner


@pytest.mark.parametrize("path", ["index.html", "avtal/orebro/lan-2018/index.html", "jamfor/notice/index.html"])
def test_readable_without_script(server: str, chromium: Browser, path: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + path)
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text().strip()
    if path.startswith("jamfor"):
        quote = page.locator("details.aa-quote").first
        quote.locator("summary").click()
        assert quote.locator("blockquote").is_visible()
    context.close()


def test_the_head_and_first_column_stay(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.goto(server + "jamfor/responsibilities/index.html")
    box = page.locator(".aa-scroll:has(table.aa-table)").first
    before = page.evaluate(
        "[...document.querySelectorAll('.aa-table thead th')].map(th => th.getBoundingClientRect().y)[1]"
    )
    box.evaluate("box => { box.scrollTop = 400; box.scrollLeft = 400; }")
    page.wait_for_timeout(200)
    frame = box.bounding_box()
    head = page.locator(".aa-table thead th").nth(1).bounding_box()
    first = page.locator(".aa-table tbody th[scope=row]").nth(2).bounding_box()
    assert frame and head and first and before
    assert abs(head["y"] - frame["y"]) < 3, "the header row scrolled away"
    assert abs(first["x"] - frame["x"]) < 3, "the first column scrolled away"
    context.close()


def test_a_row_is_a_card_on_a_phone(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(server + "jamfor/notice/index.html")
    row, cell = page.locator(".aa-table tbody tr").nth(1), page.locator(".aa-table tbody tr td").nth(1)
    assert row.evaluate("row => getComputedStyle(row).display") != "table-row"
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").strip('"') == "Svar"
    assert page.get_by_role("table").count() >= 1, "a card must still be a table to a screen reader"
    context.close()


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_an_abbreviation_is_explained(server: str, chromium: Browser, how: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(server + "avtal/jonkoping/kommun-2014/index.html")
    means = page.locator("abbr", has_text="KHV").first.get_attribute("title")
    abbreviation = page.locator("abbr", has_text="KHV").first
    abbreviation.scroll_into_view_if_needed()
    abbreviation.hover() if how == "hover" else abbreviation.focus()
    until(
        page,
        "means => document.body.innerText.includes(means) || "
        "[...document.querySelectorAll('abbr')].some(a => a.matches(':hover, :focus') && "
        "getComputedStyle(a, '::after').content.includes(means))",
        arg=means,
    )
    context.close()
