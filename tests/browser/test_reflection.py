"""Self-reflection and annual report in Chromium: by keyboard all the way to the report, files, paper, no script."""

import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

REFLECTION = "samordnare/sjalvreflektion/index.html"
REPORT = "samordnare/verksamhetsberattelse/index.html"
DOCUMENT = "jonkoping/verksamhetsberattelse-2018"
KNOWN = {"document": "a/b", "areas": ["omrade"], "statements": ["ett", "tva"]}
GOAL = {"area": "omrade", "goal": "Fler", "measure": "", "follow_up": "", "when": ""}
YEAR: dict[str, Any] = {
    "year": 2026,
    "centre": "",
    "steps": 5,
    "people": 2,
    "answers": {"ett": {"people": [1, 4], "group": 2, "comment": ""}},
    "goals": [GOAL],
}
FILE: dict[str, Any] = {"format": "avtalsatlas-sjalvreflektion", "version": 1, "document": "a/b", "years": [YEAR]}


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.locator(".aa-keep").wait_for()
    return page


def tab_to(page: Page, what: str) -> None:
    """Press Tab until the focus is on what fits the selector."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    pytest.fail(f"Tab never reaches {what}")


def press(page: Page, name: str) -> None:
    """Tab to a button with these words and press it."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == name:
            page.keyboard.press("Enter")
            return
    pytest.fail(f"Tab never reaches «{name}»")


def kept(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('avtalsatlas:'))")  # type: ignore[no-any-return]


def fill_in(page: Page) -> None:
    """Two people and the group on a scale of three steps, with a comment and a goal: by keyboard alone."""
    tab_to(page, "[name=antal-steg]")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    tab_to(page, ".aa-begin input[type=text]")
    page.keyboard.type("Solrosen")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    for answer, then in ((1, "Nästa: Person 2"), (3, "Nästa: Gruppen tillsammans"), (2, "")):
        assert page.evaluate("document.activeElement.name") == "vem"
        tab_to(page, "[name=svar-halsoframjande-arena]")
        # The group stands on «Inget svar», the last: round it goes to the first step.
        for _ in range(answer):
            page.keyboard.press("ArrowRight")
        if then:
            press(page, then)
    page.keyboard.press("Tab")
    page.keyboard.type("<b>Vi</b> är | nära")
    press(page, "Lägg till ett mål")
    page.keyboard.press("Tab")
    page.keyboard.type("Fler pappor kommer")


def test_from_the_first_answer_to_the_report_by_keyboard(server: str, context: BrowserContext, tmp_path: Path) -> None:
    page = opened(context, server + REFLECTION)
    fill_in(page)
    assert kept(page) == []

    with page.expect_download() as download:
        press(page, "Hämta som fil")
    download.value.save_as(tmp_path / "svar.json")
    state = json.loads((tmp_path / "svar.json").read_text(encoding="utf-8"))
    (entry,) = state.pop("years")
    assert state == {"format": "avtalsatlas-sjalvreflektion", "version": 1, "document": DOCUMENT}
    assert entry["answers"] == {
        "halsoframjande-arena": {"people": [1, 3], "group": 2, "comment": "<b>Vi</b> är | nära"}
    }
    assert (entry["centre"], entry["steps"], entry["people"]) == ("Solrosen", 3, 2)
    assert [goal["goal"] for goal in entry["goals"]] == ["Fler pappor kommer"]

    page.keyboard.press("Shift+Tab")
    press(page, "Rensa allt")
    press(page, "Ja, rensa allt")
    assert page.locator("fieldset.aa-view").count() == 0 and kept(page) == []

    # The window to choose a file in is the browser's own; the button that opens it is reached like all others.
    tab_to(page, ".aa-opener button")
    page.locator(".aa-opener input").set_input_files(tmp_path / "svar.json")
    page.get_by_text("svar.json är öppnad").wait_for()
    assert page.locator(".aa-result").get_by_text("steg 1: 1, steg 3: 1").count() == 1

    press(page, "Till verksamhetsberättelsen")
    page.wait_for_url(re.compile("verksamhetsberattelse"))
    make_the_report(page, tmp_path, entry["year"])


