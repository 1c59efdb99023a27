"""The year of a place: what a document says is done each year, by month and by who is responsible.

In: the model and the clock. Out: `Wheel`. Not here: drawing, and how the dates of agreements are counted (dates.py).

Days that differ for the same document are found by rule among a family: the agreement and all that belongs to it. None
of them is chosen: nobody here knows which one holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.load.fold import swedish_order
from atlas.model.agreement import Agreement, Atlas, Document, Fact
from atlas.model.document import YearEntry
from atlas.topics.common import MONTHS, when
from atlas.views.belonging import agreement_of, families, root_of
from atlas.views.dates import Series, series_of
from atlas.views.names import row_id, short_name
from atlas.views.undated import reliance, same_document


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the wheel, from 1; most documents leave some empty."""

    number: int
    entries: tuple[YearEntry, ...]

    @property
    def name(self) -> str:
        """Its name."""
        return MONTHS[self.number - 1]


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who is responsible, by the vocabulary's name, and for what. The id is empty where the document names nobody."""

    id: str
    name: str
    entries: tuple[YearEntry, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day for a document, `MM-DD`, and the words that say so, with the name of the text that they stand in."""

    day: str
    document: str
    name: str
    kind: str
    said: YearEntry | Fact


@dataclass(frozen=True, slots=True)
class Conflict:
    """Days that differ for one document, the earliest first, each with all that name it."""

    document: str
    days: tuple[tuple[str, tuple[Deadline, ...]], ...]

    @property
    def told(self) -> str:
        """The days in words."""
        return listed(tuple(when(day) for day, _ in self.days))

    @property
    def of(self) -> tuple[YearEntry | Fact, ...]:
        """All that name a day."""
        return tuple(each.said for _, deadlines in self.days for each in deadlines)


@dataclass(frozen=True, slots=True)
class Wheel:
    """A document's year, with what its family says of days: contradictions, days in other documents, and the series
    that follow from the agreement each year."""

    document: Document
    anchor: str
    agreement: Agreement | None
    agreement_name: str
    reliance: str
    months: tuple[Month, ...]
    responsible: tuple[Responsible, ...]
    conflicts: tuple[Conflict, ...]
    others: tuple[Deadline, ...]
    series: tuple[Series, ...]

    @property
    def entries(self) -> tuple[YearEntry, ...]:
        """All entries, by month."""
        return tuple(entry for month in self.months for entry in month.entries)

    @property
    def empty(self) -> str:
        """The months that nothing stands for, in words."""
        return listed(tuple(month.name for month in self.months if not month.entries))


@dataclass(frozen=True, slots=True)
class Yearly:
    """The yearly dates of an agreement that no year wheel here belongs to."""

    agreement: Agreement
    name: str
    reliance: str
    series: tuple[Series, ...]


def wheels(atlas: Atlas, clock: str) -> tuple[Wheel, ...]:
    """The documents that have a year. One that names a single month has dates, and is no wheel."""
    return tuple(_wheel(atlas, each, clock) for each in atlas.documents if len({e.month for e in each.year}) > 1)


def yearly_elsewhere(atlas: Atlas, clock: str) -> tuple[Yearly, ...]:
    """The agreements without a wheel from which some date follows each year."""
    turning = {wheel.agreement.id for wheel in wheels(atlas, clock) if wheel.agreement}
    found = ((each, _yearly(each, clock)) for each in atlas.agreements if each.id not in turning)
    return tuple(Yearly(each, short_name(atlas, each), reliance(each), series) for each, series in found if series)


def _wheel(atlas: Atlas, document: Document, clock: str) -> Wheel:
    agreement = agreement_of(atlas, document)
    root = root_of(atlas, document)
    found = conflicts(atlas, root)
    entries = sorted(document.year, key=lambda entry: entry.month)  # a stable sort: the document's order within a month
    return Wheel(
        document,
        row_id(document),
        agreement,
        short_name(atlas, agreement) if agreement else "",
        reliance(agreement) if agreement else "",
        tuple(Month(n, tuple(each for each in entries if each.month == n)) for n in range(1, 13)),
        _responsible(atlas, entries),
        found,
        tuple(each for each in _deadlines(atlas, root) if _stands_apart(each, document, found)),
        _yearly(agreement, clock) if agreement else (),
    )


def _stands_apart(each: Deadline, document: Document, found: tuple[Conflict, ...]) -> bool:
    """Whether a day stands in another document of the family, and nowhere else on the page."""
    said = each.said
    return isinstance(said, YearEntry) and said.document_id != document.id and not conflict_of(found, said)


def _responsible(atlas: Atlas, entries: list[YearEntry]) -> tuple[Responsible, ...]:
    ids = sorted({entry.responsible for entry in entries}, key=lambda id: (not id, swedish_order(_name(atlas, id))))
    return tuple(
        Responsible(id, _name(atlas, id), tuple(each for each in entries if each.responsible == id)) for id in ids
    )


def _name(atlas: Atlas, id: str) -> str:
    return atlas.name("bodies", id) if id else "Ingen grupp eller roll"


def _yearly(agreement: Agreement, clock: str) -> tuple[Series, ...]:
    """The series that come back each year, by their place in it."""
    found = [each for each in series_of(agreement, clock) if each.step == 12]
    return tuple(sorted(found, key=lambda each: (each.dates[0].month, each.dates[0].day)))


def _deadlines(atlas: Atlas, root: Document) -> Iterator[Deadline]:
    """Every yearly day for a document that the agreement or what belongs to it names."""
    below = next((documents for each, documents in families(atlas) if each.id == root.id), ())
    for document in below:
        for entry in document.year:
            if entry.deadline:
                kind = document.kind_words
                yield Deadline(entry.deadline, entry.document, document.title, kind, entry)
    if isinstance(root, Agreement):
        for fact in root.answers["reporting"].facts:
            day = fact.values.get("deadline", "")
            if len(day) == len("MM-DD") and fact.status in ("stated", "ambiguous"):
                document = fact.values.get("document", "")
                yield Deadline(day, document, short_name(atlas, root), root.kind_words, fact)


def conflicts(atlas: Atlas, root: Document) -> tuple[Conflict, ...]:
    """The documents that a family names several days for."""
    groups: list[list[Deadline]] = []
    for each in _deadlines(atlas, root):
        group = next((group for group in groups if same_document(group[0].document, each.document)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    found = []
    for group in groups:
        days = sorted({each.day for each in group})
        if len(days) > 1:
            by_day = tuple((day, tuple(each for each in group if each.day == day)) for day in days)
            found.append(Conflict(group[0].document, by_day))
    return tuple(found)


def conflict_of(found: tuple[Conflict, ...], said: YearEntry | Fact) -> Conflict | None:
    """The contradiction that something is part of; None when it is part of none."""
    return next((each for each in found if any(one.url == said.url for one in each.of)), None)


def weeks_words(weeks: tuple[int, ...]) -> str:
    """The weeks of an entry: «vecka 39», «vecka 45–46»; empty when it names none."""
    return f"vecka {'–'.join(str(each) for each in dict.fromkeys((weeks[0], weeks[-1])))}" if weeks else ""


def time_words(entry: YearEntry) -> str:
    """What an entry says of its time besides the month."""
    last = f"senast {when(entry.deadline)}" if entry.deadline else ""
    return ", ".join(each for each in (weeks_words(entry.weeks), last) if each)


def listed(words: tuple[str, ...]) -> str:
    """Words as a sentence lists them: «juni, juli och augusti»."""
    return " och ".join(each for each in (", ".join(words[:-1]), words[-1] if words else "") if each)
