"""Calendar feeds (iCalendar, RFC 5545): one for all agreements, and one for each that has dates.

In: a renderer with the model and the clock. Out: bytes by path, the same in every build of the same data. Not here: how
dates follow from facts (views/dates.py).

Every date is an event of its own: rules of repetition would skip 29 February, and some calendars do not read lists of
dates. What has passed when the data was made is left out, but never a series as a whole: a feed keeps its address.
"""

from collections.abc import Iterable
from functools import partial

from icalendar import Alarm, Calendar, Event

from atlas.model.agreement import Agreement
from atlas.site.made import Make
from atlas.site.page import Renderer
from atlas.views.dates import CalendarDay, Series, all_series, before, midnight, series_of
from atlas.views.names import short_name
from atlas.views.undated import reliance

FOLDER = "data/kalender/"
ALL = FOLDER + "alla.ics"
# How many months before the day a calendar reminds its owner.
_REMIND = {"notice": 3, "end": 3, "report": 1, "revision": 3}


def files(render: Renderer) -> dict[str, Make]:
    """The feeds, by path."""
    atlas, clock = render.atlas, render.clock
    made: dict[str, Make] = {ALL: lambda: feed(render, "Avtalsatlas: alla avtal", all_series(atlas, clock))}
    for agreement in atlas.agreements:
        if path := calendar_path(agreement, clock):
            made[path] = partial(_feed_of, render, agreement)
    return made


def _feed_of(render: Renderer, agreement: Agreement) -> bytes:
    name = f"Avtalsatlas: {short_name(render.atlas, agreement)}"
    return feed(render, name, series_of(agreement, render.clock))


def calendar_path(agreement: Agreement, clock: str) -> str:
    """Where an agreement's feed lies; empty when it has no dates."""
    return f"{FOLDER}{agreement.id.replace('/', '-')}.ics" if series_of(agreement, clock) else ""


def feed(render: Renderer, name: str, many: Iterable[Series]) -> bytes:
    """A calendar with an event for every date."""
    told = "Datum som följer av avtalens egna ord. Kontrollera alltid mot avtalet."
    return calendar_of(name, told, (_event(render, each, day) for each in many for day in each.ahead(render.clock)))


def calendar_of(name: str, told: str, events: Iterable[Event]) -> bytes:
    """A calendar with these events: its name, and what it tells of itself."""
    calendar = Calendar()
    calendar.add("prodid", "-//Avtalsatlas//Att bevaka//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-caldesc", told)
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def event_on(id: str, day: CalendarDay, summary: str, description: str, clock: str) -> Event:
    """An event of a whole day, which keeps nobody busy."""
    event = Event()
    event.add("uid", f"{id}@avtalsatlas")
    event.add("dtstamp", midnight(clock))
    event.add("dtstart", day)
    event.add("summary", summary)
    event.add("description", description)
    event.add("transp", "TRANSPARENT")
    return event


def remind(event: Event, day: CalendarDay, months: int) -> None:
    """Let the calendar remind its owner so many months before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", before(day, months))
    event.add_component(alarm)


def _event(render: Renderer, series: Series, day: CalendarDay) -> Event:
    summary = f"{series.what} – {short_name(render.atlas, series.agreement)}"
    event = event_on(f"{series.id}/{day.isoformat()}", day, summary, _description(render, series), render.clock)
    if months := _REMIND.get(series.kind, 0):
        remind(event, day, months)
    return event


def _description(render: Renderer, series: Series) -> str:
    """The rule, whether it can be relied on, and the agreement's own words with their address."""
    doubt = ["Texten kan läsas på flera sätt. Det här följer av en av läsningarna."] if series.ambiguous else []
    quotes = [f"«{fact.quote}»\n{' – '.join(fact.clause)}\nKälla: {render.whole(fact.url)}" for fact in series.facts]
    return "\n\n".join([series.rule, *doubt, reliance(series.agreement), *quotes])
