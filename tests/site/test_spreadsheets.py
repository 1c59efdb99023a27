"""The spreadsheets, read back as a spreadsheet program reads them: nothing lost, nothing run, the same bytes again."""

import csv
import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from atlas.model.agreement import Atlas
from atlas.site.build import Site
from atlas.site.files import spreadsheets
from atlas.site.files.spreadsheets import EVERYTHING, FOLDER, WORKBOOK, free_name, inert, workbook
from atlas.topics.topic import STATUSES
from atlas.views.comparison import comparisons
from atlas.views.sheet import COLUMNS, Sheet, sheets

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1+1",
    "@x",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    'a";=1;"',
    "a\x00b\x0b\ufffe",
    "<b>fet</b> &amp;",
    "o" * 5000,
    "https://example.org/",
    "007",
    "_x0041_",
]


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def read_sheet(sheet: Any) -> list[list[str]]:
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_csv_says_what_the_comparison_says(site: Site, atlas: Atlas) -> None:
    everything = read_csv(site.files[EVERYTHING])
    assert tuple(everything[0]) == COLUMNS
    for each in sheets(atlas, comparisons(atlas)):
        rows = read_csv(site.files[f"{FOLDER}/{each.id}.csv"])
        assert rows == [list(COLUMNS), *map(list, each.rows)]
        assert all(row in everything for row in rows)
    assert len(everything) == 1 + sum(len(each.rows) for each in sheets(atlas, comparisons(atlas)))


def test_csv_opens_in_a_swedish_excel(site: Site) -> None:
    data = site.files[EVERYTHING].removeprefix(b"\xef\xbb\xbf")
    assert data.startswith('"Ämne";"Avtal";'.encode()) and data.endswith(b'"\r\n')
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_workbook_says_what_the_comparison_says(site: Site, atlas: Atlas) -> None:
    book = opened(site.files[WORKBOOK])
    every = [*sheets(atlas, comparisons(atlas))]
    assert book.sheetnames[0] == "Läs mig" and len(book.sheetnames) == 1 + len(every)
    for name, each in zip(book.sheetnames[1:], every, strict=True):
        sheet = book[name]
        assert isinstance(sheet, Worksheet)
        assert read_sheet(sheet) == [list(COLUMNS), *map(list, each.rows)]
        assert sheet.freeze_panes == "C2" and sheet["A1"].font.bold and sheet["H2"].alignment.wrap_text
        assert sheet.auto_filter.ref == f"A1:M{len(each.rows) + 1}"
        assert sheet.print_title_rows == "$1:$1"


def test_the_first_sheet_explains_every_answer(site: Site) -> None:
    words = " ".join(cell for row in read_sheet(opened(site.files[WORKBOOK])["Läs mig"]) for cell in row)
    assert all(status.label in words and status.means in words for status in STATUSES.values())
    assert "1 januari 2026" in words and "redaktionens, inte avtalsparternas" in words


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(words: str) -> None:
    rows = ((words,) * len(COLUMNS),)
    cell = read_csv(spreadsheets.csv(rows))[1][0]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert cell.removeprefix("'") == words.translate(dict.fromkeys([0, 0x0B, 0xFFFE], "\ufffd"))
    book = opened(workbook((Sheet("x", words, rows),), "2026-01-01"))
    sheet = book[book.sheetnames[1]]
    assert isinstance(sheet, Worksheet)
    shown = sheet["A2"]
    assert shown.data_type == "s" and shown.hyperlink is None
    # So a spreadsheet writes a carriage return, and an underscore that could be taken for the beginning of one.
    value = str(shown.value).replace("_x000D_", "\r").replace("_x005F_", "_")
    assert value == inert(words).removeprefix("'")


def test_only_what_could_begin_a_formula_gets_an_apostrophe() -> None:
    assert [inert(words) for words in ("a=1", "– nej", "'a", "", "1-2")] == ["a=1", "– nej", "'a", "", "1-2"]


def test_a_cell_that_excel_would_refuse_is_cut_and_says_so() -> None:
    book = opened(workbook((Sheet("x", "X", (("å" * 40_000, *[""] * (len(COLUMNS) - 1)),)),), "2026-01-01"))
    sheet = book["X"]
    assert isinstance(sheet, Worksheet)
    assert len(str(sheet["A2"].value)) == 32_767 and str(sheet["A2"].value).endswith(" …")


def test_names_of_sheets_are_names_that_excel_takes() -> None:
    names: list[str] = []
    for wanted in (
        "Läs mig",
        "Ansvar per profession och verksamhet",
        "ansvar per profession och verksam",
        "a/b[c]:*?",
        "''",
        "History",
    ):
        names.append(free_name(names, wanted))
    assert names == [
        "Läs mig",
        "Ansvar per profession och verks",
        "ansvar per profession och ver 2",
        "a b c",
        "Blad",
        "History 2",
    ]


def test_two_builds_are_the_same_bytes(atlas: Atlas) -> None:
    every = [*sheets(atlas, comparisons(atlas))]
    first = workbook(every, "2026-01-01")
    assert workbook(every, "2026-01-01") == first
    assert opened(first).properties.created == datetime(2026, 1, 1)
