"""A timeline as inline SVG. The same stands in a table beside it, which the drawing points to.

In: a timeline in years. Out: safe markup. Not here: what the periods are (views/timeline.py), colours (CSS), and
today's date: the reader's browser draws that line, from the measures in the data attributes.

The time that a text names is solid, a renewal is a box of its own, and a term without end is an arrow: three forms, and
each kind of day has a sign, so that nothing hangs on colour.
"""

from math import ceil

from markupsafe import Markup

from atlas.views.timeline import Lane, Segment, Timeline

# Measures in the units of the drawing, which are pixels at full width.
_WIDTH, _EDGE, _TOP, _NAME, _BAR, _SIGNS, _GAP, _ARROW = 1000, 10, 34, 28, 20, 22, 16, 12
# How far apart the years on the axis must be for their figures not to touch.
_YEAR_ROOM = 52

_WORDS = {
    "first": "Tid som texten anger",
    "renewal": "Förlängning, om ingen säger upp avtalet",
    "open": "Inget slutdatum i texten",
    "notice": "Sista dag att säga upp",
    "revision": "Ska ses över",
    "report": "Redovisning",
}


def timeline_chart(timeline: Timeline, title: str, table: str) -> Markup:
    """The drawing as a figure with its legend. `table` is the id of the table that says the same in words."""
    parts, y = [], _TOP
    for lane in timeline.lanes:
        parts.append(_lane(lane, y, timeline))
        y += _height(lane)
    told = "; ".join(f"{lane.name}: {lane.words}" for lane in timeline.lanes)
    svg = Markup(
        '<svg viewBox="0 0 {} {}" role="img" aria-labelledby="aa-tid-namn" aria-describedby="aa-tid-ord" '
        'class="aa-time" data-first="{}" data-year="{:.3f}" data-left="{}" data-last="{}">'
        '<title id="aa-tid-namn">{}</title><desc id="aa-tid-ord">{}</desc>{}{}</svg>'
    ).format(
        *(_WIDTH, y, timeline.first, _year(timeline), _EDGE, timeline.last, title, told),
        *(_axis(timeline, y), Markup("").join(parts)),
    )
    return Markup(
        '<figure class="aa-figure aa-time-figure" data-timeline><div class="aa-scroll" role="region" tabindex="0" '
        'aria-label="Tidslinje">{}</div><figcaption class="aa-ages-legend"><ul>{}</ul>'
        "{}</figcaption></figure>"
    ).format(svg, Markup("").join(_legend(kind) for kind in timeline.kinds), _pointer(table))


def _pointer(table: str) -> Markup:
    words = Markup('<p>Samma sak i ord: <a href="#{}">se tabellen</a>.</p>')
    return words.format(table) if table else Markup("")


def _year(timeline: Timeline) -> float:
    return (_WIDTH - 2 * _EDGE) / (timeline.last - timeline.first)


def _x(at: float, timeline: Timeline) -> float:
    return _EDGE + (at - timeline.first) * _year(timeline)


def _height(lane: Lane) -> int:
    return _NAME + (_BAR if lane.segments else 0) + (_SIGNS if lane.points else 0) + _GAP


def _axis(timeline: Timeline, bottom: int) -> Markup:
    every = ceil(_YEAR_ROOM / _year(timeline))
    marks = []
    for year in range(timeline.first, timeline.last):
        x = _x(year, timeline)
        named = (year - timeline.first) % every == 0
        kind = "" if named else " aa-time__line--thin"
        line = Markup('<line class="aa-time__line{0}" x1="{1:.1f}" x2="{1:.1f}" y1="{2}" y2="{3}"/>')
        marks.append(line.format(kind, x, _TOP - 10, bottom))
        if named:
            marks.append(Markup('<text class="aa-time__year" x="{:.1f}" y="18">{}</text>').format(x, year))
    return Markup("").join(marks)


def _lane(lane: Lane, y: int, timeline: Timeline) -> Markup:
    name = Markup(
        '<text class="aa-time__name" x="{}" y="{}">{}<tspan class="aa-time__words" dx="10">{}</tspan></text>'
    ).format(_EDGE, y + 17, lane.name, lane.words)
    top = y + _NAME
    bars = [_bar(segment, top, timeline) for segment in lane.segments]
    below = top + (_BAR if lane.segments else 0) + _SIGNS // 2 + 2
    signs = [_sign(point.kind, _x(point.at, timeline), below) for point in lane.points]
    return Markup('<g class="aa-time__lane">{}{}{}</g>').format(name, Markup("").join(bars), Markup("").join(signs))


def _bar(segment: Segment, y: int, timeline: Timeline) -> Markup:
    left, right = _x(segment.start, timeline) + 1, _x(segment.end, timeline) - 1
    if segment.form == "open":
        return Markup('<path class="aa-time__open" d="{}"/>').format(_arrow(left, right, y, _BAR))
    return Markup('<rect class="aa-time__{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(
        segment.form, left, y, max(right - left, 1), _BAR
    )


def _arrow(left: float, right: float, y: int, height: int) -> str:
    neck = max(right - _ARROW, left)
    return f"M{left:.1f} {y}H{neck:.1f}L{right:.1f} {y + height / 2:g}L{neck:.1f} {y + height}H{left:.1f}Z"


def _sign(kind: str, x: float, y: float) -> Markup:
    """The sign of a day: a triangle that points at it, a diamond, or a dot."""
    if kind == "report":
        return Markup('<circle class="aa-time__sign" cx="{:.1f}" cy="{:g}" r="5"/>').format(x, y)
    shape = f"M{x - 7:.1f} {y - 6:g}h14l-7 12z" if kind == "notice" else f"M{x:.1f} {y - 8:g}l8 8-8 8-8-8z"
    hollow = " aa-time__sign--hollow" if kind == "revision" else ""
    return Markup('<path class="aa-time__sign{}" d="{}"/>').format(hollow, shape)


def _legend(kind: str) -> Markup:
    shapes = {
        "first": Markup('<rect class="aa-time__first" x="1" y="2" width="38" height="10"/>'),
        "renewal": Markup(
            '<rect class="aa-time__renewal" x="1" y="2" width="18" height="10"/>'
            '<rect class="aa-time__renewal" x="21" y="2" width="18" height="10"/>'
        ),
        "open": Markup('<path class="aa-time__open" d="{}"/>').format(_arrow(1, 39, 2, 10)),
    }
    shape = shapes[kind] if kind in shapes else _sign(kind, 20, 8)
    return Markup('<li><svg viewBox="0 0 40 16" class="aa-time" aria-hidden="true">{}</svg>{}</li>').format(
        shape, _WORDS[kind]
    )
