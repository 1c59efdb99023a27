"""What the entries of a document were read as, in words for the margin of its page.

In: the model. Out: `Reading` values. Not here: facts (text.py), and where they stand on the page (text.py).
"""

from atlas.model.agreement import Atlas
from atlas.model.document import Area, Ask, Entry, Scale, Section, Statement, Step, Task, YearEntry
from atlas.site.text import Reading
from atlas.topics.common import MONTHS, joined
from atlas.topics.document_file import FILL, RHYTHM


def entry_reading(atlas: Atlas, entry: Entry) -> Reading:
    """What one entry was read as. Guidance needs no words of ours beside it, so it has no label."""
    label, says = _words(atlas, entry)
    return Reading(label, "", entry.id, says, entry.quote, entry.clause[-1], entry.match, entry.place, note=entry.note)


def _words(atlas: Atlas, entry: Entry) -> tuple[str, str]:
    match entry:
        case Section():
            filled = FILL.options[entry.fill]
            return "Avsnitt i rapporten", filled.capitalize() if entry.fill == "fixed" else f"Fylls i med {filled}"
        case YearEntry():
            return f"Årshjulet, {MONTHS[entry.month - 1]}", _in_year(atlas, entry)
        case Task():
            return f"Uppgift, {_rhythm(entry)}", entry.says
        case Area():
            return "Område", _count(entry)
        case Statement():
            return "Påstående", entry.name
        case Scale():
            return "Skala", " – ".join(end.quote for end in entry.ends)
        case Step():
            return f"Steg {entry.number}", entry.name
        case Ask():
            return "", ""
    raise TypeError(f"no words for {type(entry).__name__}")


def _rhythm(task: Task) -> str:
    month = f", i {MONTHS[task.month - 1]}" if task.month else ""
    return RHYTHM.options[task.rhythm] + month


def _count(area: Area) -> str:
    number = len(area.statements)
    return "1 påstående" if number == 1 else f"{number} påståenden"


def _in_year(atlas: Atlas, entry: YearEntry) -> str:
    # Days and weeks stand in the words themselves; the month is the label.
    by = f"ansvarig: {atlas.name('bodies', entry.responsible)}" if entry.responsible else ""
    return joined((entry.says or entry.quote).rstrip("."), by)
