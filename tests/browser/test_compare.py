"""Choosing and comparing in a real browser, and filtering the matrix: by keyboard, over http and from a file."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from atlas.views.keys import DIFFERS, verdict
from edge.loading import load_root
from tests.browser.until import until
from tests.links import is_lost
from tests.project import ROOT

PAGE = "jamfor/valj/index.html"
PAIR = ("jonkoping/lan-2022", "orebro/lan-2018")
CHOSEN = f"{PAGE}?avtal={','.join(PAIR)}"


def topics(page: Page) -> list[str]:
    """The topics that the comparison shows, once the agreements' words have come."""
    page.wait_for_selector(".aa-choose__table details.aa-quote")
    found: list[str] = page.eval_on_selector_all(
        ".aa-choose__table tr[data-topic]", "rows => rows.map(row => row.dataset.topic)"
    )
    return found


def differing(page: Page) -> set[str]:
    """What the core says of the pair."""
    atlas = load_root(ROOT).atlas
    assert atlas
    pair = [each for each in atlas.agreements if each.id in PAIR]
    assert len(pair) == 2
    return {topic for topic in topics(page) if verdict(pair, topic) == DIFFERS}


def test_choose_by_keyboard(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + PAGE)
    page.get_by_label("Sök bland avtalen").focus()
    page.keyboard.type("örebro")
    assert page.locator(".aa-picker input[type=checkbox]:visible").count() == 1
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "Välj minst ett till" in page.locator(".aa-choose__told").inner_text()
    page.get_by_label("Sök bland avtalen").fill("")
    page.get_by_label("Jönköpings län 2022").focus()
    page.keyboard.press("Space")
    assert len(topics(page)) == 37
    assert page.evaluate("document.activeElement.value") == "jonkoping/lan-2022"
    assert "avtal=orebro/lan-2018,jonkoping/lan-2022" in page.url


def test_only_differences_hide_reload_and_share(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + CHOSEN)
    expected = differing(page)
    page.get_by_role("button", name="Bara skillnader").press("Enter")
    assert set(topics(page)) == expected and 0 < len(expected) < 37
    page.get_by_role("button", name="Dölj Uppsägning").press("Enter")
    assert set(topics(page)) == expected - {"notice"}
    assert page.evaluate("document.activeElement.textContent") == "Bara skillnader"
    assert "skillnader=1" in page.url and "dolj=notice" in page.url
    page.reload()
    assert set(topics(page)) == expected - {"notice"}
    other = context.new_page()
    other.goto(page.url)
    assert set(topics(other)) == expected - {"notice"}
    other.get_by_role("button", name="Visa dolda ämnen").click()
    assert "notice" in topics(other)
    assert "orebro" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_what_is_not_different_is_named(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + CHOSEN)
    rest = 37 - len(differing(page))
    page.get_by_role("button", name="Bara skillnader").click()
    assert page.locator(".aa-choose__aside a").count() == rest


def test_short_answers_lead_to_the_words(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + CHOSEN)
    topics(page)
    page.get_by_role("button", name="Bara korta svar").press("Enter")
    assert "kort=1" in page.url and page.locator(".aa-choose__table details").count() == 0
    page.reload()
    notice = page.locator("tr[data-topic=notice] td").first.get_by_role("link")
    assert notice.inner_text() == "12 månader, när som helst, skriftligt"
    notice.click()
    page.wait_for_url("**/jamfor/notice/index.html#jonkoping-lan-2022")


def test_copy_link(server: str, chromium: Browser) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(server + CHOSEN)
    topics(page)
    page.get_by_role("button", name="Kopiera länk").click()
    until(page, "document.querySelector('.aa-choose__told').textContent.includes('kopierad')")
    assert page.evaluate("navigator.clipboard.readText()") == server + CHOSEN
    context.close()


