"""The site works where it lands: below a path, as files in a folder, and with a page for what does not exist."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from tests.browser.heard import heard

# Whether a page looks and works as it should: its own type, and its scripts have run.
DRESSED = "getComputedStyle(document.body).fontFamily.includes('Avtal Sans')"
# Where the links of the site itself lead: those that say that they lead away may.
OWN = """() => [...document.querySelectorAll("a[href]:not([rel~=external])")].map((link) => link.href)
  .filter((address) => !address.startsWith("mailto:"))"""


def listened(page: Page) -> list[str]:
    """What a page complains of, and what it does not get."""
    told = heard(page.context, console=True)

    def answered(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            told.append(f"{response.status} {response.url}")

    def failed(request: Request) -> None:
        # What was on its way when the next page was asked for is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            told.append(f"{request.failure} {request.url}")

    page.on("requestfailed", failed)
    page.on("response", answered)
    return told


def test_from_a_folder_of_files(folder: Path, chromium: Browser, sample: tuple[str, ...]) -> None:
    assert "å" in str(folder) and " " in str(folder), "the folder's name is to be a hard one"
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    page = context.new_page()
    told = listened(page)
    for path in sample:
        # A server answers with that page; among files nothing leads to it.
        if path == "404.html":
            continue
        page.goto((folder / path).as_uri())
        assert page.evaluate(DRESSED), path
        away = [address for address in page.evaluate(OWN) if not address.startswith(folder.as_uri())]
        assert away == [], path
    assert told == []
    context.close()


def test_scripts_and_links_work_among_files(folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    told = listened(page)
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="Jämför").first.click()
    page.wait_for_url("**/jamfor/index.html")
    page.goto((folder / "jamfor/matris/index.html").as_uri())
    page.locator("[data-matrix-filters] button").first.click()
    page.goto((folder / "jamfor/valj/index.html").as_uri())
    page.locator("[data-choose] input").first.wait_for()
    page.goto((folder / "redigera/nytt-avtal/index.html").as_uri())
    page.locator(".aa-keep").wait_for()
    page.get_by_title("Byt till mörkt läge").click()
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert told == []


@pytest.mark.parametrize("width", [1440, 390], ids=["wide", "phone"])
def test_an_address_that_does_not_exist(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    told = listened(page)
    answer = page.goto(server + "avtal/orebro/finns/inte/alls.html")
    assert answer and answer.status == 404
    assert page.locator("h1").inner_text() == "Sidan finns inte"
    assert page.evaluate(DRESSED)
    ways = page.locator("main a")
    assert ways.count() >= 4
    for link in ways.all():
        to = link.evaluate("link => link.href")
        assert to.startswith(server) and page.request.get(to).ok
    ways.first.click()
    page.wait_for_url("**/avtal/avtal/index.html")
    # The browser itself tells of the answer 404, which is as it should be.
    assert [each for each in told if "404 (" not in each] == []
