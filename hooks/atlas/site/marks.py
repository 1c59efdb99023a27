"""An agreement's text with its quoted passages marked.

In: blocks and the stretches that facts quote. Out: safe HTML for each block. Not here: what stands beside the text.

Marks may overlap each other and emphasis in any way. Every block is therefore cut where anything begins or ends, and
each run is wrapped on its own: HTML elements nest rightly because none is ever left open over a cut.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from atlas.load.markdown import Block
from atlas.load.quotes import Match
from atlas.site.words import Abbreviations


@dataclass(frozen=True, slots=True)
class Mark:
    """A quoted stretch of a block: which fact quotes it, and whether it is the fact's first."""

    start: int
    end: int
    id: str
    first: bool


def marks_by_block(quoted: Iterable[tuple[str, Match]]) -> Mapping[tuple[int, int], list[Mark]]:
    """The marks of each block, by (clause, block), from pairs of a fact's id and its match."""
    found: defaultdict[tuple[int, int], list[Mark]] = defaultdict(list)
    for id, match in quoted:
        for number, part in enumerate(match.stretches):
            found[match.clause, part.block].append(Mark(part.start, part.end, id, number == 0))
    return found


def marked(block: Block, marks: Iterable[Mark], abbreviations: Abbreviations) -> Markup:
    """The words of a block as HTML. Each mark carries its fact's id in `data-fact`, the first also as its address."""
    words, marks = block.words, sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id))
    cuts = {0, len(words.text)}
    for mark in marks:
        cuts |= {mark.start, mark.end}
    for start, end, _ in words.emphasis:
        cuts |= {start, end}
    edges = sorted(cuts)
    seen: set[str] = set()
    # Plain joining: every run is safe, and joining Markup would look at each again.
    runs = (
        _run(block, start, end, marks, abbreviations.explain(words.text[start:end], seen))
        for start, end in pairwise(edges)
    )
    return Markup("".join(runs))


def _run(block: Block, start: int, end: int, marks: list[Mark], html: Markup) -> Markup:
    # The innermost first.
    for first, last, tag in sorted(block.words.emphasis, key=lambda each: (-each[0], each[1])):
        if first <= start and end <= last:
            html = Markup(f"<{tag}>{html}</{tag}>")
    covering = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return _wrapped(covering, start, html)


def _wrapped(covering: list[Mark], start: int, html: Markup) -> Markup:
    for mark in reversed(covering):
        id = escape(mark.id)
        address = f' id="{id}"' if mark.first and mark.start == start else ""
        html = Markup(f'<mark data-fact="{id}"{address}>{html}</mark>')
    return html
