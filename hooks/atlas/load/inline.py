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
    r"|[\u2126\u212a\u212b]"  # signs that Unicode holds to be the letters Ω, K and Å
)


@dataclass(frozen=True, slots=True)
class Inline:
    """Words of one block.

    `text` is in form NFC with single blanks; `folded` has the same length and is what quotes are matched against.
    `emphasis` lists (start, end, tag) in `text`. `runs` maps text to file: pairs (index in text, offset in file),
    each good until the next. `wide` has (index in text, number of characters in the file) where that is more than one.
    """

    text: str
    folded: str
    emphasis: tuple[tuple[int, int, str], ...]
    runs: tuple[tuple[int, int], ...]
    end: int
    wide: tuple[tuple[int, int], ...] = ()

    def offset(self, index: int) -> int:
        """The file offset of the character at `index` of `text`; one past the last gives the block's end."""
        if index >= len(self.text):
            return self.end
        start, source = self.runs[bisect_right(self.runs, index, key=lambda run: run[0]) - 1]
        return source + index - start

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The file offsets of `text[start:end]`, from its first character to just after its last."""
        end = min(end, len(self.text))
        if start >= end:
            return self.offset(start), self.offset(start)
        last = self.offset(end - 1)
        width = 0 if self.text[end - 1] == " " else dict(self.wide).get(end - 1, 1)
        return self.offset(start), last + width


class _Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[tuple[int, int]] = []
        self.wide: list[tuple[int, int]] = []
        self.length = 0

    def add(self, text: str, offset: int) -> None:
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text, offset = text[1:], offset + 1  # what stood between the two blanks is not seen
        if text:
            self.parts.append(text)
            self.runs.append((self.length, offset))
            self.length += len(text)

    def blank(self, offset: int) -> None:
        if self.parts and not self.parts[-1].endswith(" "):
            self.add(" ", offset)


def parse_inline(text: str, pieces: Sequence[tuple[int, int]]) -> Inline:
    """The words in `pieces` (stretches of `text`, joined by a blank)."""
    if len(pieces) == 1 and not _SPECIAL.search(text, *pieces[0]):
        words = text[slice(*pieces[0])].rstrip(" ")
        if words and words[0] != " ":  # most blocks are words and nothing else
            return Inline(words, fold_characters(words), (), ((0, pieces[0][0]),), pieces[0][1])
    built = _Builder()
    tags: list[tuple[int, int, str]] = []
    opened: list[int] = []
    paired = _paired_marks(text, pieces)
    for start, end in pieces:
        if built.parts:
            built.blank(start - 1)
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
    cut = ((first, min(last, len(trimmed)), tag) for first, last, tag in tags)
    emphasis = tuple(sorted(cut, key=lambda part: (part[0], -part[1])))  # the outer before the inner
    return Inline(trimmed, fold_characters(trimmed), emphasis, tuple(built.runs), end, tuple(built.wide))


def _add_special(built: _Builder, mark: str, offset: int) -> None:
    if mark[0] == "\\":
        built.add(mark[1], offset + 1)
    elif mark.isspace():
        built.blank(offset)
    elif mark not in INVISIBLE:
        composed = unicodedata.normalize("NFC", mark)
        built.add(composed, offset)
        if len(composed) < len(mark):
            built.wide.append((built.length - 1, len(mark) - len(composed) + 1))


def _paired_marks(text: str, pieces: Sequence[tuple[int, int]]) -> dict[int, bool]:
    """Offsets of emphasis marks that have a partner: True where one opens, False where it closes."""
    paired: dict[int, bool] = {}
    waiting: list[tuple[int, str]] = []
    for start, end in pieces:
        for match in _SPECIAL.finditer(text, start, end):
            mark = match.group()
            if mark[0] != "*":
                continue
            closes = match.start() > start and not text[match.start() - 1].isspace()
            opens = match.end() < end and not text[match.end()].isspace()
            # Marks with nothing between them («****») are words: somebody's blank to fill in.
            if closes and waiting and waiting[-1][1] == mark and waiting[-1][0] + len(mark) < match.start():
                paired[waiting.pop()[0]] = True
                paired[match.start()] = False
            elif opens:
                waiting.append((match.start(), mark))
    return paired
