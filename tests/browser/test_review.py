"""How long each text has left is told by the reader's clock, which the test sets around a day that the page holds."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

PAGE = "granskning/index.html"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-400, "Det är om 13 månader."),
        (0, "Det är i dag."),
        (1, "Dagen har passerat. Det är dags att läsa texten igen."),
    ],
)
def test_how_long_a_text_has_left(server: str, chromium: Browser, days: int, told: str) -> None:
    page = chromium.new_page()
    page.goto(server + PAGE)
    dates = [each.get_attribute("datetime") or "" for each in page.locator("[data-due] time").all()]
    now = date.fromisoformat(dates[0]) + timedelta(days=days)
    page.clock.set_fixed_time(f"{now.isoformat()}T12:00:00")
    page.goto(server + PAGE)
    page.wait_for_selector("[data-due-count]:not([hidden])")
    assert page.locator("[data-left]").first.inner_text() == told
    passed = sum(each < now.isoformat() for each in dates)
    assert page.locator("[data-due-count]").inner_text().endswith(f"passerat för {passed} av {len(dates)}.")
    page.close()
