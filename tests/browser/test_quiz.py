"""«Kan jag det här?» by keyboard alone: choose, answer, read why, see what to read again, begin again."""

import pytest
from playwright.sync_api import BrowserContext, Page

PATH = "ny/fragor/orebro/lan-2018/index.html"


def focused(page: Page) -> str:
    """The words of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent || document.activeElement.type"))


@pytest.mark.parametrize("width", [1440, 390], ids=["wide", "phone"])
def test_the_questions_by_keyboard(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "ny/fragor/index.html")
    page.get_by_role("article").get_by_role("link", name="Örebro län 2018").press("Enter")
    page.wait_for_url("**/" + PATH)
    page.wait_for_selector(".aa-quiz--live")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    stored = page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]")
    total = page.locator(".aa-quiz__question").count()
    shown = page.locator(".aa-quiz__now")
    assert total >= 8 and page.locator(".aa-quiz__question:visible").count() == 1

    # Nothing chosen: told, and the focus goes to where one chooses.
    shown.get_by_role("button", name="Svara").press("Enter")
    assert shown.locator("[aria-live]").inner_text() == "Välj ett svar först." and focused(page) == "radio"

    for number in range(total):
        group = shown.get_by_role("group", name=f"Fråga {number + 1} av {total}")
        radios = group.get_by_role("radio")
        right = int(shown.get_attribute("data-right") or 0) - 1
        elsewhere = int(shown.locator("[data-option]").first.get_attribute("data-option") or 0) - 1 if not number else 0
        wanted = right if number else elsewhere
        assert shown.locator("details").is_hidden()
        radios.nth(0).focus()
        page.keyboard.press("Space")
        for _ in range(wanted):
            page.keyboard.press("ArrowDown")
        assert radios.nth(wanted).is_checked()
        page.keyboard.press("Enter")
        told = shown.locator("[aria-live]").inner_text()
        assert told.startswith("Det stämmer." if number else "Det stämmer inte.")
        if not number:
            assert f"Rätt svar är: {group.locator('label').nth(right).inner_text()}." in told
            link = shown.locator("[aria-live] a")
            assert f"Så är det i {link.inner_text()}." in told and "#" in (link.get_attribute("href") or "")
        assert shown.locator("details a").first.is_visible()
        assert focused(page) == ("Nästa fråga" if number + 1 < total else "Visa hur det gick")
        page.keyboard.press("Enter")
        assert number + 1 == total or focused(page).startswith(f"Fråga {number + 2} av {total}")

    assert focused(page) == f"{total - 1} av {total}"
    again = page.locator(".aa-quiz__summary li")
    assert again.count() == 1
    assert "/avtal/orebro/lan-2018/index.html#" in again.locator("a").evaluate("link => link.href")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "Börja om"
    page.keyboard.press("Enter")
    assert focused(page).startswith("Fråga 1 av") and shown.locator(":checked").count() == 0
    assert [url for url in requests if not url.endswith(".woff2")] == []
    assert page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]") == stored


@pytest.mark.parametrize("width", [1440, 390], ids=["wide", "phone"])
def test_paper_has_all_questions_and_answers(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + PATH)
    page.wait_for_selector(".aa-quiz--live")
    page.emulate_media(media="print")
    total = page.locator(".aa-quiz__question").count()
    assert page.locator(".aa-quiz__question:visible").count() == total
    assert page.locator(".aa-quiz__right:visible").count() == total
    assert page.locator(".aa-quiz__do:visible").count() == 0
