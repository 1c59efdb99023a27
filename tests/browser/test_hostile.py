"""A site made of words that mean harm: in a real browser and in every file it offers, they are words and no more."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook
from playwright.sync_api import Browser, Dialog

from atlas.load.read import Entry
from atlas.pipeline import load
from tests.hostile import MARK, fields, hostile
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
_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


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


def test_nothing_runs_and_nothing_is_wider(site: Path, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    context.set_default_timeout(20_000)
    page = context.new_page()
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    wrong: dict[str, list[str]] = {}
    wide: list[str] = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(path.as_uri(), wait_until="load")
        if found := page.evaluate(_WRONG):
            wrong[name] = found
        if page.evaluate(_WIDE):
            wide.append(name)
    context.close()
    assert wrong == {}
    assert dialogs == []
    assert wide == []


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
