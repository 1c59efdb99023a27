"""Law, coverage, the map, «I min kommun» and citing, in a real browser: with script, without, and by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from edge.loading import load_root
from tests.browser.heard import heard
from tests.project import ROOT

PAGES = [
    "lag/index.html",
    "kommun/index.html",
    "tackning/index.html",
    "avtal/index.html",
    "avtal/jonkoping/index.html",
    "avtal/orebro/lan-2018/tackning/index.html",
    "jamfor/duty_to_report/index.html",
    "avtal/vastmanland/mall-2017/index.html",
]
MUNICIPALITIES = 43


def open_page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_and_are_quiet(server: str, context: BrowserContext, path: str) -> None:
    told = heard(context, console=True)
    page = open_page(context, server + path)
    page.wait_for_load_state("networkidle")
    inner, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inner
    assert told == []
    ids = page.evaluate("[...document.querySelectorAll('article [id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PAGES)
def test_local_links_lead_to_what_is_there(server: str, folder: Path, chromium: Browser, path: str) -> None:
    context = chromium.new_context()
    page = open_page(context, server + path)
    links = page.evaluate(
        "[...document.querySelectorAll('article a')].map(a => a.href.baseVal === undefined ? a.href : "
        "new URL(a.href.baseVal, location).href)"
    )
    here = {link.removeprefix(server) for link in links if link.startswith(server)}
    assert len(here) > 3
    for link in here:
        file, _, anchor = link.partition("#")
        text = (folder / (file or "index.html")).read_text(encoding="utf-8") if file.endswith("html") else ""
        assert (folder / file).exists(), link
        assert not anchor or f'id="{anchor}"' in text, link
    context.close()


# --- I min kommun ---


def shown(page: Page) -> list[str]:
    rows = page.locator("tr[data-municipality]:visible")
    return [row.get_attribute("data-municipality") or "" for row in rows.all()]


def test_choosing_a_municipality_shows_it_alone(server: str, context: BrowserContext) -> None:
    page = open_page(context, server + "kommun/index.html")
    assert len(shown(page)) == MUNICIPALITIES
    page.get_by_label("Välj kommun").select_option("Jönköping")
    assert shown(page) == ["Jönköping"]
    expect(page.get_by_role("status")).to_have_text("Jönköping: Jönköpings kommun 2014, Jönköpings län 2022.")
    assert page.locator("tr.aa-group:visible").all_inner_texts() == ["Jönköpings län"]
    assert page.url.endswith("#jonkoping")
    page.get_by_label("Välj kommun").select_option("Alla kommuner")
    assert len(shown(page)) == MUNICIPALITIES and "#" not in page.url


def test_a_municipality_without_agreement_is_told_so(server: str, context: BrowserContext) -> None:
    page = open_page(context, server + "kommun/index.html#are")
    assert shown(page) == ["Åre"]
    expect(page.get_by_role("status")).to_have_text("Åre: inget avtal på webbplatsen.")
    row = page.locator("#are")
    assert "Det enda" not in row.inner_text() and row.get_by_role("link").count() == 0


def test_the_choice_can_be_sent_and_followed(server: str, chromium: Browser) -> None:
    context = chromium.new_context()
    page = open_page(context, server + "kommun/index.html#jonkoping")
    assert page.get_by_label("Välj kommun").input_value() == "jonkoping"
    link = page.locator("#jonkoping").get_by_role("link", name="Jämför dem punkt för punkt")
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    link.click()
    page.wait_for_url("**/avtal/jonkoping/index.html#samtidigt-kommun-2014-lan-2022")
    expect(page.get_by_role("heading", name="Samtidigt:")).to_be_in_viewport()
    context.close()


def test_it_works_after_instant_navigation(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = open_page(context, server + "avtal/index.html")
    page.evaluate("window.stayed = true")
    page.locator(".md-nav--primary").get_by_role("link", name="I min kommun").click()
    page.wait_for_selector(".aa-pick select")
    assert page.evaluate("window.stayed"), "the page was loaded anew, so this proves nothing"
    page.get_by_label("Välj kommun").select_option("Örebro")
    assert shown(page) == ["Örebro"]
    context.close()


# --- the map ---


def test_the_map_is_walked_by_keyboard_and_heard(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = open_page(context, server + "avtal/index.html")
    links = page.locator(".aa-map a")
    names = [link.get_attribute("aria-label") for link in links.all()]
    # From north to south.
    assert names == [
        "Jämtlands län: 1 avtal",
        "Örebro län: 1 avtal",
        "Västmanlands län: 1 mall",
        "Jönköpings län: 2 avtal",
    ]
    assert page.locator('.aa-map g[role="img"]').count() == 17
    links.first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[1]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/avtal/orebro/index.html")
    context.close()


def test_tiles_differ_in_form_when_colours_are_gone(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = open_page(context, server + "avtal/index.html")
    forms = {
        kind: page.locator(f".aa-tile--{kind}").first.evaluate(
            "tile => [getComputedStyle(tile).strokeWidth, getComputedStyle(tile).strokeDasharray].join(' ')"
        )
        for kind in ("agreements", "templates", "none")
    }
    assert len(set(forms.values())) == 3
    context.close()


# --- law ---


def test_a_wrong_reference_leads_from_the_agreement_to_the_law(server: str, context: BrowserContext) -> None:
    page = open_page(context, server + "avtal/vastmanland/mall-2017/index.html")
    box = page.get_by_role("group", name="Hänvisningar till lag")
    row = box.locator("li", has_text="14 kap. 1 c § SoL")
    assert "fel hänvisning" in row.inner_text() and "19 kap. 1 § socialtjänstlagen (2025:400)" in row.inner_text()
    link = row.get_by_role("link", name="Socialtjänstlag (2001:453)")
    link.scroll_into_view_if_needed()
    # Material forgets the anchor when a click comes within a tenth of a second of a scroll, which no hand does.
    page.wait_for_timeout(500)
    link.click()
    page.wait_for_url("**/lag/index.html#lag-socialtjanstlag-2001")
    expect(page.get_by_role("heading", name="Socialtjänstlag (2001:453)")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("duty_to_report", "19 kap. 1 § socialtjänstlagen (2025:400)"),
        ("secrecy", "6 kap. 12 § patientsäkerhetslagen (2010:659)"),
        ("child_rights", "svensk lag sedan den 1 januari 2020"),
    ],
)
def test_what_law_demands_stands_beside_the_topic(server: str, chromium: Browser, topic: str, words: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = open_page(context, f"{server}jamfor/{topic}/index.html")
    expect(page.get_by_role("complementary", name="Det här gäller enligt lag")).to_contain_text(words)
    context.close()


# --- without script ---


def test_all_is_there_without_script(server: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = open_page(context, server + "kommun/index.html")
    assert len(shown(page)) == MUNICIPALITIES
    assert page.locator("select").count() == 0
    page.goto(server + "avtal/jonkoping/kommun-2014/index.html")
    assert page.locator(".aa-cite").count() == 0
    context.close()


# --- cite and report ---


def test_a_citation_is_copied(server: str, chromium: Browser) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = open_page(context, server + "avtal/jonkoping/kommun-2014/index.html")
    reading = page.locator("li[data-reads^='uppsagning']").first
    fact, clause = reading.get_attribute("data-reads"), reading.get_attribute("data-clause")
    button = reading.get_by_role("button", name="Kopiera hänvisning:")
    assert button.count() == 1
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".aa-cite-status")).to_have_text("Hänvisningen är kopierad.")
    told = page.evaluate("navigator.clipboard.readText()").splitlines()
    atlas = load_root(ROOT).atlas
    assert atlas
    version = next(each for each in atlas.agreements if each.id == "jonkoping/kommun-2014").text.fingerprint
    assert told == [
        f"Övergripande samverkansavtal för familjecentraler i Jönköpings kommun, {clause}:",
        f"«{reading.get_attribute('data-quote')}»",
        f"Läst av redaktionen för Avtalsatlas 21 november 2026. Textens version: {version}.",
        f"{server}avtal/jonkoping/kommun-2014/index.html#{fact}",
    ]
    assert page.evaluate("document.activeElement.classList.contains('aa-cite')"), "the focus went away"
    context.close()


def test_every_reading_can_be_cited_once(server: str, context: BrowserContext) -> None:
    page = open_page(context, server + "avtal/orebro/lan-2018/index.html")
    page.wait_for_selector(".aa-cite")
    assert page.locator(".aa-cite").count() == page.locator("li[data-reads]").count() > 50
    box = page.locator(".aa-cite").first.bounding_box()
    assert box and box["width"] >= 24 and box["height"] >= 24


def test_a_citation_that_cannot_be_copied_is_shown(server: str, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;"
    )
    page.goto(server + "avtal/orebro/lan-2018/index.html")
    reading = page.locator("li[data-reads]").first
    reading.get_by_role("button").click()
    expect(reading.locator(".aa-cite-text")).to_contain_text(reading.get_attribute("data-quote") or "?")
    assert page.evaluate("String(getSelection())").startswith("Regional samverkan för familjecentral")
    context.close()


def test_nobody_is_asked_to_report_where_no_address_is_given(server: str, chromium: Browser) -> None:
    context = chromium.new_context()
    page = open_page(context, server + "index.html")
    assert page.get_by_role("link", name="Rapportera fel").count() == 0
    context.close()
