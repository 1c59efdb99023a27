"""What a document that goes with agreements holds, part by part: each entry with its words and where they stand.

In: nothing. Out: frozen dataclasses. Not here: how they are built (build_document.py) and the document (agreement.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.load.quotes import Match
from atlas.source import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One cited thing of a document: `quote` are its words, `match` where these stand, `spans` the same in the file.

    `clause` is the path of headings above, `because` says why a value cannot be read beside the words, `place` is where
    an editor finds the entry.
    """

    id: str
    document_id: str
    quote: str
    clause: tuple[str, ...]
    match: Match
    spans: tuple[Span, ...]
    note: str
    because: str
    place: Span

    @property
    def url(self) -> str:
        """The address of the entry's words, from the site's root."""
        return f"avtal/{self.document_id}/index.html#{self.id}"


@dataclass(frozen=True, slots=True)
class Ask(Entry):
    """What a section or a step asks for, or a word at the end of a scale.

    Its id is its owner's with a number, which no entry of its own can have.
    """


@dataclass(frozen=True, slots=True)
class Section(Entry):
    """A section of a report: what it asks for, what fills it (an id of `FILL`), and its heading's level in the text."""

    asks: tuple[Ask, ...]
    fill: str
    statistics: tuple[str, ...]
    level: int

    @property
    def heading(self) -> str:
        """The heading's words."""
        return self.quote


@dataclass(frozen=True, slots=True)
class YearEntry(Entry):
    """Something done each year: in which month (1–12), by whom (an id of bodies, or empty), and what the words add.

    `deadline` is `MM-DD`, `document` what is handed in or read, as written; both are empty when there is none.
    """

    month: int
    responsible: str
    deadline: str
    document: str
    weeks: tuple[int, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Task(Entry):
    """A task, said by us; `rhythm` is an id of `RHYTHM`, `month` None when the words name none."""

    says: str
    rhythm: str
    month: int | None


@dataclass(frozen=True, slots=True)
class Statement(Entry):
    """A statement that people say how far they agree with, and its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Area(Entry):
    """An area of a self-reflection and its statements."""

    statements: tuple[Statement, ...]

    @property
    def name(self) -> str:
        """The area's name as it is written."""
        return self.quote


@dataclass(frozen=True, slots=True)
class Scale(Entry):
    """A scale that people place themselves on: the words at its ends, and how many steps, None when it is not said."""

    ends: tuple[Ask, ...]
    steps: int | None


@dataclass(frozen=True, slots=True)
class Step(Entry):
    """A step of a self-reflection: its number, its name, and what one does in it."""

    number: int
    name: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts of a document; most are empty in any single one."""

    sections: tuple[Section, ...] = ()
    year: tuple[YearEntry, ...] = ()
    tasks: tuple[Task, ...] = ()
    areas: tuple[Area, ...] = ()
    scales: tuple[Scale, ...] = ()
    steps: tuple[Step, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Every entry, what lies within others right after them."""
        for section in self.sections:
            yield from (section, *section.asks)
        yield from self.year
        yield from self.tasks
        for area in self.areas:
            yield from (area, *area.statements)
        for scale in self.scales:
            yield from (scale, *scale.ends)
        for step in self.steps:
            yield from (step, *step.asks)
