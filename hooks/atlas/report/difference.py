"""A difference as text for a person at a terminal: one sentence a line, then what did not change, and where it shows.

In: a `Report`. Out: text. Not here: Markdown and JSON (files of their own).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.diff.changes import Difference
from atlas.diff.told import Told

NO_CHANGES = "Inget i avtalen, dokumenten eller ordlistan skiljer."


@dataclass(frozen=True, slots=True)
class Report:
    """A difference with all that a format needs: the names of the two states, the sentences, the pages where it shows,
    and remarks on how it was made. `site` is an address with a slash last where the pages can be seen, or empty.
    """

    base: str
    head: str
    difference: Difference
    told: tuple[Told, ...]
    pages: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    site: str = ""


def to_text(report: Report) -> str:
    """The whole difference."""
    return "\n".join([f"{report.base} → {report.head}", *report.remarks, "", *_lines(report)]) + "\n"


def _lines(report: Report) -> Iterator[str]:
    if not report.told:
        yield NO_CHANGES
    for each in report.told:
        for sentence in each.sentences:
            subject = sentence.subject[:1].lower() + sentence.subject[1:]
            yield one_line(f"{each.name}: {subject}: {sentence.told}")
        if each.unchanged is not None:
            yield f"{each.name}: {unchanged(each.unchanged)}."
        yield ""
    if report.told:
        yield f"Totalt: {unchanged(report.difference.unchanged)}."
    if report.pages:
        yield from ("", "Sidor där ändringen syns:", *(f"  {page}" for page in report.pages))


def unchanged(count: int) -> str:
    """How many facts are as they were."""
    return "1 uppgift är oförändrad" if count == 1 else f"{count} uppgifter är oförändrade"


def one_line(words: str) -> str:
    """Words without line ends: what editors write must not begin a line of ours."""
    return " ".join(words.split())
