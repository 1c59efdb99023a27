"""Dates and deadlines that follow from facts: each series of dates names its rule and the facts that it was made from.

In: an agreement, and the ISO date of the data, which only says how far ahead to go. Out: `Series`. Not here: what day
it is (the reader's browser knows), what cannot be derived (undated.py), and drawing.

Two ways to count months, because they answer two questions. A *period* of whole months that ends with a month still
does so when it is renewed. A *deadline* falls on the same day of the month, or on its last when the month is shorter:
never later than any reader would count it.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count, product, takewhile

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics.common import when

# Other rooms name the type by this: they show days and count none.
CalendarDay = date

HORIZON_YEARS = 10
# What is filled in or made into an agreement first: it has no days of its own.
WITHOUT_DATES = ("mall", "forslag")
_OFTEN = ("varje", "vartannat", "vart tredje", "vart fjärde", "vart femte", "vart sjätte")


@dataclass(frozen=True, slots=True)
class Series:
    """Days of one kind: the rule that gives them in a sentence, and the facts behind it, the one it hangs on first.

    `step` is the months between two days, 0 for a single one. `reading` tells readings of one fact apart.
    """

    agreement: Agreement
    kind: str
    what: str
    rule: str
    facts: tuple[Fact, ...]
    dates: tuple[date, ...]
    step: int = 0
    reading: str = ""

    @property
    def id(self) -> str:
        """What calendars know the series by: it hangs on the fact and stays while the fact does."""
        return f"{self.agreement.id}#{self.facts[0].id}/{self.kind}" + (f"/{self.reading}" if self.reading else "")

    @property
    def often(self) -> str:
        """How often its days come, in words; empty for a single day."""
        return often(self.step) if len(self.dates) > 1 else ""

    @property
    def pattern(self) -> str:
        """The days in words: the first, and how often they come."""
        first = day_words(self.dates[0])
        return f"{first}, sedan {self.often}" if self.often else first

    def ahead(self, clock: str) -> tuple[date, ...]:
        """The days that had not passed when the data was made, and else the last: a series never comes to nothing."""
        return tuple(day for day in self.dates if day >= date.fromisoformat(clock)) or self.dates[-1:]

    @property
    def ambiguous(self) -> bool:
        """Whether it follows from one reading of several."""
        return any(fact.status == "ambiguous" for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Term:
    """One reading of an agreement's term: the facts that give its start, its end and its renewal."""

    start: Fact | None
    end: Fact | None
    renewal: Fact | None

    @property
    def first(self) -> date | None:
        """The first day, when the text names a day."""
        return day_of(self.start.values["from"]) if self.start else None

    @property
    def last(self) -> date | None:
        """The last day of the first period, when the text names a day."""
        return day_of(self.end.values["to"]) if self.end else None

    @property
    def months(self) -> int:
        """How long a renewal is; 0 when none is named."""
        return int(self.renewal.values["renews_months"]) if self.renewal else 0

    def ends(self, until: date) -> tuple[date, ...]:
        """The last day of every period up to a day: of the only one, when it is not renewed."""
        if not self.last:
            return ()
        return up_to(until, (period_end(self.last, self.months * number) for number in self._numbers()))

    def _numbers(self) -> Iterator[int]:
        return count() if self.months else iter((0,))


# --- the calendar ---------------------------------------------------------------------------------------------------


def day_of(text: str) -> date | None:
    """The day that a value names; None for `2022-03` and `2022`, which name none."""
    return date.fromisoformat(text) if len(text) == 10 else None


def earliest(text: str) -> date:
    """The first day that a value may mean: of the year or month, when it names no day."""
    return date.fromisoformat((text + "-01-01")[:10])


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)


def day_words(day: date) -> str:
    """A day as Swedes write it."""
    return when(day.isoformat())


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later (or earlier), or the month's last when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_end(last: date, months: int) -> date:
    """The last day of a period that is so many months longer. A period that ends with a month still does."""
    later = add_months(last, months)
    whole = last.day == monthrange(last.year, last.month)[1]
    return later.replace(day=monthrange(later.year, later.month)[1]) if whole else later


def before(day: date, months: int) -> timedelta:
    """How long before a day so many months are: less than nothing, as calendars want it."""
    return add_months(day, -months) - day


