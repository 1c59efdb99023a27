"""What stands on every page and belongs to none: running headers and footers, page numbers, tables of contents.

In: pages of `Line`. Out: the same without them, and a note on each. Not here: single words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atlas.convert.draft import Line, Note
from atlas.convert.words import is_contents_line, is_page_mark

_EDGE = 3  # lines at the top and at the bottom where such things stand, at the most
_CONTENTS = ("innehåll", "innehållsförteckning")

_Mask = tuple[str, float]  # a line without its page's number, and its size
_Found = tuple[str, int]  # a line, and the page it stood on


def without_running(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], list[Note]]:
    """All lines of the text itself, in order, and what was taken out."""
    often = _repeated(pages)
    kept: list[Line] = []
    gone: dict[_Mask, list[_Found]] = {}
    marks: list[int] = []
    contents: list[str] = []
    for at, page in enumerate(pages, start=1):
        turn = True
        for index, line in enumerate(page):
            at_the_edge = len(pages) > 1 and _at_the_edge(index, len(page))
            if line.text and is_page_mark(line.text, at_the_edge):
                marks.append(at)
            elif line.text and at_the_edge and _mask(line, at) in often:
                gone.setdefault(_mask(line, at), []).append((line.text, at))
            elif is_contents_line(line.text):
                contents.append(line.place)
                if kept and kept[-1].text.casefold() in _CONTENTS:
                    kept.pop()
            else:
                # What was taken out above may have been the first of its page, and the air was below it.
                cut = turn and index > 0
                kept.append(replace(line, turn=line.turn or turn, gap=line.gap and not cut))
                turn = False
    return kept, list(_notes(gone, marks, contents, pages))


def _at_the_edge(index: int, count: int) -> bool:
    # On a page with few lines the middle must not count as an edge.
    deep = min(_EDGE, max(1, count // 4))
    return index < deep or index >= count - deep


def _mask(line: Line, page: int) -> _Mask:
    """The line with the page's own number taken out, so that it is the same on every page.

    Its size goes with it: a title that also runs along the pages stays where it is large.
    """
    return re.sub(rf"(?<![\d.,§]){page}(?![\d.,])", "#", line.text), line.size


def _repeated(pages: Sequence[Sequence[Line]]) -> set[_Mask]:
    """The lines that stand at the edge of at least half of the pages, and of two at the least."""
    counted: Counter[_Mask] = Counter()
    for at, page in enumerate(pages, start=1):
        edges = {_mask(line, at) for i, line in enumerate(page) if line.text and _at_the_edge(i, len(page))}
        counted.update(edges)
    return {text for text, count in counted.items() if count >= max(2, len(pages) / 2)}


def _notes(
    gone: dict[_Mask, list[_Found]],
    marks: list[int],
    contents: list[str],
    pages: Sequence[Sequence[Line]],
) -> Iterator[Note]:
    for found in gone.values():
        where = [page for _, page in found]
        yield Note(_pages(where), f"Raden «{found[0][0]}» står på flera sidor och togs bort som sidhuvud eller sidfot.")
    if marks:
        yield Note(_pages(marks) if len(pages) > 1 else "", f"Sidnummer togs bort: {len(marks)} st.")
    if contents:
        words = f"Innehållsförteckningen med sidnummer togs bort: {len(contents)} rader."
        yield Note(contents[0], words if len(contents) > 1 else words.replace("rader", "rad"))


def _pages(where: Sequence[int]) -> str:
    first, last = min(where), max(where)
    return f"sidan {first}" if first == last else f"sidorna {first}–{last}"
