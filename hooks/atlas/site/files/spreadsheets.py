"""The comparisons as spreadsheets: a CSV file per topic, one with everything, and a workbook with a sheet per topic.

In: a renderer. Out: files below `data/tabeller/`. Not here: which rows there are (views/sheet.py).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain

import xlsxwriter

from atlas.site.made import Costly, Long, Make
from atlas.site.office import AUTHOR, fit, made, moment
from atlas.site.page import Renderer
from atlas.topics.common import when
from atlas.topics.topic import STATUSES
from atlas.views.comparison import Comparison
from atlas.views.sheet import COLUMNS, Sheet, sheet, sheets

FOLDER = "data/tabeller"
WORKBOOK = f"{FOLDER}/avtalsatlas.xlsx"
EVERYTHING = f"{FOLDER}/alla.csv"
README = "Läs mig"
# Rows and columns of a program's own making, not of the agreements': characters wide, in the order of the columns.
_WIDTHS = (20, 26, 20, 16, 11, 12, 24, 48, 60, 34, 24, 40, 48)
# A cell that begins so is taken for a formula. The wide forms are what some programs read as the narrow ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MOST_IN_CELL = 32_767
_MOST_IN_NAME = 31


def files(render: Renderer) -> dict[str, Make]:
    """All of them."""
    tables: dict[str, Make] = {table_of(each.topic.id): partial(_table, render, each) for each in render.compared}
    return {
        **tables,
        EVERYTHING: Long(lambda: csv_pieces(row for sheet in _every(render) for row in sheet.rows)),
        WORKBOOK: Costly(partial(_every, render), partial(workbook, clock=render.clock)),
    }


def _table(render: Renderer, compared: Comparison) -> bytes:
    return csv(_with_addresses(render, sheet(render.atlas, compared.topic)).rows)


def _every(render: Renderer) -> Iterator[Sheet]:
    return (_with_addresses(render, each) for each in sheets(render.atlas, render.compared))


def _with_addresses(render: Renderer, sheet: Sheet) -> Sheet:
    """The last column has addresses, which must lead to the site from wherever the file is opened."""
    return replace(sheet, rows=tuple((*row[:-1], render.whole(row[-1])) for row in sheet.rows))


def table_of(topic: str) -> str:
    """The address of a topic's CSV file."""
    return f"{FOLDER}/{topic}.csv"


def csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Rows under the columns' heads as a Swedish Excel opens them: byte order mark, semicolons, every cell quoted."""
    return b"".join(csv_pieces(rows))


def csv_pieces(rows: Iterable[tuple[str, ...]]) -> Iterator[bytes]:
    """The same, line by line."""
    yield "\ufeff".encode()
    for row in chain((COLUMNS,), rows):
        yield (";".join(_quoted(inert(cell)) for cell in row) + "\r\n").encode()


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def inert(cell: str) -> str:
    """A cell that no program takes for a formula: an apostrophe goes before what could begin one."""
    text = fit(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def workbook(every: Iterable[Sheet], clock: str) -> bytes:
    """A workbook with a sheet per topic behind one that says what it is."""
    # Every cell is text: nothing is guessed to be a formula, a link or a number. Row by row, and sheet by sheet: a
    # workbook of a thousand agreements would not fit in memory.
    literal = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }

    def write(stream: object) -> None:
        with xlsxwriter.Workbook(stream, literal) as book:
            book.set_properties(
                {"title": "Avtal om familjecentraler", "author": AUTHOR, "created": moment(clock).replace(tzinfo=None)}
            )
            first = book.add_worksheet(README)
            listed = {README: 0}
            for sheet in every:
                name = free_name(listed, sheet.name)
                _sheet(book, name, sheet)
                listed[name] = len(sheet.rows)
            del listed[README]
            _readme(book, first, listed, clock)

    return made(write)


def free_name(taken: Iterable[str], wanted: str) -> str:
    """A name that Excel takes: short, without its forbidden signs, and not like one that is taken."""
    not_free = {each.casefold() for each in (*taken, "History")}
    base = re.sub(r"[\[\]:*?/\\]", " ", fit(wanted)).strip("' ")[:_MOST_IN_NAME].rstrip("' ") or "Blad"
    chosen, number = base, 2
    while chosen.casefold() in not_free:
        end = f" {number}"
        chosen, number = base[: _MOST_IN_NAME - len(end)] + end, number + 1
    return chosen


def _sheet(book: xlsxwriter.Workbook, name: str, sheet: Sheet) -> None:
    page = book.add_worksheet(name)
    head = book.add_format(
        {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0D4F4A", "text_wrap": True, "valign": "vcenter"}
    )
    body = book.add_format({"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#E2DAC8"})
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_row(0, 30)
    for number, row in enumerate((COLUMNS, *sheet.rows)):
        for column, cell in enumerate(row):
            if cell.startswith("https://") and column == len(COLUMNS) - 1:
                page.write_url(number, column, cell, body)
            else:
                page.write_string(number, column, _cut(cell), body if number else head)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, len(sheet.rows), len(COLUMNS) - 1)
    _on_paper(page)


def _on_paper(page: xlsxwriter.worksheet.Worksheet) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&RSida &P av &N")


def _cut(cell: str) -> str:
    text = fit(cell)
    # Excel refuses a longer cell; none has come near it.
    return text if len(text) <= _MOST_IN_CELL else text[: _MOST_IN_CELL - 2] + " …"


def _readme(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, listed: Mapping[str, int], clock: str
) -> None:
    title = book.add_format({"bold": True, "font_size": 16, "font_color": "#0D4F4A"})
    bold = book.add_format({"bold": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 32)
    page.set_column(1, 1, 90)
    page.hide_gridlines(2)
    page.write_string(0, 0, "Avtal om familjecentraler", title)
    page.set_row(0, 26)
    for number, (label, words) in enumerate(_told(listed, clock), 2):
        page.write_string(number, 0, label, bold)
        page.write_string(number, 1, words, plain)
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _told(listed: Mapping[str, int], clock: str) -> list[tuple[str, str]]:
    """What the first sheet says: a label and words on every row."""
    return [
        ("Vad det är", "Vad avtalen om familjecentraler säger, ämne för ämne. Ett blad per ämne, en rad per uppgift."),
        ("Uppgifternas datum", when(clock)),
        ("Vem som har läst", "Redaktionen för Avtalsatlas. Läsningen är redaktionens, inte avtalsparternas."),
        ("Citat", "Avtalets egna ord. Varje citat är prövat mot avtalets text. Meningen bredvid är redaktionens."),
        ("Räknas som avtal", "Nej för mallar och förslag. De ligger med, men räknas aldrig som avtal."),
        ("Länk", "Adressen till de citerade orden."),
        ("", ""),
        (
            "Så läser du kolumnen Svar",
            "Att ett ämne saknas är ingen brist: det kan stå i ett lokalt avtal eller i lag.",
        ),
        *((f"{status.mark} {status.label}", status.means) for status in STATUSES.values()),
        ("", ""),
        ("Bladen", f"{len(listed)} ämnen"),
        *((name, f"{rows} {'rad' if rows == 1 else 'rader'}") for name, rows in listed.items()),
    ]
