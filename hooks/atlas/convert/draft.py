"""What a reader of files hands over: blocks where the format knows them, lines or places on pages where it does not.

In: nothing. Out: frozen values. Not here: what becomes of them (text.py).
"""

from dataclasses import dataclass
from typing import Literal

BREAK = "\u2028"  # where an author broke a line inside a paragraph


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was lost or changed, in one Swedish sentence.

    `place` says where in the source («sidan 2»); `block` is the block it concerns where only that is known.
    `lost` is for what could not be read, so that a human has to look.
    """

    place: str
    words: str
    lost: bool = False
    block: int = -1


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table. `level` counts from 1 for headings and from 0 for items."""

    kind: Literal["heading", "paragraph", "item", "table"]
    text: str = ""
    level: int = 0
    bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand together on a page. Measures in points; `base` is the base line, counted from the top."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of placed letters."""

    number: int
    width: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is read. `gap`: more air than usual stands above it; `turn`: it is the first of a page or column.

    `table` carries the rows of a table instead of words. `level` is that of a heading that says so itself.
    `left` is its indentation; `size` and `bold` are how it looks, 0 where nothing is known.
    """

    text: str
    place: str
    gap: bool = False
    turn: bool = False
    level: int = 0
    left: float = 0
    size: float = 0
    bold: bool = False
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it was read, in one of three ways: blocks, placed letters, or pages of lines."""

    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[tuple[Line, ...], ...] = ()
    notes: tuple[Note, ...] = ()
