"""The pages for newcomers in a real browser: they fit, their words lead on, and they need neither script nor server."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.heard import heard

SLUGS = ("vad", "vilka", "styrning", "tystnadsplikt", "orolig")
PAGES = [*(f"ny/{slug}/index.html" for slug in SLUGS), "ord/index.html"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_and_their_links_lead_somewhere(
    server: str, folder: Path, context: BrowserContext, path: str
) -> None:
    told = heard(context, console=True)
    page = context.new_page()
    page.goto(server + path, wait_until="networkidle")
    inner, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inner and told == []
    ids = page.evaluate("[...document.querySelectorAll('article [id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    for link in set(page.evaluate("[...document.querySelectorAll('article a')].map(each => each.href)")):
        file, _, anchor = link.removeprefix(server).partition("#")
        assert not anchor or f'id="{anchor}"' in (folder / file).read_text(encoding="utf-8"), link
        assert (folder / file).exists(), link


def test_steps_can_be_told_apart_and_lead_to_law_and_words(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "ny/orolig/index.html")
    steps = page.locator(".aa-step")
    assert steps.count() == 7
    for number in range(7):
        expect(steps.nth(number).locator(".aa-source")).to_have_text(["+ Vårt råd", "§ Lag", "«» Avtal"][kind(number)])
    law = steps.nth(3)
    expect(law).to_contain_text("19 kap. 1 § socialtjänstlagen (2025:400)")
    expect(law).to_contain_text("kontrollera aktuell lydelse")
    law.get_by_role("link", name="19 kap. 1 §").click()
    page.wait_for_url("**/lag/index.html#lag-socialtjanstlag-2025")
    page.go_back()
    steps.nth(4).get_by_role("link", name="Myndigheter vars verksamhet").click()
    page.wait_for_url("**/avtal/jonkoping/lan-2022/index.html#anmalan")


def kind(number: int) -> int:
    return {3: 1, 4: 2, 5: 2}.get(number, 0)


def test_private_providers_stand_under_another_act(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "ny/tystnadsplikt/index.html")
    laws = page.locator(".aa-lawlist > li")
    expect(laws).to_have_count(2)
    expect(laws.nth(0)).to_contain_text("Offentligt anställda")
    expect(laws.nth(1)).to_contain_text("Personal hos privata vårdgivare")
    expect(laws.nth(1).get_by_role("link")).to_have_text("6 kap. 12 § Patientsäkerhetslag (2010:659)")


@pytest.mark.parametrize("slug", SLUGS)
def test_they_are_whole_without_script_and_from_a_file(folder: Path, chromium: Browser, slug: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "ny" / slug / "index.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("navigation", name="Gå vidare").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("index.html") and f"/{slug}/" not in page.url
    context.close()