def make_the_report(page: Page, folder: Path, year: int) -> None:
    """What was never saved comes along; put it in and take the report as Word and Markdown."""
    press(page, "Lägg in målen")
    assert "Mål 1: Fler pappor kommer" in page.locator(":focus").input_value()
    press(page, "Lägg in resultatet")
    assert page.get_by_text(f"från {year}, på en skala med 3 steg. Antal svarande: 2.").is_visible()
    assert page.locator("[data-statement=halsoframjande-arena] td").all_text_contents() == [
        "Steg 2 av 3",
        "<b>Vi</b> är | nära",
    ]
    page.get_by_label("Antal gravida").fill("41")
    with page.expect_download() as download:
        press(page, "Rapporten som Word")
    download.value.save_as(folder / "rapport.docx")
    report = docx.Document(str(folder / "rapport.docx"))
    styles = {paragraph.text: paragraph.style.name for paragraph in report.paragraphs if paragraph.style}
    assert styles["Verksamhetsberättelse/plan"] == "Title" and styles["Inledning"] == "Heading 1"
    assert styles["Verksamhetens mål och inriktning"] == "Heading 2"
    assert "Antal gravida: 41" in styles and "Antal svarande: 2" in styles
    cells = [[cell.text for cell in row.cells] for table in report.tables for row in table.rows]
    assert any(row[1:] == ["Steg 2 av 3", "<b>Vi</b> är | nära"] for row in cells)
    page.keyboard.press("Shift+Tab")
    with page.expect_download() as download:
        press(page, "Rapporten som Markdown")
    download.value.save_as(folder / "rapport.md")
    words = (folder / "rapport.md").read_text(encoding="utf-8")
    assert words.startswith("# Verksamhetsberättelse/plan\n") and "## Prioriterade mål under år 2019" in words
    assert "| Steg 2 av 3 | <b>Vi</b> är \\| nära |" in words
    # Guidance stands only where nothing has been written.
    assert "> Skriv eventuella övriga tankar" in words and "> Beskriv kort den specifika" not in words


def test_it_is_kept_only_when_asked_and_read_again(server: str, context: BrowserContext) -> None:
    page = opened(context, server + REFLECTION)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill_in(page)
    page.get_by_role("button", name="Spara i den här webbläsaren").click()
    assert kept(page) == [f"avtalsatlas:sjalvreflektion:{DOCUMENT}"]
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == []
    page.reload()
    page.get_by_text("sparat i den här webbläsaren är öppnat").wait_for()
    assert page.get_by_label("Familjecentral", exact=True).input_value() == "Solrosen"
    page.get_by_role("button", name="Rensa allt").click()
    page.get_by_role("button", name="Ja, rensa allt").click()
    assert kept(page) == []


BROKEN = [
    ("inget", "Filen är inte en fil härifrån: den är inte JSON."),
    ("[]", "Filen är ingen självreflektion från Avtalsatlas."),
    (json.dumps(FILE | {"version": 2}), "Filen har version 2. Sidan kan bara läsa version 1."),
    (json.dumps(FILE | {"document": "x"}), "Filen hör till en annan självreflektion: «x»."),
    (json.dumps(FILE | {"mer": 1}), "Filen: okänt fält «mer»."),
    (json.dumps(FILE | {"years": [YEAR, YEAR]}), "Samma år finns två gånger i filen."),
]
WRONG_YEARS: list[tuple[Any, ...]] = [
    ({"steps": 11}, "År 2026: antalet steg ska vara mellan 2 och 10."),
    ({"people": 0, "answers": {}}, "År 2026: antalet personer ska vara mellan 1 och 40."),
    ({"answers": {"x": {}}}, "År 2026, påståendet «x» finns inte i den här självreflektionen."),
    (
        {"answers": {"ett": {"people": [6, 1], "group": 0, "comment": 1}}},
        "År 2026, påståendet «ett»: en persons svar är inte ett steg mellan 1 och 5.",
        "År 2026, påståendet «ett»: gruppens svar är inte ett steg mellan 1 och 5.",
        "År 2026, påståendet «ett»: kommentaren ska vara text.",
    ),
    ({"goals": [{**GOAL, "area": "x"}]}, "År 2026, mål 1: området «x» finns inte här."),
]


