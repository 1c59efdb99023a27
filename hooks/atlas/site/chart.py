"""The ages of all agreements on one axis, as inline SVG with the same told in words.

In: lanes. Out: safe markup. Not here: what the ages are (views/ages.py) and colours (CSS).

Whole ranges are solid, ranges without an upper age end in an arrow, ranges that end with an event fade out, and ranges
for one service only are outlined: four forms, so that nothing hangs on colour.

Links have `xlink:href`: Material's script sets `href` anew on everything that has it, which an SVG link does not allow.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from atlas.views.ages import AXIS, Bar, Lane

# Measures in the units of the drawing, which are pixels at full width.
_LEFT, _YEAR, _TOP, _NAME, _BAR, _GAP = 2, 51, 34, 26, 28, 18
_WIDTH = _LEFT + (AXIS[1] - AXIS[0] + 1) * _YEAR + 2
# How wide a character of a label is at most, on average: a label that might not fit in its bar stands beside it.
_CHARACTER = 8.2


def age_chart(lanes: Sequence[Lane], to: Callable[[str], str]) -> Markup:
    """The chart as a figure with its legend. `to` makes an address from the root into one from the page."""
    parts, y = [], _TOP
    for lane in lanes:
        parts.append(_lane(lane, y, to))
        y += _height(lane)
    told = "; ".join(
        f"{lane.name}: {', '.join(bar.words for bar in lane.bars) or 'ingen ålder anges'}" for lane in lanes
    )
    # A group and no image: the bars are links, which an image would hide from a screen reader.
    svg = Markup(
        '<svg viewBox="0 0 {} {}" role="group" aria-labelledby="aa-axel-namn" aria-describedby="aa-axel-ord" '
        'class="aa-ages"><title id="aa-axel-namn">Barnens ålder i varje avtal</title>'
        '<desc id="aa-axel-ord">{}</desc>'
        '<defs><linearGradient id="aa-tona"><stop offset="0.55" class="aa-ages__full"/>'
        '<stop offset="1" class="aa-ages__gone"/></linearGradient></defs>{}{}</svg>'
    ).format(_WIDTH, y, told, _axis(y), Markup("").join(parts))
    return Markup(
        '<figure class="aa-figure">'
        '<div class="aa-scroll" role="region" tabindex="0" aria-label="Diagram över åldrar">{}</div>{}</figure>'
    ).format(svg, _LEGEND)


_LEGEND = Markup('<figcaption class="aa-ages-legend"><ul>{}{}{}{}</ul></figcaption>').format(
    *(
        Markup('<li><svg viewBox="0 0 40 14" aria-hidden="true">{}</svg>{}</li>').format(Markup(shape), words)
        for shape, words in (
            ('<rect class="aa-bar" x="1" y="2" width="38" height="10" rx="3"/>', "Från och med – till och med"),
            ('<path class="aa-bar" d="M1 2h30l8 5-8 5H1z"/>', "Ingen övre gräns anges"),
            (
                '<rect class="aa-bar aa-bar--fades" x="1" y="2" width="38" height="10"/>',
                "Slutar vid en händelse, inte vid en ålder",
            ),
            (
                '<rect class="aa-bar aa-bar--service" x="1" y="2" width="38" height="10" rx="3"/>',
                "Gäller bara en verksamhet",
            ),
        )
    )
)


def _x(age: int) -> int:
    return _LEFT + (age - AXIS[0]) * _YEAR


def _height(lane: Lane) -> int:
    return _NAME + max(len(lane.bars), 1) * (_BAR + 6) + _GAP


def _axis(bottom: int) -> Markup:
    marks = []
    for age in range(AXIS[0], AXIS[1] + 1):
        line = Markup('<line class="aa-ages__line" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
            _x(age), _TOP - 8, bottom
        )
        words = f"{age} år" if age == AXIS[0] else age
        text = Markup('<text class="aa-ages__age" x="{}" y="18">{}</text>').format(_x(age) + 4, words)
        marks.append(line + text)
    return Markup("").join(marks)


def _lane(lane: Lane, y: int, to: Callable[[str], str]) -> Markup:
    line = Markup('<line class="aa-ages__lane" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(_WIDTH, y - 8)
    # The name stands over its bars, not beside them, so that it is in view where a narrow screen starts.
    name = Markup('<a xlink:href="{}"><text class="aa-ages__name" x="{}" y="{}">{}</text></a>').format(
        to(lane.agreement.url), _LEFT + 4, y + 14, lane.name
    )
    if not lane.bars:
        none = Markup('<text class="aa-ages__none" x="{}" y="{}">ingen ålder anges</text>')
        return line + name + none.format(_LEFT + 4, y + _NAME + 19)
    bars = [_bar(bar, y + _NAME + number * (_BAR + 6), to) for number, bar in enumerate(lane.bars)]
    return line + name + Markup("").join(bars)


def _bar(bar: Bar, y: int, to: Callable[[str], str]) -> Markup:
    left, right = _x(bar.start) + 2, _x(bar.end) - 2
    fades = bar.open and "until" in bar.fact.values["ages"]
    if bar.open and not fades:
        path = f"M{left} {y}H{right - 14}L{right} {y + _BAR // 2}L{right - 14} {y + _BAR}H{left}Z"
        shape = Markup('<path class="aa-bar" d="{}"/>').format(path)
    else:
        kind = " aa-bar--fades" if fades else " aa-bar--service" if bar.service else ""
        shape = Markup('<rect class="aa-bar{}" x="{}" y="{}" width="{}" height="{}" rx="4"/>').format(
            kind, left, y, right - left, _BAR
        )
    return Markup('<a xlink:href="{}">{}{}</a>').format(to(bar.fact.url), shape, _label(bar, left, right, y, fades))


def _label(bar: Bar, left: int, right: int, y: int, fades: bool) -> Markup:
    """The bar in words: within it, or beside it where it would not fit or would lie on a colour that fades."""
    width = len(bar.words) * _CHARACTER + 24
    within = right - left >= width and not fades
    x = left + 12 if within else right + 10
    # Beside, but never over the edge of the drawing: the last resort is on top of the bar's own end.
    x = x if within else int(min(x, _WIDTH - width + 14))
    kind = " aa-bar__label--within" if within and not bar.service else ""
    return Markup('<text class="aa-bar__label{}" x="{}" y="{}">{}</text>').format(kind, x, y + 19, bar.words)
