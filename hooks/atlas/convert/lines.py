"""Lines to blocks: paragraphs joined, words mended, bullets to lists, numbers and sizes to headings.

In: the lines of a document in reading order. Out: `Block` values and notes. Not here: where lines stood (layout.py).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from atlas.convert.draft import Block, Line, Note
from atlas.convert.words import has_dash, heading_level, is_short, join, number, without_bullet

# Numbers that begin something; a figure in the middle of a sentence has no mark after it.
_COUNTED = re.compile(r"(?:§ ?\d+|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zåäö]\)) ")
_LONGEST_LABEL = 60
_MOST_LINES = 3  # of one heading
_WRAPPED = 130  # a line longer than this was never broken to fit a page


@dataclass(slots=True)
class _Maker:
    """What is known of the document as a whole, and the blocks made so far."""

    known: frozenset[str]
    full: int
    wrapped: bool
    sizes: tuple[float, ...]
    stand_out: frozenset[int]
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    indents: list[float] = field(default_factory=list)
    last: Line | None = None

    def add(self, block: Block) -> None:
        if block.kind != "item":
            self.indents = []
        self.blocks.append(block)

    def carry_on(self, line: Line) -> None:
        """The line belongs to the block before it."""
        before = self.blocks[-1]
        text, mended = join(before.text, line.text, self.known)
        self.blocks[-1] = replace(before, text=text)
        if mended:
            self.notes.append(Note(line.place, f"Ett avstavat ord sattes ihop: «{mended}»."))


def to_blocks(lines: Sequence[Line]) -> tuple[list[Block], list[Note]]:
    """The blocks of a document, and what was changed on the way."""
    maker = _maker(lines)
    for at, line in enumerate(lines):
        _take(maker, line, lines[at + 1] if at + 1 < len(lines) else None)
        maker.last = line
    return maker.blocks, maker.notes


def _maker(lines: Sequence[Line]) -> _Maker:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    sizes = tuple(sorted({line.size for line in lines if line.size > 1.1 * usual and usual}, reverse=True))
    longest = sorted(len(line.text) for line in lines)
    known = {word.casefold() for line in lines for word in re.findall(r"\w+-\w+", line.text)}
    full = longest[min(len(longest) - 1, round(0.9 * len(longest)))] if longest else 0
    # Letters with a size stand on pages, where every line ends because the page does.
    wrapped = usual > 0 or (bool(longest) and longest[-1] <= _WRAPPED)
    return _Maker(frozenset(known), full, wrapped, sizes, _standing_out(lines))


def _standing_out(lines: Sequence[Line]) -> frozenset[int]:
    """The lines in stretches of one size that are short enough for a heading; longer ones are text in large letters."""
    stretches: list[list[Line]] = []
    for line in lines:
        if stretches and not line.gap and stretches[-1][-1].size == line.size:
            stretches[-1].append(line)
        else:
            stretches.append([line])
    return frozenset(id(line) for stretch in stretches if len(stretch) <= _MOST_LINES for line in stretch)


def _take(maker: _Maker, line: Line, after: Line | None) -> None:
    if line.table:
        maker.add(Block("table", rows=line.table))
        return
    if _is_more_of_a_heading(maker, line):
        maker.carry_on(line)
        return
    starts = _starts(maker, line)
    level = _heading(maker, line, after, starts)
    item = without_bullet(line.text)
    if level and not item:
        maker.add(Block("heading", line.text, level))
    elif item and (starts or not has_dash(line.text) or _in_list(maker)):
        maker.add(Block("item", item, _depth(maker, line.left)))
    elif starts:
        maker.add(_numbered(maker, line))
    else:
        maker.carry_on(line)


def _is_more_of_a_heading(maker: _Maker, line: Line) -> bool:
    """Whether the heading above goes on: in the same large letters, right under it."""
    last = maker.last
    under = bool(last and maker.blocks and maker.blocks[-1].kind == "heading" and not line.gap and not line.turn)
    large = id(line) in maker.stand_out and line.size in maker.sizes
    return under and large and bool(last and last.size == line.size) and not number(line.text)


def _numbered(maker: _Maker, line: Line) -> Block:
    """A new paragraph; one of a row of numbered lines is a list item that keeps its number."""
    if re.match(r"(?:\d{1,2}[.)]|[a-zåäö]\)) ", line.text):
        return Block("item", line.text, _depth(maker, line.left))
    return Block("paragraph", line.text)


def _in_list(maker: _Maker) -> bool:
    return bool(maker.blocks) and maker.blocks[-1].kind == "item"


def _depth(maker: _Maker, left: float) -> int:
    """How deep an item lies, from where the items above it in the same list began."""
    maker.indents = [each for each in maker.indents if each < left - 1]
    maker.indents.append(left)
    return len(maker.indents) - 1


def _starts(maker: _Maker, line: Line) -> bool:
    """Whether a new block starts with this line."""
    last = maker.last
    if last is None or not last.text or maker.blocks[-1].kind == "heading":
        return True
    # In the middle of a sentence nothing new starts, not even on a new page.
    ends_open = last.text[-1].isalpha() or last.text[-1] in ",-\u00ad"
    if line.text[0].islower() and not number(line.text) and ends_open and not line.gap:
        return False
    if line.gap or line.turn or not maker.wrapped:
        return True
    if _COUNTED.match(line.text) and (last.text[-1] in ".:;!?" or _in_numbered_list(maker)):
        return True
    if line.bold and not last.bold and is_short(line.text) and last.text[-1] in ".:!?":
        return True
    # A line that ends early is the last of its paragraph.
    upper = line.text[0].isupper() or line.text[0] in '«”"['
    ends = last.text[-1] in ".:!?"
    early = len(last.text) < (0.7 if ends else 0.5) * maker.full
    return upper and early and (ends or not _in_list(maker))


def _heading(maker: _Maker, line: Line, after: Line | None, starts: bool) -> int:
    """The level of a heading; 0 for all else."""
    if line.level or not is_short(line.text):
        return line.level
    if line.size in maker.sizes and id(line) in maker.stand_out:
        return heading_level(line.text) or min(1 + maker.sizes.index(line.size), 4)
    if not starts:
        return 0
    alone = after is None or after.gap or not maker.wrapped
    if not maker.blocks and not maker.sizes and not number(line.text) and alone:
        return 1
    in_a_row = after is not None and not after.gap and bool(heading_level(after.text)) and not line.bold
    level = heading_level(line.text)
    if level and not in_a_row and not _in_numbered_list(maker):
        return level
    stands_out = after is not None and ((line.bold and not after.bold) or _is_label(maker, line, after))
    shouts = line.text.isupper() and len(line.text) > 4 and not any(letter.isdecimal() for letter in line.text)
    return 2 if stands_out or shouts else 0


def _is_label(maker: _Maker, line: Line, after: Line) -> bool:
    """Whether a few words stand by themselves above a text, in a file that breaks no lines."""
    words = line.gap and after.gap and line.text[0].isupper() and len(line.text) <= _LONGEST_LABEL
    return words and not maker.wrapped and (len(after.text) > 100 or after.text.endswith("."))


def _in_numbered_list(maker: _Maker) -> bool:
    return _in_list(maker) and bool(number(maker.blocks[-1].text))
