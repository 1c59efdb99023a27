"""A site made of words that mean harm: in a real browser and in every file it offers, they are words and no more."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook
from playwright.sync_api import Browser, Dialog, Page

from atlas.load.read import Entry
from atlas.pipeline import load
from atlas.topics import TOPICS
from tests.browser.acts import FILL, PRESS
from tests.browser.heard import heard
from tests.browser.until import until
from tests.hostile import EVERYWHERE, MARK, PIECES, fields, hostile
from tests.project import build, copy_project

# Elements that no page of ours has, whoever writes the agreements, and attributes that run something.
_WRONG = """() => {
  const wrong = [...document.querySelectorAll("iframe, object, embed, base, svg svg, img[src='x'], textarea ~ script")]
    .map(each => each.outerHTML.slice(0, 200));
  for (const each of document.querySelectorAll("*")) {
    if (each.localName === "script" && each.textContent.trim().startsWith("window.pwned")) wrong.push("script");
    if (each.className && String(each.className.baseVal ?? each.className).includes("pwned")) wrong.push("class");
    for (const { name, value } of each.attributes) {
      if (/^on/i.test(name) || name.includes("pwned")) wrong.push(`${each.localName} ${name}`);
      const leads = /^(href|src|action|formaction|data|xlink:href)$/.test(name);
      if (leads && /^[\\s\\x00-\\x20]*(javascript|data:text|vbscript):?/i.test(value))
        wrong.push(`${each.localName} ${name}=${value}`);
    }
  }
  if (window.pwned) wrong.push("it ran");
  return wrong;
}"""
WIDTHS = (390, 1440)
# Buttons that would take the browser away from the page, and those that say that they save.
# Answer with the first that is wrong, so that all there is to say is said.
ANSWER = """() => {
  const now = document.querySelector(".aa-quiz__now");
  now.querySelector(`input:not([value="${now.dataset.right}"])`).click();
  now.querySelector(".aa-quiz__do").click();
}"""
LEAVES = "Visa min väg|Spara|Hämta|Ladda ner|Rapporten som|Skriv ut"
# What every object of a script has: an index that is asked for them must not answer.
INHERITED = ("constructor", "__proto__", "toString", "hasOwnProperty constructor", "\\", "[", "%", "(")
_WIDE = """() => [document.documentElement, ...document.querySelectorAll("dialog[open]")]
  .filter((each) => each.scrollWidth > each.clientWidth).map((each) => `${each.localName} is too wide`)"""


@pytest.fixture(scope="module")
def filled(corpus: Mapping[str, bytes]) -> tuple[dict[str, bytes], set[str], set[str]]:
    """The hostile corpus, and which fields it has and has not."""
    return hostile(corpus)


@pytest.fixture(scope="module")
def site(filled: tuple[dict[str, bytes], set[str], set[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""
    folder = tmp_path_factory.mktemp("hostile")
    for path, data in filled[0].items():
        (folder / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / path).write_bytes(data)
    return build(copy_project(folder / "atlas", folder / "data" / "agreements"))


# Fields that the corpus has no record for, or that a record with harmless words keeps out of the way.
UNTRIED = {"laws.holds.says", "laws.holds.section", "laws.sections.mistaken.says", "topics.term.to"}


def test_no_field_is_forgotten(filled: tuple[dict[str, bytes], set[str], set[str]]) -> None:
    _, within, refused = filled
    assert fields() - within - refused <= UNTRIED
    assert len(within) > 140
    assert {"agreement.title", "document.title", "counties.name", "laws.name", "agreement.source.held_by"} <= within


@dataclass
class Watch:
    """One page of Chromium, and what went wrong on it: harm by address, scripts that failed, windows that opened."""

    page: Page
    failed: list[str]
    width: int
    wrong: dict[str, list[str]] = field(default_factory=dict)
    dialogs: list[str] = field(default_factory=list)

    def look(self, name: str) -> None:
        """Whether anything ran, is another element than ours, or is wider than the window."""
        self._note(name, self.page.evaluate(_WRONG))
        self._note(name, self.page.evaluate(_WIDE))

    def turn(self, name: str) -> None:
        """From a phone to a wide window, or back, with the same page in it."""
        self.width = WIDTHS[self.width == WIDTHS[0]]
        self.page.set_viewport_size({"width": self.width, "height": 800})
        self._note(name, self.page.evaluate(_WIDE))

    def _note(self, name: str, found: list[str]) -> None:
        if found:
            self.wrong.setdefault(f"{name}, {self.width}", []).extend(found)


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Watch]:
    """A window, and after all that is done in it: nothing has gone wrong."""
    context = chromium.new_context(viewport={"width": WIDTHS[0], "height": 800}, locale="sv-SE")
    context.set_default_timeout(20_000)
    watch = Watch(context.new_page(), heard(context), WIDTHS[0])

    def refuse(dialog: Dialog) -> None:
        if dialog.type == "beforeunload":
            dialog.accept()
            return
        watch.dialogs.append(dialog.message)
        dialog.dismiss()

    watch.page.on("dialog", refuse)
    yield watch
    context.close()
    assert (watch.wrong, watch.dialogs, watch.failed) == ({}, [], [])


def test_nothing_runs_and_nothing_is_wider(site: Path, watch: Watch) -> None:
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    # The pages of topics are many and alike: each is seen in one width, every second in the other.
    topics = [name for name in pages if Path(name).parent.name in TOPICS]
    tried = 0
    for name in (*(name for name in pages if name not in topics), *topics[::2], *topics[1::2]):
        watch.page.goto((site / name).as_uri(), wait_until="load")
        if name not in topics:
            watch.look(name)
        # Then with all that a reader may press, and with harm written into all that takes words.
        tried += watch.page.evaluate(FILL, PIECES) + watch.page.evaluate(PRESS, LEAVES)
        watch.look(f"{name}, filled in")
        if name not in topics or name == topics[::2][-1]:
            watch.turn(f"{name}, filled in")
    assert tried > 500 and len(topics) == len(TOPICS)


def test_a_search_shows_words(site: Path, watch: Watch) -> None:
    page, shown = watch.page, 0
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    field, list = dialog.get_by_role("searchbox"), dialog.locator(".aa-hits")
    for question in [*PIECES, *INHERITED, *EVERYWHERE, MARK]:
        field.fill(question)
        until(page, "question => document.querySelector('.aa-hits').dataset.answers === question.trim()", question)
        shown += list.locator("li").count()
        watch.look(f"the search for {question}")
    assert shown > 50 and MARK in list.inner_text()
    watch.turn("the search")
    for question in (PIECES[0], "%", f"\u202e{MARK}"):
        page.goto(f"{(site / 'sok/index.html').as_uri()}?q={quote(question)}")
        page.get_by_role("status").filter(has_text="träff").wait_for()
        watch.look(f"the page of the search for {question}")


def test_chosen_agreements_are_words_on_screen_and_paper(site: Path, watch: Watch) -> None:
    page, address = watch.page, (site / "jamfor/valj/index.html").as_uri()
    page.goto(address)
    boxes = page.locator(".aa-picker input[type=checkbox]")
    ids = [box.get_attribute("value") for box in boxes.all()]
    # An address may come from anybody.
    page.goto(
        f"{address}?avtal={','.join(map(str, ids))},{quote(PIECES[1])},__proto__&dolj=constructor,{quote(PIECES[0])}"
    )
    page.locator(".aa-choose__table details.aa-quote").first.wait_for()
    assert PIECES[1].split()[0] in page.locator(".aa-choose__told").inner_text()
    watch.look("chosen")
    for button in ("Bara skillnader", "Bara korta svar"):
        page.get_by_role("button", name=button).click()
        watch.look(button)
        watch.turn(button)
    page.emulate_media(media="print")
    page.locator(".aa-choose__paper").wait_for()
    assert MARK in page.locator(".aa-choose__paper").inner_text()
    watch.look("paper")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Bara korta svar").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig")), delimiter=";"))
    assert len(rows) > 5 and len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_questions_are_words_to_the_end(site: Path, watch: Watch) -> None:
    pages = sorted(site.glob("ny/fragor/*/*/index.html"))
    for path in pages:
        watch.page.goto(path.as_uri())
        questions = watch.page.locator(".aa-quiz__question").count()
        for number in range(questions):
            watch.page.evaluate(ANSWER)
            watch.look(f"{path.parent.name}, question {number + 1}")
            watch.page.evaluate("document.querySelector('.aa-quiz__now .aa-quiz__do').click()")
        assert watch.page.locator(".aa-quiz__summary li").count() == questions
        watch.look(f"{path.parent.name}, all questions")
        watch.turn(f"{path.parent.name}, all questions")
    assert len(pages) > 1


def test_the_form_shows_what_is_typed_as_it_is(site: Path, watch: Watch) -> None:
    page = watch.page
    page.goto((site / "redigera/nytt-avtal/index.html").as_uri())
    page.locator("#falt-head-title").wait_for()
    page.evaluate("[...document.querySelectorAll('.aa-form__topic button')].forEach((each) => each.click())")
    title = page.locator("#falt-head-title")
    for turn in (9, 17):
        assert page.evaluate(FILL, PIECES[turn:] + PIECES[:turn]) > 100
        typed = title.input_value()
        page.get_by_role("button", name="Kontrollera").click()
        # Each line of the file is an element of its own, with a line end between.
        written = yaml.load(page.locator(".aa-form__out pre").text_content() or "", yaml.BaseLoader)
        assert written["title"] == typed and typed in PIECES
        watch.look("typed")
        watch.turn("typed")


def test_a_file_or_an_address_from_anybody_is_read_as_words(site: Path, watch: Watch) -> None:
    page = watch.page
    draft = {"format": "avtalsatlas-nytt-avtal", "county": PIECES[0], "folder": "../..", "text": "\n".join(PIECES)}
    head = {"title": PIECES[1], "decided": [{"by": PIECES[2]}], "source": {"held_by": PIECES[4]}}
    topics = {"notice": [{"id": PIECES[0], "says": PIECES[3], "quote": PIECES[25]}], "constructor": [{}]}
    words = json.dumps({**draft, "head": head, "topics": topics})
    words = words.replace("{", '{"__proto__": {"pwned": "1"}, "innerHTML": "<img src=x onerror=window.pwned=1>", ', 1)
    page.goto((site / "redigera/nytt-avtal/index.html").as_uri())
    name = "<img src=x onerror=window.pwned=1>.json"
    page.locator(".aa-opener input").set_input_files({"name": name, "mimeType": "", "buffer": words.encode()})
    page.get_by_text(f"{name} är öppnad.").wait_for()
    assert page.locator("#falt-head-title").input_value() == PIECES[1]
    assert page.evaluate("({}).pwned") is None
    watch.look("a draft")
    for address in (
        "kommun/index.html#%",
        "avtal/exempel/lan-2022/index.html#%E0%A4",
        f"kommun/index.html#{PIECES[1]}",
    ):
        page.goto("about:blank")
        page.goto(f"{site.as_uri()}/{address}")
        watch.look(address)
    for path in ("ny/index.html", "ny/vag/barnmorska/index.html"):
        page.goto(f"{(site / path).as_uri()}?avtal={quote(PIECES[3])},__proto__")
        watch.look(path)


def test_spreadsheets_have_no_formulas(site: Path) -> None:
    book = load_workbook(site / "data/tabeller/avtalsatlas.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(MARK in str(cell.value) for cell in cells)
    tables = list((site / "data/tabeller").glob("*.csv"))
    rows = [row for path in tables for row in csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")]
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_office_files_and_feeds_are_well_formed_and_literal(site: Path) -> None:
    marked = 0
    for path in [*site.rglob("*.docx"), *site.rglob("*.xlsx")]:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    root = etree.fromstring(package.read(name))
                    targets = [each.get("Target", "") for each in root.iter("{*}Relationship")]
                    assert not [each for each in targets if each.startswith(("javascript:", "data:", "file:"))]
                    marked += MARK in "".join(root.itertext())
    assert marked
    for path in site.rglob("*.atom"):
        etree.fromstring(path.read_bytes())


def test_calendars_have_no_line_of_anybody_else(site: Path) -> None:
    feeds = list(site.rglob("*.ics"))
    assert feeds and any(MARK in path.read_text("utf-8") for path in feeds)
    for path in feeds:
        data = path.read_bytes()
        assert all(len(line) <= 75 for line in data.split(b"\r\n")), path
        lines = data.replace(b"\r\n ", b"").split(b"\r\n")
        count = lines.count(b"BEGIN:VEVENT")
        assert count == lines.count(b"END:VEVENT") == len(list(Calendar.from_ical(data).walk("VEVENT")))
        assert lines.count(b"END:VCALENDAR") == 1 and lines[-2] == b"END:VCALENDAR"


def test_data_is_data(site: Path) -> None:
    told = json.loads((site / "data/agreements.json").read_text("utf-8"))
    assert any(MARK in each["title"] for each in told["agreements"])
    for path in site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("name", ["../ut", "C:", "nul", "Lan-2022", "a" * 61, "å", "a b", "-a", "a.", "<b>", "a\\b"])
def test_a_folder_with_such_a_name_is_a_finding(corpus: Mapping[str, bytes], name: str) -> None:
    here = "agreements/exempel/kommun-2014/"
    files = {path.replace(here, f"agreements/exempel/{name}/"): data for path, data in corpus.items()}
    outcome = load(Entry(path, data) for path, data in files.items())
    assert {"A109", "A111", "A112", "A113"} & {finding.rule.code for finding in outcome.findings}
