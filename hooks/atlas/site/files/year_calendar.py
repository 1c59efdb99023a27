"""A calendar feed for each year wheel: every entry comes back each year.

In: a renderer with the model and the clock. Out: bytes by path. Not here: the dates of agreements (calendars.py).

An entry with a day stands on it. A month is no day: an entry that names only its month stands on the first, and its
title says «Under mars». Years are counted from the clock's, so that a feed never begins with what is long past.
"""

from functools import partial

from icalendar import Event

from atlas.model.agreement import Document
from atlas.model.document import YearEntry
from atlas.site.files.calendars import FOLDER, calendar_of, event_on, remind
from atlas.site.made import Make
from atlas.site.page import Renderer
from atlas.topics.common import MONTHS
from atlas.views.dates import in_year
from atlas.views.year import Wheel, conflict_of, time_words, wheels


def files(render: Renderer) -> dict[str, Make]:
    """The feeds, by path."""
    found = wheels(render.atlas, render.clock)
    return {year_calendar_path(wheel.document): partial(_feed, render, wheel) for wheel in found}


def _feed(render: Renderer, wheel: Wheel) -> bytes:
    events = [_event(render, wheel, entry) for entry in wheel.entries]
    told = "Det som dokumentet säger görs varje år. Kontrollera alltid mot dokumentet."
    return calendar_of(f"Avtalsatlas: {wheel.document.title}", told, events)


def year_calendar_path(document: Document) -> str:
    """Where the feed of a document's year lies."""
    return f"{FOLDER}aret-{document.id.replace('/', '-')}.ics"


def _event(render: Renderer, wheel: Wheel, entry: YearEntry) -> Event:
    words = entry.says or entry.quote
    month = MONTHS[entry.month - 1]
    summary = words if entry.deadline else f"Under {month}: {words}"
    day = in_year(entry.deadline or f"{entry.month:02}-01", int(render.clock[:4]))
    told = _description(render, wheel, entry)
    event = event_on(f"{wheel.document.id}#{entry.id}/year", day, summary, told, render.clock)
    event.add("rrule", {"freq": "yearly"})
    if entry.deadline:
        remind(event, day, 1)
    return event


def _description(render: Renderer, wheel: Wheel, entry: YearEntry) -> str:
    """Who is responsible, what else is said of the time, other days for the same, and the words with their address."""
    who = next(each.name for each in wheel.responsible if each.id == entry.responsible)
    conflict = conflict_of(wheel.conflicts, entry)
    parts = [
        f"Ansvarig: {who}." if entry.responsible else "Dokumentet säger inte vem som ansvarar.",
        "" if entry.deadline else f"Dokumentet anger månaden {MONTHS[entry.month - 1]} men ingen dag.",
        f"Tid: {time_words(entry)}." if time_words(entry) else "",
        f"Texterna säger olika dagar: {conflict.told}. Fråga vilken som gäller." if conflict else "",
        f"«{entry.quote}»\n{wheel.document.title}\nKälla: {render.whole(entry.url)}",
    ]
    return "\n\n".join(part for part in parts if part)