def test_every_problem_of_a_file_is_told_in_swedish(server: str, context: BrowserContext) -> None:
    page = opened(context, server + REFLECTION)
    read = "([text, known]) => Avtalsatlas.reflection.read(text, known).problems"
    assert page.evaluate(read, [json.dumps(FILE), KNOWN]) == []
    for text, problem in BROKEN:
        assert page.evaluate(read, [text, KNOWN]) == [problem]
    for change, *problems in WRONG_YEARS:
        assert page.evaluate(read, [json.dumps(FILE | {"years": [YEAR | change]}), KNOWN]) == problems
    hostile = json.dumps(FILE | {"document": "<img src=x onerror=alert(1)>"})
    page.locator(".aa-opener input").set_input_files({"name": "x.json", "mimeType": "", "buffer": hostile.encode()})
    page.locator(".aa-keep__wrong").get_by_text("<img src=x onerror=alert(1)>").wait_for()
    assert page.locator(".aa-keep__wrong img").count() == 0


def test_answers_are_counted_and_put_together(server: str, context: BrowserContext) -> None:
    page = opened(context, server + REFLECTION)

    def call(name: str, *given: object) -> Any:
        return page.evaluate("([name, given]) => Avtalsatlas.reflection[name](...given)", [name, list(given)])

    assert call("spread", YEAR, "ett") == {"counts": [1, 0, 0, 1, 0], "given": 2, "low": 1, "high": 4}
    assert call("spread", YEAR, "tva") == {"counts": [0] * 5, "given": 0, "low": None, "high": None}
    assert call("area", YEAR, ["ett", "tva"]) == {"counts": [0, 1, 0, 0, 0], "given": 1, "of": 2}
    assert call("respondents", YEAR) == 2
    other = YEAR | {"people": 1, "answers": {"tva": {"people": [5], "group": 5, "comment": "ja"}}, "goals": []}
    theirs = FILE | {"years": [other, YEAR | {"year": 2025}]}
    assert call("conflicts", FILE, theirs) == [2026]
    assert [entry["year"] for entry in call("merge", FILE, theirs)["years"]] == [2025, 2026]
    added = call("merge", FILE, theirs, True)["years"][1]
    assert added["people"] == 3 and added["answers"]["ett"]["people"] == [1, 4, None]
    assert added["answers"]["tva"] == {"people": [None, None, 5], "group": 5, "comment": "ja"}
    assert call("joinable", YEAR, other) and not call("joinable", YEAR, other | {"steps": 3})


def test_without_a_script_it_is_a_paper_version(server: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + REFLECTION)
    statements = page.locator(".aa-statements > li")
    assert statements.count() == 30 and page.locator(".aa-reflect-steps > li").count() == 5
    visible = page.locator(".aa-boxes").first.locator("i:visible")
    assert visible.count() == 5
    page.get_by_label("7 steg").check()
    assert visible.count() == 7
    page.get_by_label("Bara de två ändarna").check()
    assert visible.count() == 2
    page.goto(server + REPORT)
    assert page.locator(".aa-part .aa-write").first.is_visible() and page.locator("[data-statement]").count() == 30
    context.close()


def test_paper_is_a4_and_cuts_no_statement(server: str, context: BrowserContext) -> None:
    page = opened(context, server + REFLECTION)
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", printed)
    assert {tuple(round(float(side)) for side in box.split()) for box in boxes} == {(0, 0, 595, 842)}
    assert len(boxes) <= 7
    page.emulate_media(media="print")
    kinds = "each => [...each].map(item => getComputedStyle(item).breakInside)"
    assert set(page.locator(".aa-statements > li").evaluate_all(kinds)) == {"avoid"}
    assert not page.locator(".aa-keep").is_visible() and page.locator(".aa-boxes").first.is_visible()
    page.emulate_media(media="screen")
    fill_in(page)
    page.emulate_media(media="print")
    assert page.locator(".aa-result").is_visible() and not page.locator(".aa-boxes").first.is_visible()


@pytest.mark.parametrize("path", [REFLECTION, REPORT])
def test_nothing_is_wider_than_the_window(server: str, context: BrowserContext, path: str) -> None:
    page = opened(context, server + path)
    if path == REFLECTION:
        page.get_by_role("button", name="Börja").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    names = "each => [...each].filter(field => !field.labels?.length).length"
    assert page.locator("article :is(input:not([hidden]), textarea, select)").evaluate_all(names) == 0
