"""One block of Markdown to the words a reader sees, each still knowing where it stands in the file.

In: the file's text and the stretches that make up the block. Out: `Inline`: text, emphasis, and a way back to offsets.
Not here: blocks and clauses (markdown.py). Only `*`, `**` and backslash escapes are marks; all else is words, so that
nothing an agreement says can turn into a link or into HTML.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from atlas.load.fold import INVISIBLE, fold_characters

_SPECIAL = re.compile(
    r"\\[!-/:-@\[-`{-~]"  # an escaped mark
    r"|\*{1,2}"  # emphasis
    rf"|[{INVISIBLE}]"
    r"|\s{2,}|[^\S ]"  # white space that is more, or other, than one blank
    r"|[^\W_][\u0300-\u036f]+"  # a letter with combining marks
)


@dataclass(frozen=True, slots=True)
class Inline:
    """Words of one block.

    `text` is in form NFC with single blanks; `folded` has the same length and is what quotes are matched against.
    `emphasis` lists (start, end, tag) in `text`. `runs` maps text to file: pairs (index in text, offset in file),
    each good until the next.
    """

    text: str
    folded: str
    emphasis: tuple[tuple[int, int, str], ...]
    runs: tuple[tuple[int, int], ...]
    end: int

    def offset(self, index: int) -> int:
        """The file offset of the character at `index` of `text`; one past the last gives the block's end."""
        if index >= len(self.text):
            return self.end
        start, source = self.runs[bisect_right(self.runs, index, key=lambda run: run[0]) - 1]
        return source + index - start

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The file offsets of `text[start:end]`, from its first character to just after its last."""
        if end >= len(self.text):
            return self.offset(start), self.end
        last = self.offset(end - 1)
        return self.offset(start), min(last + 1, self.offset(end)) if self.text[end - 1] != " " else last


class _Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[tuple[int, int]] = []
        self.length = 0

    def add(self, text: str, offset: int) -> None:
        if text:
            self.parts.append(text)
            self.runs.append((self.length, offset))
            self.length += len(text)

    def blank(self, offset: int) -> None:
        if self.parts and not self.parts[-1].endswith(" "):
            self.add(" ", offset)


def parse_inline(text: str, pieces: Sequence[tuple[int, int]]) -> Inline:
    """The words in `pieces` (stretches of `text`, joined by a blank)."""
    built = _Builder()
    tags: list[tuple[int, int, str]] = []
    for start, end in pieces:
        if built.parts:
            built.blank(start - 1)
        paired = _paired_marks(text, start, end)
        opened: list[int] = []
        position = start
        for match in _SPECIAL.finditer(text, start, end):
            built.add(text[position : match.start()], position)
            position = match.end()
            mark = match.group()
            if match.start() in paired:
                if paired[match.start()]:
                    opened.append(built.length)
                else:
                    tags.append((opened.pop(), built.length, "strong" if len(mark) == 2 else "em"))
            else:
                _add_special(built, mark, match.start())
        built.add(text[position:end], position)
    words = "".join(built.parts)
    trimmed = words.rstrip(" ")
    end = pieces[-1][1] if pieces else 0
    return Inline(trimmed, fold_characters(trimmed), tuple(sorted(tags)), tuple(built.runs), end)


def _add_special(built: _Builder, mark: str, offset: int) -> None:
    if mark[0] == "\\":
        built.add(mark[1], offset + 1)
    elif mark.isspace():
        built.blank(offset)
    elif mark not in INVISIBLE:
        built.add(unicodedata.normalize("NFC", mark), offset)


def _paired_marks(text: str, start: int, end: int) -> dict[int, bool]:
    """Offsets of emphasis marks that have a partner: True where one opens, False where it closes."""
    paired: dict[int, bool] = {}
    waiting: list[tuple[int, str]] = []
    for match in _SPECIAL.finditer(text, start, end):
        mark = match.group()
        if mark[0] != "*":
            continue
        closes = match.start() > start and not text[match.start() - 1].isspace()
        opens = match.end() < end and not text[match.end()].isspace()
        if closes and waiting and waiting[-1][1] == mark:
            paired[waiting.pop()[0]] = True
            paired[match.start()] = False
        elif opens:
            waiting.append((match.start(), mark))
    return paired
