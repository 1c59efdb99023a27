"""The ages of all agreements on one axis, as inline SVG with the same told in words.

In: lanes. Out: safe markup. Not here: what the ages are (views/ages.py) and colours (CSS).

Whole ranges are solid, ranges without an upper age end in an arrow, ranges that end with an event fade out, and ranges
for one service only are outlined: four forms, so that nothing hangs on colour.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from atlas.views.ages import AXIS, Bar, Lane

_LEFT, _YEAR, _TOP, _BAR, _GAP = 250, 36, 44, 26, 12
_WIDTH = _LEFT + (AXIS[1] - AXIS[0] + 1) * _YEAR + 24


def age_chart(lanes: Sequence[Lane], to: Callable[[str], str]) -> Markup:
    """The chart as a figure with its legend. `to` makes an address from the root into one from the page."""
    parts, y = [], _TOP
    for lane in lanes:
        height = max(len(lane.bars), 1) * (_BAR + 6)
        parts.append(_lane(lane, y, height, to))
        y += height + _GAP
    told = "; ".join(
        f"{lane.name}: {', '.join(bar.words for bar in lane.bars) or 'ingen ålder anges'}" for lane in lanes
    )
    svg = Markup(
        '<svg viewBox="0 0 {} {}" role="img" aria-labelledby="aa-axel-namn aa-axel-ord" class="aa-ages">'
        '<title id="aa-axel-namn">Barnens ålder i varje avtal</title><desc id="aa-axel-ord">{}</desc>'
        '<defs><linearGradient id="aa-tona"><stop offset="0.6" class="aa-ages__full"/>'
        '<stop offset="1" class="aa-ages__gone"/></linearGradient></defs>{}{}</svg>'
    ).format(_WIDTH, y + 8, told, _axis(y), Markup("").join(parts))
    return Markup(
        '<figure class="aa-figure"><div class="aa-scroll" role="region" tabindex="0" aria-label="Diagram över åldrar">{}</div>{}</figure>'
    ).format(svg, _LEGEND)


_LEGEND = Markup(
    '<figcaption class="aa-ages-legend"><ul>'
    '<li><svg viewBox="0 0 40 14" aria-hidden="true"><rect class="aa-bar" x="1" y="2" width="38" height="10" rx="3"/></svg>'
    "Från en ålder till och med en annan</li>"
    '<li><svg viewBox="0 0 40 14" aria-hidden="true"><path class="aa-bar" d="M1 2h30l8 5-8 5H1z"/></svg>'
    "Ingen övre gräns anges</li>"
    '<li><svg viewBox="0 0 40 14" aria-hidden="true"><rect class="aa-bar aa-bar--fades" x="1" y="2" width="38" height="10"/>'
    "</svg>Slutar vid en händelse: avtalet anger ingen ålder, så slutet är ungefärligt</li>"
    '<li><svg viewBox="0 0 40 14" aria-hidden="true">'
    '<rect class="aa-bar aa-bar--service" x="1" y="2" width="38" height="10" rx="3"/></svg>Gäller bara en verksamhet</li>'
    "</ul></figcaption>"
)


def _x(age: int) -> int:
    return _LEFT + (age - AXIS[0]) * _YEAR


def _axis(bottom: int) -> Markup:
    marks = []
    for age in range(AXIS[0], AXIS[1] + 1):
        middle = _x(age) + _YEAR // 2
        line = Markup('<line class="aa-ages__line" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
            _x(age), _TOP - 8, bottom
        )
        text = Markup('<text class="aa-ages__age" x="{}" y="{}" text-anchor="middle">{}</text>').format(middle, 26, age)
        marks.append(line + text)
    name = Markup('<text class="aa-ages__age" x="{}" y="26" text-anchor="end">år</text>').format(_LEFT - 10)
    return name + Markup("").join(marks)


def _lane(lane: Lane, y: int, height: int, to: Callable[[str], str]) -> Markup:
    name = Markup('<a href="{}"><text class="aa-ages__name" x="0" y="{}">{}</text></a>').format(
        to(lane.agreement.url), y + 18, lane.name
    )
    if not lane.bars:
        return name + Markup('<text class="aa-ages__none" x="{}" y="{}">ingen ålder anges</text>').format(
            _LEFT + 4, y + 18
        )
    bars = [_bar(bar, y + number * (_BAR + 6), to) for number, bar in enumerate(lane.bars)]
    line = Markup('<line class="aa-ages__lane" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(_WIDTH, y + height + 2)
    return name + line + Markup("").join(bars)


def _bar(bar: Bar, y: int, to: Callable[[str], str]) -> Markup:
    left, right = _x(bar.start) + 2, _x(bar.end) - 2
    kind = " aa-bar--service" if bar.service else ""
    if bar.open and "until" in bar.fact.values["ages"]:
        shape = Markup('<rect class="aa-bar aa-bar--fades{}" x="{}" y="{}" width="{}" height="{}"/>').format(
            kind, left, y, right - left, _BAR
        )
    elif bar.open:
        path = f"M{left} {y}H{right - 14}L{right} {y + _BAR // 2}L{right - 14} {y + _BAR}H{left}Z"
        shape = Markup('<path class="aa-bar{}" d="{}"/>').format(kind, path)
    else:
        shape = Markup('<rect class="aa-bar{}" x="{}" y="{}" width="{}" height="{}" rx="5"/>').format(
            kind, left, y, right - left, _BAR
        )
    label = Markup('<text class="aa-bar__label{}" x="{}" y="{}">{}</text>').format(
        " aa-bar__label--service" if bar.service else "", left + 10, y + 18, bar.words
    )
    return Markup('<a href="{}">{}{}</a>').format(to(bar.fact.url), shape, label)
