"""The search in a real browser: it finds what people ask for, by keyboard, in any folder, and leaves no trace."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from atlas.site.search.words import stem, words_of
from tests.links import is_lost
from tests.search.questions import ask, questions

PAGE = "sok/index.html"


@pytest.fixture
def page(context: BrowserContext, server: str) -> Page:
    made = context.new_page()
    made.goto(server + PAGE)
    return made


def test_the_right_page_is_among_the_first_three(page: Page, server: str) -> None:
    found = [(each, each.rank(urls, server)) for each, urls, _ in ask(page, questions())]
    missed = [f"{each.query}: {rank or 'none'}" for each, rank in found if not 1 <= rank <= 3]
    assert len(found) >= 80
    assert len(missed) <= 0.05 * len(found), missed
    # The browser takes endings away as the core does, or words would be looked for under other names.
    words = sorted({word for each in questions() for word in words_of(each.query)} | {"barnets", "samordnarnas", "sfs"})
    assert page.evaluate("words => words.map(Avtalsatlas.search.stem)", words) == [stem(word) for word in words]


@pytest.mark.parametrize("width", [1440, 390])
def test_the_keyboard_goes_from_any_page_to_the_very_words(context: BrowserContext, server: str, folder: Path) -> None:
    page = context.new_page()
    page.goto(server + "avtal/orebro/index.html")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [each for each in loaded if "data/sok" in each or "search-" in each]
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Sök på webbplatsen")
    field = dialog.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("högst 20 procent av en heltidstjänst")
    first = dialog.locator("[data-answers$=heltidstjänst] .aa-hit").first
    expect(first).to_contain_text("Jönköpings kommun 2014 · Samordnare")
    expect(first).to_contain_text("Anges")
    expect(first.locator("mark").first).to_be_visible()
    expect(dialog.get_by_role("status")).to_contain_text("träff")
    page.keyboard.press("ArrowDown")
    expect(first.get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/avtal/jonkoping/kommun-2014/index.html#samordnare-omfattning")
    expect(dialog).to_be_hidden()
    expect(page.locator("mark.aa-lit").first).to_be_in_viewport()
    # The header is the same after instant navigation, and still knows the way. Escape closes, Enter leads to all hits.
    page.get_by_role("link", name="Sök").first.click()
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("/")
    # Where nothing is found, the reader is led on.
    field.fill("qqqqzzzz")
    expect(dialog.get_by_role("status")).to_contain_text("Inga träffar")
    for name in ("Alla ämnen från A till Ö", "Ord och förkortningar", "I min kommun"):
        address = dialog.get_by_role("link", name=name).evaluate("link => link.href")
        assert not is_lost(folder, address.removeprefix(server))
    field.fill("sekretess örebro")
    expect(dialog.locator("[data-answers^=sekretess] .aa-hit").first).to_contain_text("Anges inte")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/index.html?q=sekretess%20%C3%B6rebro")
    expect(page.locator(".aa-search-page .aa-hit").first).to_contain_text("Anges inte")
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert "sekretess" not in kept


# Every address that the search can show: all records of its index, made into addresses by the search itself.
ALL = """async () => {
  const { load, search } = Avtalsatlas;
  await search.begin();
  const { texts, topics, pages, each } = window.AvtalsatlasSok, asked = texts.filter(({ answers }) => answers.length);
  await Promise.all(texts.map(({ id }) => load(`data/sok/${id}.js`)));
  return [
    ...topics.map(({ url }) => url), ...texts.map(({ url }) => url), ...pages.map(([url]) => url),
    ...asked.flatMap((text) => topics.map((topic) => search.address({ text, topic }))),
    ...asked.flatMap(({ id }) => each.map(([before, after]) => before + id + after)),
    ...texts.flatMap(({ id, url }) => window.AvtalsatlasSokText[id].map(([, anchor]) => `${url}#${anchor}`)),
    ...asked.map(({ id }) => `data/jamfor/${id}.js`),
  ];
}"""


def test_every_address_that_it_can_show_leads_somewhere(page: Page, folder: Path) -> None:
    page.wait_for_selector(".aa-search__field")
    addresses = page.evaluate(ALL)
    assert len(addresses) > 400
    assert [address for address in addresses if is_lost(folder, address)] == []


def test_it_works_from_a_folder(context: BrowserContext, folder: Path) -> None:
    page = context.new_page()
    page.goto((folder / PAGE).as_uri() + "?q=barnmoska")
    expect(page.locator(".aa-hit").first).to_contain_text("Barnmorska")
    page.get_by_role("searchbox").fill("qqqqzzzz")
    expect(page.get_by_role("status")).to_contain_text("Inga träffar")


def test_without_a_script_the_list_of_topics_stands_there(chromium: Browser, server: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "index.html")
    page.get_by_role("link", name="A–Ö").click()
    expect(page.get_by_role("link", name="Uppsägning", exact=True).last).to_be_visible()
    context.close()
