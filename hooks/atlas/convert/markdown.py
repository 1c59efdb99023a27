"""Blocks to the small Markdown that the loader reads, so that every word comes back as a word.

In: `Block` values. Out: the text, and the line on which each block begins. Not here: reading it (load/markdown.py).
"""

import re
from collections.abc import Sequence

from atlas.convert.draft import Block

_LINE_START = re.compile(r"^(?=[|]|#{1,6}(?:\s|$)|[-+]\s)")


def render(blocks: Sequence[Block], marked: bool = False) -> tuple[str, tuple[int, ...]]:
    """The Markdown, and for every block the number of its first line.

    `marked`: stars in the words are marks already, as in a text file that somebody wrote as Markdown.
    """
    lines: list[str] = []
    starts: list[int] = []
    before: Block | None = None
    for block in blocks:
        if before and not (before.kind == block.kind == "item"):
            lines.append("")
        starts.append(len(lines) + 1)
        lines += _lines(block, marked)
        before = block
    return "\n".join([*lines, ""]) if lines else "", tuple(starts)


def _lines(block: Block, marked: bool) -> list[str]:
    if block.kind == "heading":
        words = re.sub(r"(\s)(#+)$", r"\1\\\2", _escaped(block.text, marked))
        return [f"{'#' * min(max(block.level, 1), 6)} {words}"]
    if block.kind == "item":
        return [f"{'  ' * block.level}- {_escaped(block.text, marked)}"]
    if block.kind == "table":
        return _table(block.rows)
    return [_LINE_START.sub(r"\\", _escaped(block.text, marked))]


def _escaped(text: str, marked: bool = False) -> str:
    """Words whose stars and backslashes stay stars and backslashes."""
    return text if marked else re.sub(r"\\(?=[!-/:-@\[-`{-~])|\*", r"\\\g<0>", text)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    columns = max(len(row) for row in rows)
    lines = [
        "| " + " | ".join(_escaped(cell).replace("|", "\\|") for cell in (*row, *[""] * (columns - len(row)))) + " |"
        for row in rows
    ]
    return [lines[0], "|" + " --- |" * columns, *lines[1:]]
