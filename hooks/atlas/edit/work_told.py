"""A work list in words, for a person at a terminal and for the head of the new file.

In: a `WorkList`. Out: text. Not here: how a page shows it, and the entries themselves (renewed.py).
"""

from collections.abc import Iterator

from atlas.edit.passage import Passage, difference_told
from atlas.edit.work import FATES, Item, WorkList
from atlas.topics import TOPICS

MARK = "ATT GÖRA"
_PARTS = {"notes": "kommentar", "relates": "samband", "left_out": "utelämnat"}


def summary(work: WorkList) -> Iterator[str]:
    """How many citations met with each fate, one line each; what there is none of is left out."""
    total = len(work.items)
    yield "Den äldre filen har 1 citat:" if total == 1 else f"Den äldre filen har {total} citat:"
    yield from (f"- {count} {words}" for fate, words in FATES.items() if (count := work.count(fate)))
    if work.added:
        yield (
            f"{len(work.added)} meningar som reglerar något är nya i texten."
            if len(work.added) > 1
            else ("1 mening som reglerar något är ny i texten.")
        )


def told(work: WorkList) -> str:
    """The summary, and every citation that a person has to look at."""
    lines = list(summary(work))
    for fate, words in FATES.items():
        if fate != "kept" and (items := [item for item in work.items if item.fate == fate]):
            lines += ["", f"Det här {words}:"]
            lines += [line for item in items for line in _item(item)]
    if work.added:
        lines += ["", "Nytt i texten:"]
        lines += [f"  {place_of(place)}: «{place.words}»" for place in work.added]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    cited = item.cited
    what = (
        f"{TOPICS[cited.topic].name}: {cited.name}" if cited.topic in TOPICS else f"{_PARTS[cited.part]} {cited.name}"
    )
    yield f"  {what} ({cited.says})"
    yield f"    förr {place_of(cited.passage)}: «{cited.passage.words}»"
    if item.fate == "changed":
        yield f"    nu {place_of(item.now[0])}: {difference_told(item.difference)}"
    else:
        yield from (f"    nu {place_of(place)}" for place in item.now)


def under(place: Passage) -> str:
    """The headings above a passage."""
    return f"«{' › '.join(place.clause)}»"


def place_of(place: Passage) -> str:
    """Where a passage stands."""
    return f"rad {place.line} under {under(place)}"