def midnight(clock: str) -> datetime:
    """The moment that the date of the data stands for, where a format wants one."""
    return datetime.combine(date.fromisoformat(clock), datetime.min.time(), UTC)


def in_year(yearly: str, year: int) -> date:
    """The day of a year that `MM-DD` names. 29 February is the 28th in a year that has none."""
    month, day = (int(part) for part in yearly.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def year_fraction(day: date) -> float:
    """A day as a place on an axis of years: 2 July 2010 is about 2010.5."""
    length = date(day.year + 1, 1, 1).toordinal() - date(day.year, 1, 1).toordinal()
    return day.year + (day.timetuple().tm_yday - 1) / length


def horizon(clock: str) -> date:
    """How far ahead series go: ten years from the date of the data."""
    return add_months(date.fromisoformat(clock), 12 * HORIZON_YEARS)


def up_to(until: date, days: Iterator[date]) -> tuple[date, ...]:
    """The days up to one, that one included."""
    return tuple(takewhile(lambda day: day <= until, days))


def often(months: int) -> str:
    """How often, in words: 12 → «varje år», 48 → «vart fjärde år», 18 → «var 18:e månad»."""
    years, rest = divmod(months, 12)
    if rest:
        return f"var {months}:e månad"
    return f"{_OFTEN[years - 1]} år" if years <= len(_OFTEN) else f"vart {years}:e år"


# --- what follows from the facts ------------------------------------------------------------------------------------


def all_series(atlas: Atlas, clock: str) -> tuple[Series, ...]:
    """Every series of every agreement, by its first day."""
    found = [series for agreement in atlas.agreements for series in series_of(agreement, clock)]
    return tuple(sorted(found, key=lambda series: series.dates[0]))


def series_of(agreement: Agreement, clock: str) -> tuple[Series, ...]:
    """What follows from an agreement's facts. One that is known to have ended has only its start."""
    if agreement.kind in WITHOUT_DATES:
        return ()
    until, ended = horizon(clock), agreement.in_force["answer"] == "nej"
    found = [*_starts(agreement)]
    if not ended:
        found += [*_periods(agreement, until), *_notices(agreement, until)]
        found += [*_revisions(agreement, until), *_reports(agreement, until, clock)]
    return tuple(sorted((each for each in found if each.dates), key=lambda series: series.dates[0]))


def answered(agreement: Agreement, topic: str, value: str) -> tuple[Fact, ...]:
    """The facts that give a value: neither blanks nor what is left to another document."""
    facts = agreement.answers[topic].facts
    return tuple(fact for fact in facts if value in fact.values and fact.status in ("stated", "ambiguous"))


def terms(agreement: Agreement) -> tuple[Term, ...]:
    """The readings of an agreement's term; mostly one."""
    parts = [answered(agreement, "term", value) or (None,) for value in ("from", "to", "renews_months")]
    return tuple(Term(*facts) for facts in product(*parts))


def _reading(agreement: Agreement, term: Term) -> str:
    """The end and the renewal that a series was counted from, where the text can be read to name several."""
    chosen = (("to", term.end), ("renews_months", term.renewal))
    return "+".join(fact.id for value, fact in chosen if fact and len(answered(agreement, "term", value)) > 1)


def _facts(*facts: Fact | None) -> tuple[Fact, ...]:
    return tuple({fact.id: fact for fact in facts if fact}.values())


def _ends(agreement: Agreement) -> tuple[Term, ...]:
    """The readings that differ in how the term ends."""
    ending = [(term, term.end, term.renewal) for term in terms(agreement) if term.last]
    return tuple({(end and end.id, renewal and renewal.id): term for term, end, renewal in ending}.values())


def _starts(agreement: Agreement) -> Iterator[Series]:
    for fact in answered(agreement, "term", "from"):
        if day := day_of(fact.values["from"]):
            rule = "Den första dagen som avtalet gäller. Den står i texten."
            yield Series(agreement, "start", "Avtalet börjar gälla", rule, (fact,), (day,))


def _periods(agreement: Agreement, until: date) -> Iterator[Series]:
    for term in _ends(agreement):
        assert term.end and term.last
        reading, last = _reading(agreement, term), day_words(term.last)
        if not term.renewal:
            rule = "Den sista dagen som avtalet gäller. Den står i texten, som inte nämner någon förlängning."
            yield Series(agreement, "end", "Avtalstiden går ut", rule, (term.end,), (term.last,), 0, reading)
            continue
        rule = (
            f"Den första avtalstiden slutar den {last}. Säger ingen upp avtalet börjar en ny period dagen efter, "
            f"{term.months} månader i taget."
        )
        days = tuple(day for end in term.ends(until) if (day := next_day(end)) <= until)
        facts = _facts(term.renewal, term.end)
        yield Series(agreement, "renewal", "Avtalet förlängs", rule, facts, days, term.months, reading)


def _notices(agreement: Agreement, until: date) -> Iterator[Series]:
    for fact, term in product(answered(agreement, "notice", "months"), _ends(agreement)):
        if fact.values.get("before") != "end_of_term":
            continue
        assert term.last
        months = fact.values["months"]
        renewed = f"och sedan varje gång en ny period om {term.months} månader slutar" if term.renewal else ""
        rule = (
            f"{months} månader räknat bakåt från avtalstidens slut: från den {day_words(term.last)} {renewed}".strip()
            + ". Det blir samma dag i månaden, eller månadens sista dag om den dagen inte finns."
        )
        ends = term.ends(add_months(until, months + 1))
        # Nobody could give notice before there was an agreement.
        days = tuple(day for end in ends if (term.first or date.min) <= (day := add_months(end, -months)) <= until)
        facts, reading = _facts(fact, term.end, term.renewal), _reading(agreement, term)
        yield Series(agreement, "notice", "Sista dag att säga upp avtalet", rule, facts, days, term.months, reading)


def counted_from(agreement: Agreement) -> tuple[date, Fact | None] | None:
    """The day that years of revision are counted from: the start of the agreement, else the newest decision on it."""
    for term in terms(agreement):
        if term.first:
            return term.first, term.start
    days = [day for each in agreement.decided if (day := day_of(each.get("on", "")))]
    return (max(days), None) if days else None


def _final(agreement: Agreement, until: date) -> date:
    """The last day that anything recurs: the end of a term that is not renewed, else the horizon."""
    lasts = [term.last for term in terms(agreement) if term.last and not term.renewal]
    open_ended = answered(agreement, "term", "until_further_notice")
    return min(until, max(lasts)) if lasts and not open_ended else until


def _revisions(agreement: Agreement, until: date) -> Iterator[Series]:
    base = counted_from(agreement)
    for fact in answered(agreement, "revision", "every_years"):
        if not base:
            continue
        day, start = base
        months = 12 * fact.values["every_years"]
        from_what = "den dag avtalet börjar gälla" if start else "det senaste daterade beslutet om avtalet"
        rule = (
            f"{often(months).capitalize()}, räknat från {from_what}, {day_words(day)}. "
            "Det är redaktionens sätt att räkna: åren kan också räknas från den senaste revideringen."
        )
        days = up_to(_final(agreement, until), (add_months(day, months * number) for number in count(1)))
        yield Series(agreement, "revision", "Avtalet ska ses över", rule, _facts(fact, start), days, months)


def _reports(agreement: Agreement, until: date, clock: str) -> Iterator[Series]:
    starts = [term for term in terms(agreement) if term.first]
    for fact in answered(agreement, "reporting", "deadline"):
        deadline, name = fact.values["deadline"], fact.values.get("document", "")
        what = f"Redovisning: {name}" if name else "Redovisning"
        if day := day_of(deadline):
            rule = f"Senast den {day_words(day)}. Det gäller en enda gång."
            yield Series(agreement, "report", what, rule, (fact,), (day,))
            continue
        first = starts[0].first if starts else date(int(clock[:4]), 1, 1)
        assert first
        since = "från avtalets första dag" if starts else f"från {first.year}: texten anger ingen startdag"
        rule = f"Senast den {when(deadline)} varje år. Datumen visas {since}."
        every = (in_year(deadline, year) for year in count(first.year))
        days = tuple(day for day in up_to(_final(agreement, until), every) if day >= first)
        yield Series(agreement, "report", what, rule, _facts(fact, *(term.start for term in starts[:1])), days, 12)
