"""A year as a wheel, as inline SVG: twelve sectors, and beside each the words of what is done then.

In: a wheel. Out: safe markup. Not here: what stands in the year (views/year.py) and colours (CSS).

Each who is responsible has a band and a pattern of its own: plain, hatched, dotted, crossed. The same is told by the
title's description, by the legend and by the tables that the figure points to, so that nothing hangs on colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from markupsafe import Markup

from atlas.model.document import YearEntry
from atlas.views.year import Month, Wheel

# Measures in the units of the drawing, which are pixels at full width.
_WIDTH, _COLUMN, _RIM, _BANDS, _HUB, _EDGE = 1000, 285, 188, 152, 62, 12
_LINE, _NAME, _GAP = 19, 23, 16
# How many characters a line beside the wheel holds.
_CHARACTERS = 34
_PATTERNS = (
    "",
    '<path d="M-2 2L2 -2M0 10L10 0M8 12L12 8" class="aa-wheel__stroke"/>',
    '<circle cx="3" cy="3" r="1.9" class="aa-wheel__dot"/><circle cx="8" cy="8" r="1.9" class="aa-wheel__dot"/>',
    '<path d="M0 5H10M5 0V10" class="aa-wheel__stroke"/>',
)


@dataclass(frozen=True, slots=True)
class _Block:
    """A month's words: its lines, each with the entry that it begins (None where one goes on), and its height."""

    month: Month
    lines: tuple[tuple[str, YearEntry | None], ...]

    @property
    def height(self) -> int:
        return _NAME + _LINE * len(self.lines) + _GAP


def year_wheel(wheel: Wheel, table: str) -> Markup:
    """The drawing as a figure with its legend. `table` is the id of the table that says the same in words."""
    sides = [[_block(month) for month in months if month.entries] for months in (wheel.months[:6], wheel.months[:5:-1])]
    height = max(2 * (_RIM + _EDGE), *(sum(block.height for block in side) for side in sides))
    middle = height / 2
    words = [_callouts(wheel, side, middle, height, left=bool(number)) for number, side in enumerate(sides)]
    svg = Markup(
        '<svg viewBox="0 0 {0} {1:g}" role="img" aria-labelledby="hjul-{2}-namn" aria-describedby="hjul-{2}-ord" '
        'class="aa-wheel"><title id="hjul-{2}-namn">Årets tolv månader som ett hjul</title>'
        '<desc id="hjul-{2}-ord">{3}</desc><defs>{4}</defs>{5}{6}</svg>'
    ).format(
        *(_WIDTH, height, wheel.anchor, _told(wheel), _defs(wheel)),
        *(Markup("").join(_sector(wheel, month, middle) for month in wheel.months), Markup("").join(words)),
    )
    return Markup(
        '<figure class="aa-figure aa-wheel-figure"><div class="aa-scroll" role="region" tabindex="0" '
        'aria-label="Årshjul">{}</div><figcaption class="aa-ages-legend"><ul>{}</ul>'
        '<p>Samma sak i ord: <a href="#{}">se tabellen</a>.</p></figcaption></figure>'
    ).format(svg, _legend(wheel), table)


def _told(wheel: Wheel) -> str:
    names = {each.id: each.name for each in wheel.responsible}
    return " ".join(
        f"{month.name.capitalize()}: "
        + ("; ".join(f"{_words(each)} ({names[each.responsible]})" for each in month.entries) or "inget")
        + "."
        for month in wheel.months
    )


def _words(entry: YearEntry) -> str:
    return entry.quote.rstrip(".")


# --- the wheel itself -----------------------------------------------------------------------------------------------


def _fill(wheel: Wheel, number: int) -> str:
    return f"url(#hjul-{wheel.anchor}-{number})"


def _defs(wheel: Wheel) -> Markup:
    pattern = Markup(
        '<pattern id="hjul-{}-{}" width="10" height="10" patternUnits="userSpaceOnUse">'
        '<rect width="10" height="10" class="aa-wheel__ground{}"/>{}</pattern>'
    )
    made = []
    for number in range(len(wheel.responsible)):
        shape = _PATTERNS[number % len(_PATTERNS)]
        made.append(pattern.format(wheel.anchor, number, "" if shape else " aa-wheel__ground--plain", Markup(shape)))
    return Markup("").join(made)


def _angle(number: float) -> float:
    """Where a month begins: the year starts at the top and goes the way of the clock."""
    return (number - 1) * pi / 6 - pi / 2


def _at(angle: float, radius: float, middle: float) -> tuple[float, float]:
    return _WIDTH / 2 + radius * cos(angle), middle + radius * sin(angle)