def test_sheet(server: str, context: BrowserContext, tmp_path: Path) -> None:
    def hostile(route: Route) -> None:
        body = route.fetch().text()
        words = re.sub(r'"says":"[^"]*"', '"says":"=1+1"', body)
        route.fulfill(body=re.sub(r'"quote":"', '"quote":"\\"kluven; ', words), content_type="text/javascript")

    def named(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=body.replace('"Jönköpings län 2022"', '"=HYPERLINK(1)"'), content_type="text/javascript")

    page = context.new_page()
    page.route("**/data/jamfor/orebro/*.js", hostile)
    page.route("**/data/jamfor.js", named)
    page.goto(server + CHOSEN + "&dolj=notice")
    shown = topics(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Ladda ner").click()
    waiting.value.save_as(tmp_path / "val.csv")
    text = (tmp_path / "val.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff") and waiting.value.suggested_filename.endswith(".csv")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert rows[0][:3] == ["Ämnesgrupp", "Ämne", "Jämförelse"]
    assert rows[0][3:] == [
        f"{name}{column}"
        for name in ("'=HYPERLINK(1)", "Örebro län 2018")
        for column in ("", ": avtalets ord", ": källor")
    ]
    assert len(rows) == 1 + len(shown) + 4 and {len(row) for row in rows} == {9}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "kluven; " in rows[1][7] and '"' in rows[1][7]
    assert f": {server}avtal/orebro/lan-2018/index.html#" in rows[1][8]
    assert "Uppsägning" not in [row[1] for row in rows]
    assert [row[1] for row in rows[-4:]] == ["Slag", "Läst av", "Gäller det i dag?", "Uppgifternas datum"]


def test_a_choice_on_paper(server: str, folder: Path, chromium: Browser) -> None:
    context = chromium.new_context(locale="sv-SE")
    page = context.new_page()
    page.goto(server + CHOSEN + "&skillnader=1&dolj=notice")
    shown = topics(page)
    page.emulate_media(media="print")
    paper = page.locator(".aa-choose__paper")
    paper.wait_for()
    heads = paper.locator("h2").all_inner_texts()
    assert heads[0] == "Underlag: Jönköpings län 2022 · Örebro län 2018"
    assert heads[1:5] == ["I korthet", "Datum att bevaka", "Öppna frågor", "Det som skiljer"]
    assert heads[-1] == "Vem som har läst, och när"
    assert paper.locator("h3").count() == len(shown) and "Uppsägning" in paper.locator("dd").all_inner_texts()
    data = json.loads((folder / "data" / "agreements.json").read_text(encoding="utf-8"))
    facts = [
        fact
        for agreement in data["agreements"]
        if agreement["id"] in PAIR
        for topic in shown
        for fact in agreement["topics"][topic]["facts"]
    ]
    assert sorted(paper.locator("td .aa-brief-quote").all_inner_texts()) == sorted(
        f"«{fact['quote']}»" for fact in facts
    )
    sources = " ".join(paper.locator(".aa-brief-source").all_inner_texts())
    assert all(fact["url"].replace("index.html", "") in sources for fact in facts)
    hidden = page.locator(":is(.md-header, .aa-picker, .aa-choose__tools, .aa-choose__table, h1):visible")
    assert hidden.count() == 0 and paper.locator(".aa-ruled:visible").count() > len(shown)
    cut = "rows => rows.filter(row => getComputedStyle(row).breakInside !== 'avoid').length"
    assert paper.locator("tr").evaluate_all(cut) == 0
    again = "heads => heads.filter(head => getComputedStyle(head).display !== 'table-header-group').length"
    assert paper.locator("thead").evaluate_all(again) == 0
    page.emulate_media(media="screen")
    paper.wait_for(state="detached")
    page.emulate_media(media="null")
    long = _pages(page)
    page.get_by_role("button", name="Bara korta svar").click()
    short = _pages(page)
    assert 0 < short < 10 < long < 60, "a few pages for a meeting, or every word"
    context.close()


def _pages(page: Page) -> int:
    """How many A4 pages the browser prints."""
    printed = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", printed)}
    assert {tuple(map(round, size)) for size in sizes} == {(0, 0, 595, 842)}
    return len(re.findall(rb"/Type /Page\b", printed))


def test_a_topic_on_paper_shows_the_quotes_that_are_open(server: str, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(server + "jamfor/responsibilities/index.html")
    quotes = page.locator(".aa-table details.aa-quote")
    quotes.nth(1).locator("summary").click()
    # What a browser does before it prints, and after.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert quotes.locator("blockquote:visible").count() == 1
    assert page.locator(".aa-values:visible").count() == 1, "what is folded, and stands nowhere else, is printed"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".aa-table details.aa-quote[open]").count() == 1
    context.close()


def test_from_a_file(folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((folder / PAGE).as_uri())
    page.get_by_label("Jönköpings län 2022").check()
    page.get_by_label("Örebro län 2018").check()
    assert len(topics(page)) == 37
    page.reload()
    assert len(topics(page)) == 37
    link = page.locator(".aa-choose__table a.aa-clause").first.evaluate("link => link.href")
    assert link.startswith(folder.as_uri()) and not is_lost(folder, link.removeprefix(f"{folder.as_uri()}/"))


def test_fits_a_phone_and_keeps_its_heads(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(server + CHOSEN)
    topics(page)
    inner, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inner
    page.evaluate("document.querySelector('tr[data-topic=governance] td').scrollIntoView(); scrollBy(0, 200)")
    box = page.locator("tr[data-topic=governance] th").bounding_box()
    assert box and 0 <= box["y"] < 200, "the topic's name scrolled away"
    context.close()


def test_header_and_first_column_stay(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    for path, table in ((CHOSEN, ".aa-choose__table"), ("jamfor/matris/index.html", ".aa-matrix")):
        page.goto(server + path)
        page.wait_for_selector(f"{table} tbody tr")
        until(page, f"!document.querySelector('{table}').innerText.includes('Hämtar')")
        box = page.locator(f".aa-scroll:has({table})")
        box.evaluate("box => { box.scrollTop = 500; box.scrollLeft = 200; }")
        page.wait_for_timeout(200)
        frame = box.bounding_box()
        head = page.locator(f"{table} thead th").nth(1).bounding_box()
        first = page.locator(f"{table} tbody th[scope=row]").nth(3).bounding_box()
        assert frame and head and first
        assert abs(head["y"] - frame["y"]) < 3 and abs(first["x"] - frame["x"]) < 3, path
    context.close()


def test_a_link_to_what_is_not_there_says_so(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{server}{PAGE}?avtal=finns/inte,orebro/lan-2018&dolj=hittepa")
    page.wait_for_selector(".aa-choose__told")
    assert "finns/inte" in page.locator(".aa-choose__told").inner_text()
    assert page.locator(".aa-chips li").count() == 1


@pytest.mark.parametrize("path", [PAGE, "jamfor/matris/index.html"])
def test_without_script(server: str, chromium: Browser, path: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + path)
    if path == PAGE:
        assert page.get_by_role("link", name="matrisen med alla avtal").is_visible()
    else:
        assert page.locator(".aa-matrix tbody tr:visible").count() > 37
        assert not page.locator(".aa-filters").is_visible()
    context.close()


def test_filter_the_matrix(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "jamfor/index.html")
    page.evaluate(f"location.href = {json.dumps(server + 'jamfor/matris/index.html')}")
    rows = page.locator(".aa-matrix tbody tr:not(.aa-group):visible")
    page.wait_for_selector(".aa-filters:visible")
    assert rows.count() == 37
    button = page.get_by_role("button", name="Hänvisas", exact=True)
    button.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert 0 < rows.count() < 37
    for number in range(rows.count()):
        assert rows.nth(number).locator("td[data-status~=delegated]:visible").count()
    page.get_by_role("button", name="Jämtlands län").press("Space")
    assert page.locator(".aa-matrix thead th[data-kind]:visible").count() == 1
    page.get_by_role("button", name="Visa allt").click()
    assert rows.count() == 37 and page.locator(".aa-matrix thead th[data-kind]:visible").count() == 5
    rows.nth(2).locator("td a").nth(1).click()
    page.wait_for_url("**/jamfor/notice/index.html#*")
    # The address changes a moment before the page does.
    until(page, "!!document.getElementById(location.hash.slice(1))")


def test_the_wording_of_a_goal_is_one_click_away(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "jamfor/goals/index.html")
    mark = page.locator("details.aa-mark").first
    assert not mark.locator("blockquote").is_visible()
    mark.locator("summary").click()
    assert mark.locator("blockquote").is_visible()
