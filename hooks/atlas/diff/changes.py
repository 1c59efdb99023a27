"""What can change between two states of the data: the types of a difference.

In: nothing. Out: frozen dataclasses. Not here: how they are found (compare.py) and how they are told (told.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Document, Fact
from atlas.views.dates import Series

# What happened to something as a whole.
NEW, GONE, RENAMED, CHANGED = "new", "gone", "renamed", "changed"
# What happened within a fact that is still there, the weightiest first.
MOVED, STATUS, VALUE, WORDING, NOTE, AROUND = "moved", "status", "value", "wording", "note", "around"


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact before and after; one of them is None when it is new or gone. `kinds` says what changed, and is not empty.

    `AROUND` stands alone: the fact is as it was, but the words around its quote are not.
    """

    kinds: tuple[str, ...]
    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it is now, or as it last was."""
        fact = self.after or self.before
        assert fact
        return fact

    @property
    def topic(self) -> str:
        """The topic that it stands under now, or last stood under."""
        return self.fact.topic


@dataclass(frozen=True, slots=True)
class TopicChange:
    """A topic whose answer as a whole has another status."""

    topic: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HeadChange:
    """Something that is said of the document as a whole, in words: what is no longer said, and what is now."""

    field: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextChange:
    """The text itself: its fingerprints, and the headings under which words have changed, come or gone.

    `reviewed` is whether the facts have been held against the text as it is now.
    """

    before: str
    after: str
    clauses: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """A series of dates that has moved, come or gone because the facts behind it did."""

    before: Series | None
    after: Series | None

    @property
    def series(self) -> Series:
        """The series as it is now, or as it last was."""
        series = self.after or self.before
        assert series
        return series


@dataclass(frozen=True, slots=True)
class AgreementChange:
    """An agreement before and after, with all that changed in it. `unchanged` counts the facts that did not."""

    kind: str
    before: Agreement | None
    after: Agreement | None
    head: tuple[HeadChange, ...] = ()
    text: TextChange | None = None
    topics: tuple[TopicChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    deadlines: tuple[DeadlineChange, ...] = ()
    unchanged: int = 0

    @property
    def agreement(self) -> Agreement:
        """The agreement as it is now, or as it last was."""
        agreement = self.after or self.before
        assert agreement
        return agreement

    def __bool__(self) -> bool:
        return self.kind != CHANGED or bool(self.head or self.text or self.topics or self.facts or self.deadlines)


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document before and after, and how many of its entries are new, gone and changed."""

    kind: str
    before: Document | None
    after: Document | None
    head: tuple[HeadChange, ...] = ()
    text: TextChange | None = None
    entries: tuple[int, int, int] = (0, 0, 0)

    @property
    def document(self) -> Document:
        """The document as it is now, or as it last was."""
        document = self.after or self.before
        assert document
        return document

    def __bool__(self) -> bool:
        return self.kind != CHANGED or bool(self.head or self.text or any(self.entries))


@dataclass(frozen=True, slots=True)
class TermChange:
    """A term of the vocabulary that is new, gone or changed, and the keys whose values differ."""

    kind: str
    vocabulary: str
    id: str
    name: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two states."""

    before: Atlas
    after: Atlas
    agreements: tuple[AgreementChange, ...]
    documents: tuple[DocumentChange, ...]
    terms: tuple[TermChange, ...]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.agreements or self.documents or self.terms)

    def facts(self) -> Iterator[FactChange]:
        """Every change of a fact."""
        for each in self.agreements:
            yield from each.facts
