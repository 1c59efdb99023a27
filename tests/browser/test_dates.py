"""What only the reader's clock can tell, with the clock set by the test: what comes next, how far it is, today."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

PAGE = "bevaka/index.html"
OSTERSUND = "avtal/jamtland/ostersund-2010/index.html"


def row(page: Page, what: str, agreement: str = "") -> Locator:
    """The row of a series."""
    return page.locator("[data-days] tbody tr", has=page.locator("th", has_text=what)).filter(has_text=agreement).first


def at(page: Page, moment: str, address: str) -> None:
    """Open a page at a moment."""
    page.clock.set_fixed_time(moment)
    page.goto(address)
    page.wait_for_selector("[data-days] [data-next]:not([hidden])")


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-11-21T12:00:00", "Nästa: 30 juni 2027 om 7 månader"),
        ("2027-03-30T12:00:00", "Nästa: 30 juni 2027 om 3 månader"),
        ("2027-05-30T12:00:00", "Nästa: 30 juni 2027 om 31 dagar"),
        ("2027-06-29T12:00:00", "Nästa: 30 juni 2027 i morgon"),
        ("2027-06-30T23:59:00+02:00", "Nästa: 30 juni 2027 i dag"),
        ("2027-07-01T00:00:00+02:00", "Nästa: 30 juni 2028 om 11 månader"),
        ("2008-03-30T12:00:00", "Nästa: 30 juni 2010 om 2 år och 3 månader"),
        ("2036-07-01T12:00:00", "Alla datum i serien har passerat."),
    ],
)
def test_the_next_day_to_give_notice(server: str, chromium: Browser, moment: str, told: str) -> None:
    context = chromium.new_context(timezone_id="Europe/Stockholm")
    page = context.new_page()
    at(page, moment, server + OSTERSUND)
    line = row(page, "Sista dag att säga upp avtalet").locator("[data-next]")
    assert " ".join(line.inner_text().split()) == told
    context.close()


def test_the_day_is_the_readers_own(server: str, chromium: Browser) -> None:
    context = chromium.new_context(timezone_id="Pacific/Kiritimati")
    page = context.new_page()
    at(page, "2027-06-30T12:00:00Z", server + OSTERSUND)  # on Kiritimati it is 1 July already
    assert "30 juni 2028" in row(page, "Sista dag att säga upp").locator("[data-next]").inner_text()
    context.close()


@pytest.mark.parametrize("how", ["http", "file"])
def test_what_is_nearest_stands_first(server: str, folder: Path, context: BrowserContext, how: str) -> None:
    page = context.new_page()
    address = server + PAGE if how == "http" else (folder / PAGE).as_uri()
    at(page, "2027-02-15T12:00:00", address)
    rows = page.locator("[data-days] tbody tr")
    first = [words.split("\n")[0] for words in rows.locator("th").all_inner_texts()]
    nexts = rows.locator("[data-next]").all_inner_texts()
    assert "1 mars 2027" in nexts[0] and "om 14 dagar" in nexts[0] and first[0].startswith("Redovisning")
    assert first[-1] == "Avtalet börjar gälla" and "har passerat" in nexts[-1]
    assert "15 februari 2027" in page.locator("[data-order]").inner_text()
    passed = [number for number, words in enumerate(nexts) if "passerat" in words]
    assert passed == list(range(len(nexts) - len(passed), len(nexts))), "what has passed stands last"


def test_the_next_day_is_told_in_the_list_too(server: str, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    at(page, "2027-02-15T12:00:00", server + OSTERSUND)
    series = row(page, "Sista dag att säga upp avtalet")
    series.locator("details.aa-days summary").click()
    assert series.locator("li", has_text="(nästa)").all_inner_texts() == ["30 juni 2027 (nästa)"]
    assert series.locator("li").count() == 27
    context.close()


def test_today_stands_on_the_timeline(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    at(page, "2027-01-01T12:00:00", server + OSTERSUND)
    line = page.locator("[data-timeline] .aa-time__today")
    assert line.count() == 1
    # 2027 is 17 years into an axis that starts with 2010.
    measures = page.locator("[data-timeline] svg[data-first]").evaluate("svg => ({ ...svg.dataset })")
    assert measures["first"] == "2010"
    expected = float(measures["left"]) + 17 * float(measures["year"])
    assert float(line.get_attribute("x1") or 0) == pytest.approx(expected, abs=0.01)
    at(page, "2050-01-01T12:00:00", server + OSTERSUND)
    assert line.count() == 0, "a day outside the axis is not drawn"


def test_after_instant_navigation(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    at(page, "2027-02-15T12:00:00", server + OSTERSUND)
    page.evaluate("window.stillThere = true")
    page.get_by_role("link", name="Alla avtal: att bevaka").click()
    page.wait_for_url("**/bevaka/index.html")
    # The address is another before the page is.
    page.get_by_role("heading", level=1, name="Att bevaka").wait_for()
    page.wait_for_selector("[data-days] [data-next]:not([hidden])")
    assert page.evaluate("window.stillThere"), "the page was loaded anew: instant navigation is off"
    assert "1 mars 2027" in page.locator("[data-days] [data-next]").first.inner_text()
    assert page.locator(".aa-time__today").count() == 1
    context.close()


def test_without_script_every_day_can_be_read(server: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + PAGE)
    firsts = page.locator("[data-days] .aa-days__pattern time")
    days = [firsts.nth(number).get_attribute("datetime") or "" for number in range(firsts.count())]
    assert days == sorted(days) and len(days) > 5
    assert page.locator("[data-next]").first.is_hidden()
    series = row(page, "Sista dag att säga upp avtalet")
    series.locator("details.aa-days summary").click()
    assert series.locator("li time").last.is_visible()
    assert page.locator("[data-timeline] svg[role=img]").is_visible()
    context.close()


def test_feeds_can_be_fetched(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + PAGE)
    links = page.locator(".aa-calendars a")
    assert links.count() == 5
    for number in range(links.count()):
        answer = page.request.get(links.nth(number).evaluate("link => link.href"))
        assert answer.ok and answer.text().startswith("BEGIN:VCALENDAR")
