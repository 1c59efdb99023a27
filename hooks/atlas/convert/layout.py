"""Letters placed on pages to lines in the order in which a person reads them.

In: `Page` values. Out: pages of `Line`, and notes on columns and tables. Not here: what a line is (lines.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from atlas.convert.draft import Line, Note, Page, Run
from atlas.convert.words import is_contents_line, number, without_bullet

_SAME_PLACE = 6.0  # points by which starts of one column may differ
_GUTTER = 8.0  # the least air between two columns
_APART = 1.5  # in letter heights: words further apart than this stand in different columns or cells
_FEW = 4  # lines on each side that make two columns


@dataclass(frozen=True, slots=True)
class Read:
    """The lines of all pages, and what had to be guessed."""

    pages: tuple[tuple[Line, ...], ...]
    notes: tuple[Note, ...]


def read_pages(pages: Sequence[Page]) -> Read:
    """All pages in reading order."""
    lines: list[tuple[Line, ...]] = []
    notes: list[Note] = []
    for page in pages:
        found, told = _page(page)
        lines.append(tuple(found))
        notes += told
    return Read(tuple(lines), tuple(notes))


def _page(page: Page) -> tuple[list[Line], list[Note]]:
    place = f"sidan {page.number}"
    rows = _rows(page.runs)
    edge = _second_column(page, [run for row in rows for run in row])
    lines: list[Line] = []
    notes: list[Note] = []
    for in_columns, zone in _zones(rows, edge):
        if in_columns:
            left = [[run] for row in zone for run in row if run.left < edge - _GUTTER]
            right = [[run] for row in zone for run in row if run.left >= edge - _GUTTER]
            lines += [*_set(_column(left), place), *_set(_column(right), place)]
            notes.append(Note(place, "Två spalter lästes efter varandra, den vänstra först."))
        else:
            found, told = _with_tables(zone, place)
            lines += found
            notes += told
    return lines, notes


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs on one base line, from left to right; what stands close together has become one."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: (each.base, each.left)):
        if not run.text.strip():
            continue
        if rows and abs(rows[-1][0].base - run.base) <= 0.35 * max(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_joined(sorted(row, key=lambda each: each.left)) for row in rows]


def _joined(row: list[Run]) -> list[Run]:
    found = [row[0]]
    for run in row[1:]:
        last = found[-1]
        apart = run.left - last.right
        # A number or a bullet belongs to its words, however wide the tab between them.
        mark = last.text.strip()
        leads = number(mark + " ") == mark or without_bullet(mark + " x") == "x"
        if apart > _APART * max(last.size, run.size) and not leads:
            found.append(run)
            continue
        blank = " " if apart > 0.1 * run.size and not last.text.endswith(" ") else ""
        size = last.size if len(last.text) >= len(run.text) else run.size
        both = Run(last.text + blank + run.text, last.left, run.right, last.base, size, last.bold and run.bold)
        found[-1] = both
    return found


def _second_column(page: Page, runs: Sequence[Run]) -> float:
    """Where the second of two columns of running text starts; 0 where there is only one."""
    starts = sorted(run.left for run in runs if 0.35 * page.width < run.left < 0.7 * page.width)
    best, edge = 0, 0.0
    for start in starts:
        count = sum(1 for each in starts if abs(each - start) <= _SAME_PLACE)
        if count > best:
            best, edge = count, start
    left = [run for run in runs if run.right <= edge - _GUTTER]
    right = [run for run in runs if abs(run.left - edge) <= _SAME_PLACE]
    if len(left) < _FEW or len(right) < _FEW:
        return 0
    wide = edge - _GUTTER - min(run.left for run in left)
    # Lines of running text fill their column; cells of a table do not.
    return edge if median(run.right - run.left for run in left) >= 0.6 * wide else 0


def _zones(rows: list[list[Run]], edge: float) -> Iterator[tuple[bool, list[list[Run]]]]:
    """Stretches of rows that are to be read in columns, and those that are not: a wide line divides them."""

    def in_columns(row: list[Run]) -> bool:
        return bool(edge) and all(run.right <= edge - _GUTTER or run.left >= edge - _GUTTER for run in row)

    steps = [after[0].base - before[0].base for before, after in pairwise(rows)]
    # What stands by itself at the top or at the bottom belongs to the page, not to a column.
    top = 1 if steps and steps[0] > 2 * rows[0][0].size else 0
    bottom = len(rows) - 1 if steps and steps[-1] > 2 * rows[-1][0].size else len(rows)
    inner = {id(row) for row in rows[top:bottom]}
    for both, found in groupby(rows, key=lambda row: id(row) in inner and in_columns(row)):
        zone = list(found)
        right = sum(1 for row in zone for run in row if run.left >= edge - _GUTTER)
        left = sum(1 for row in zone for run in row if run.left < edge - _GUTTER)
        # Three pieces on a line are cells of a table.
        wide = sum(1 for row in zone if len(row) > 2)
        yield both and left > 1 and right > 1 and wide * 3 < len(zone), zone


def _column(rows: list[list[Run]]) -> list[Run]:
    return [Run(_words(row), row[0].left, row[-1].right, row[0].base, row[0].size, row[0].bold) for row in rows]


def _words(row: list[Run]) -> str:
    return " ".join(run.text.strip() for run in row)


def _set(runs: list[Run], place: str) -> list[Line]:
    """Lines of one column, each knowing whether more air than usual stands above it."""
    steps = [after.base - before.base for before, after in pairwise(runs)]
    tight = [step for run, step in zip(runs, steps, strict=False) if step < 2.5 * run.size]
    usual = median(tight) if tight else 0
    gaps = [False, *(step > 1.25 * usual or step <= 0 for step in steps)] if runs else []
    return [
        Line(run.text.strip(), place, gap, at == 0, 0, run.left, round(run.size, 1), run.bold)
        for at, (run, gap) in enumerate(zip(runs, gaps, strict=True))
    ]


def _with_tables(rows: list[list[Run]], place: str) -> tuple[list[Line], list[Note]]:
    """Rows as lines, where rows whose cells stand under each other are one table."""
    whole = _set(_column(rows), place)
    lines: list[Line] = []
    notes: list[Note] = []
    at = 0
    while at < len(rows):
        end = _table_end(rows, at)
        if end - at < 2:
            lines.append(whole[at])
            at += 1
            continue
        table = _table(rows[at:end])
        if len(table) == 1:
            cells = [cell for cell in table[0] if cell]
            lines += [replace(whole[at], text=cell, gap=True) for cell in cells]
            notes.append(Note(place, "Rutor bredvid varandra lästes en i taget, från vänster."))
        elif table:
            lines.append(replace(whole[at], text="", table=table, gap=True))
            words = f"En tabell med {len(table)} rader lades ut efter var orden står. Jämför den med originalet."
            notes.append(Note(place, words))
        else:
            lines += [replace(line, gap=True) for line in whole[at:end]]
            words = f"En tabell på {end - at} rader gick inte att lägga ut. Orden står rad för rad."
            notes.append(Note(place, words, lost=True))
        at = end
    return lines, notes


def _table_end(rows: list[list[Run]], start: int) -> int:
    """The row after the last one of the table that may begin here."""
    end = start
    for at in range(start, len(rows)):
        row = rows[at]
        parted = len(row) > 1 and not is_contents_line(_words(row))
        # The rest of a cell that needed several lines stands under it, and not at the margin.
        rest = at > start and row[0].left > rows[start][0].left + _SAME_PLACE and _fits(row, rows[start])
        near = at == start or row[0].base - rows[at - 1][0].base < 3 * row[0].size
        if not near or not (parted or rest):
            break
        end = at + 1
    return end


def _fits(row: list[Run], head: list[Run]) -> bool:
    return all(any(abs(run.left - cell.left) <= _SAME_PLACE for cell in head) for run in row)


def _table(rows: list[list[Run]]) -> tuple[tuple[str, ...], ...]:
    """The cells, or nothing when they do not stand under those of the first row."""
    head = rows[0]
    # Where every cell goes on over several lines, nothing tells where a row ends.
    broken = sum(1 for row in rows[1:] if row[0].left < head[0].left + _SAME_PLACE and row[0].text[:1].islower())
    if not all(_fits(row, head) for row in rows) or broken * 2 > len(rows):
        return ()
    table: list[list[str]] = []
    for row in rows:
        cells = [" ".join(run.text.strip() for run in row if abs(run.left - cell.left) <= _SAME_PLACE) for cell in head]
        if table and not cells[0]:
            table[-1] = [f"{above} {cell}".strip() for above, cell in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
    return tuple(tuple(row) for row in table)
