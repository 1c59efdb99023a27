"""What a comparison is made of: tables whose every cell is an answer with its facts.

In: nothing. Out: `Table`, `Row`, `Cell`, `Head`. Not here: HTML, and which facts go where (one file per comparison).
"""

from dataclasses import dataclass

from atlas.model.agreement import Agreement, Answer, Fact
from atlas.topics.topic import PRECEDENCE


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or column: its words, a line of detail below, and where it leads."""

    label: str
    detail: str = ""
    url: str = ""
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer. `brief` is a few words made from the values; `remark` explains a cell without facts of its own."""

    status: str
    facts: tuple[Fact, ...] = ()
    also: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `group` is the head that it stands under, when the table is grouped, `id` its address on the page."""

    head: Head
    cells: tuple[Cell, ...]
    group: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its id (an address on its page), a caption, what the corner names, columns and rows.

    `absent` names, by status, the agreements that have nothing to say here and would only be empty rows. With `marks`
    a cell is a mark, and the wording opens from it. With `short` a cell is its values in a few words,
    without the facts.
    """

    id: str
    title: str
    caption: str
    corner: str
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    absent: tuple[tuple[str, tuple[Head, ...]], ...] = ()
    marks: bool = False
    short: bool = False


def cell_of(answer: Answer, facts: tuple[Fact, ...] | None = None) -> Cell:
    """The cell for an answer, or for some of its facts. No facts of an answered topic: the text says nothing of it."""
    chosen = answer.facts if facts is None else facts
    if not chosen:
        return Cell("silent" if answer.facts else answer.status)
    statuses = [status for status in PRECEDENCE if any(fact.status == status for fact in chosen)]
    briefs = dict.fromkeys(words for fact in chosen if (words := answer.topic.brief(fact.values)))
    return Cell(statuses[0], chosen, tuple(statuses[1:]), tuple(briefs))
