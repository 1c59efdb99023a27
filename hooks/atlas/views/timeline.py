"""Periods and days on an axis of years: one agreement with all its series, or all agreements together.

In: an agreement or all, and the ISO date of the data. Out: `Timeline`, in years and their fractions. Not here: drawing,
and how days follow from facts (dates.py). Nothing says what day it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.topic import STATUSES
from atlas.views.dates import (
    WITHOUT_DATES,
    Series,
    Term,
    answered,
    day_of,
    earliest,
    horizon,
    next_day,
    series_of,
    terms,
    year_fraction,
)
from atlas.views.names import short_name
from atlas.views.undated import standing

# What has a sign of its own. Renewals are seen as periods, and starts and ends as where these begin and stop.
SIGNED = ("notice", "revision", "report")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a term. `form`: `first` is the time that the text names, `renewal` one more period if nobody gives
    notice, `open` without an end in the text.
    """

    start: float
    end: float
    form: str


@dataclass(frozen=True, slots=True)
class Point:
    """A day on the axis, and the kind of series that it belongs to."""

    at: float
    kind: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of the drawing: its name, the same told in words, stretches, days."""

    name: str
    words: str
    segments: tuple[Segment, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A term in words, for the table beside the drawing; one line for each reading of it."""

    agreement: Agreement
    name: str
    words: str
    facts: tuple[Fact, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes on an axis from the start of one year to the start of another."""

    first: int
    last: int
    lanes: tuple[Lane, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The forms and signs that it uses, for its legend."""
        segments = {segment.form for lane in self.lanes for segment in lane.segments}
        points = {point.kind for lane in self.lanes for point in lane.points}
        return tuple(kind for kind in ("first", "renewal", "open", *SIGNED) if kind in segments | points)


def timeline_of(agreement: Agreement, clock: str) -> Timeline | None:
    """The terms of one agreement and each of its series on a lane of its own. None when nothing can be drawn."""
    if agreement.kind in WITHOUT_DATES:
        return None
    lanes = [_term_lane("Avtalstid", agreement, term, clock) for term in terms(agreement)]
    for series in series_of(agreement, clock):
        if series.kind in SIGNED:
            reading = " (en läsning av flera)" if series.ambiguous else ""
            lanes.append(Lane(series.what + reading, series.pattern, points=_points((series,))))
    return _timeline(lanes, clock)


def timeline_of_all(atlas: Atlas, clock: str) -> Timeline | None:
    """The terms of all agreements, each with the days to give notice and to revise."""
    lanes = []
    for agreement in atlas.agreements:
        name = short_name(atlas, agreement)
        if agreement.kind in WITHOUT_DATES:
            continue
        points = _points(series for series in series_of(agreement, clock) if series.kind in ("notice", "revision"))
        for number, term in enumerate(terms(agreement)):
            lane = _term_lane(name, agreement, term, clock)
            lanes.append(Lane(lane.name, lane.words, lane.segments, () if number else points))
    return _timeline(lanes, clock)


def period_lines(atlas: Atlas, clock: str) -> tuple[PeriodLine, ...]:
    """The term of every agreement in words, also of those that nothing can be drawn of."""
    return tuple(
        PeriodLine(
            agreement,
            short_name(atlas, agreement),
            _term_lane("", agreement, term, clock).words,
            agreement.answers["term"].facts,
            standing(agreement),
        )
        for agreement in atlas.agreements
        for term in terms(agreement)
    )


def _timeline(lanes: list[Lane], clock: str) -> Timeline | None:
    places = [segment.start for lane in lanes for segment in lane.segments]
    places += [point.at for lane in lanes for point in lane.points]
    return Timeline(int(min(places)), horizon(clock).year + 1, tuple(lanes)) if places else None


def _points(many: Iterable[Series]) -> tuple[Point, ...]:
    return tuple(Point(year_fraction(day), series.kind) for series in many for day in series.dates)


def _term_lane(name: str, agreement: Agreement, term: Term, clock: str) -> Lane:
    open_ended = bool(answered(agreement, "term", "until_further_notice"))
    values = {
        **({"from": term.start.values["from"]} if term.start else {}),
        **({"to": term.end.values["to"]} if term.end else {}),
        **({"renews_months": term.months} if term.renewal else {}),
        **({"until_further_notice": True} if open_ended else {}),
    }
    told = TOPICS["term"].brief(values)
    unsaid = f"avtalstiden: {STATUSES[agreement.answers['term'].status].label.lower()}"
    words = told if term.start else f"{told} (startdagen anges inte)" if told else unsaid
    return Lane(name, words, _segments(agreement, term, clock, open_ended))


def _segments(agreement: Agreement, term: Term, clock: str, open_ended: bool) -> tuple[Segment, ...]:
    """The stretches of a term. Without a start nothing is drawn; an agreement known to have ended goes no further than
    the day when that was found out.
    """
    if not term.start:
        return ()
    stop = year_fraction(horizon(clock))
    if agreement.in_force["answer"] == "nej":
        ended = day_of(agreement.in_force["on"])
        stop = year_fraction(ended) if ended else stop
    start = year_fraction(earliest(term.start.values["from"]))
    found = []
    for number, last in enumerate(term.ends(horizon(clock))):
        end = year_fraction(next_day(last))
        found.append(Segment(start, min(end, stop), "renewal" if number else "first"))
        start = end
    if open_ended or term.renewal or not found:
        found.append(Segment(start, stop, "renewal" if term.renewal and found else "open"))
    return tuple(segment for segment in found if segment.start < segment.end)