def _arc(month: int, inner: float, outer: float, middle: float) -> str:
    first, last = _angle(month), _angle(month + 1)
    points = [_at(first, inner, middle), _at(first, outer, middle), _at(last, outer, middle), _at(last, inner, middle)]
    a, b, c, d = (f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{a}L{b}A{outer:g} {outer:g} 0 0 1 {c}L{d}A{inner:g} {inner:g} 0 0 0 {a}Z"


def _sector(wheel: Wheel, month: Month, middle: float) -> Markup:
    """A month: its name on the rim, and a band for each who is responsible, filled when they have something then."""
    wide = (_BANDS - _HUB) / len(wheel.responsible)
    parts = [Markup('<path class="aa-wheel__rim" d="{}"/>').format(_arc(month.number, _BANDS, _RIM, middle))]
    for number, each in enumerate(wheel.responsible):
        outer = _BANDS - number * wide
        path = _arc(month.number, outer - wide, outer, middle)
        busy = any(entry in month.entries for entry in each.entries)
        fill = Markup(' fill="{}"').format(_fill(wheel, number)) if busy else ""
        kind = "busy" if busy else "free"
        parts.append(Markup('<path class="aa-wheel__{}"{} d="{}"/>').format(kind, fill, path))
    x, y = _at(_angle(month.number + 0.5), (_BANDS + _RIM) / 2, middle)
    name = Markup('<text class="aa-wheel__month" x="{:.1f}" y="{:.1f}">{}</text>').format(x, y + 5, month.name[:3])
    return Markup("<g>{}{}</g>").format(Markup("").join(parts), name)


# --- the words beside it --------------------------------------------------------------------------------------------


def _block(month: Month) -> _Block:
    lines: list[tuple[str, YearEntry | None]] = []
    for entry in month.entries:
        first, *rest = wrap(_words(entry), _CHARACTERS) or [""]
        lines += [(first, entry), *((line, None) for line in rest)]
    return _Block(month, tuple(lines))


def _tops(blocks: Sequence[_Block], middle: float, height: float) -> list[float]:
    """Where each block begins: beside its month when there is room, and never over another."""
    tops: list[float] = []
    free = 0.0
    for block in blocks:
        wanted = _at(_angle(block.month.number + 0.5), _RIM, middle)[1] - block.height / 2
        tops.append(max(free, wanted))
        free = tops[-1] + block.height
    limit = height
    for number in reversed(range(len(blocks))):
        tops[number] = min(tops[number], limit - blocks[number].height)
        limit = tops[number]
    return tops


def _callouts(wheel: Wheel, blocks: Sequence[_Block], middle: float, height: float, *, left: bool) -> Markup:
    tops = _tops(blocks, middle, height)
    drawn = [_callout(wheel, block, top, middle, left) for block, top in zip(blocks, tops, strict=True)]
    return Markup("").join(drawn)


def _callout(wheel: Wheel, block: _Block, top: float, middle: float, left: bool) -> Markup:
    edge, side = (_COLUMN, -1) if left else (_WIDTH - _COLUMN, 1)
    anchor, y = "end" if left else "start", top + 17
    x, at = _at(_angle(block.month.number + 0.5), _RIM, middle)
    line = Markup('<path class="aa-wheel__leader" d="M{:.1f} {:.1f}L{:g} {:.1f}H{:g}"/>')
    parts = [line.format(x, at, edge - side * 22, y - 5, edge - side * 6)]
    text = Markup('<text class="{}" text-anchor="{}" x="{:g}" y="{:.1f}">{}</text>')
    parts.append(text.format("aa-wheel__name", anchor, edge, y, block.month.name.capitalize()))
    ids = [each.id for each in wheel.responsible]
    for number, (words, entry) in enumerate(block.lines):
        y = top + 17 + _NAME + number * _LINE - 2
        if entry:
            swatch = Markup('<rect class="aa-wheel__swatch" fill="{}" x="{:g}" y="{:.1f}" width="12" height="12"/>')
            fill = _fill(wheel, ids.index(entry.responsible))
            parts.append(swatch.format(fill, edge - 12 if left else edge, y - 11))
        parts.append(text.format("aa-wheel__words", anchor, edge + side * 20, y, words))
    return Markup("").join(parts)


def _legend(wheel: Wheel) -> Markup:
    item = Markup(
        '<li><svg viewBox="0 0 40 14" class="aa-wheel" aria-hidden="true"><rect class="aa-wheel__swatch" fill="{}" '
        'x="1" y="1" width="38" height="12"/></svg>{}</li>'
    )
    return Markup("").join(item.format(_fill(wheel, n), each.name) for n, each in enumerate(wheel.responsible))
