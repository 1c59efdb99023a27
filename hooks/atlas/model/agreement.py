"""What the site knows, once the check has passed: agreements, documents and the facts they state.

In: nothing. Out: frozen dataclasses. Not here: how they are built (build.py) and how they are compared (views).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from atlas.load.markdown import Text
from atlas.load.quotes import Match
from atlas.model.document import Area, Entry, Parts, Scale, Section, Step, Task, YearEntry
from atlas.model.once import once
from atlas.source import Span
from atlas.topics.agreement_file import BINDING_KINDS, KIND
from atlas.topics.document_file import DOCUMENT_KIND
from atlas.topics.topic import Topic


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of an agreement on a topic.

    `says` is our sentence, `quote` are their words, `match` where these stand in `text`. `clause` is the path of
    headings above. `values` has the typed values by their Fixed names: text, whole numbers, `Fraction`, true/false,
    lists and dicts of these. `place` is where an editor finds the fact.
    """

    id: str
    agreement: str
    topic: str
    status: str
    says: str
    quote: str
    clause: tuple[str, ...]
    match: Match
    text: Text = field(repr=False, compare=False)
    values: Mapping[str, Any]
    to: str
    note: str
    because: str
    place: Span

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the quote stands in the file of the text."""
        return self.match.spans(self.text)

    @property
    def url(self) -> str:
        """The address of the fact's words, from the site's root."""
        return f"avtal/{self.agreement}/index.html#{self.id}"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an agreement answers a topic: its status, the other statuses among its facts, and the facts."""

    topic: Topic
    status: str
    also: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The editors' comment to a passage of a text."""

    note: str
    match: Match | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that no fact quotes, on purpose: the words, where they stand, and the reason (an id of `LEFT_OUT`)."""

    quote: str
    reason: str
    match: Match | None


@dataclass(frozen=True, slots=True)
class Relation:
    """How one agreement hangs together with another (`to`, an id) or with something not on the site (`words`)."""

    kind: str
    to: str
    words: str
    quote: str
    because: str
    match: Match | None


@dataclass(frozen=True, slots=True)
class Review:
    """Who held the facts against the text, when, and whether the text is still that one.

    `found` is what it showed when nothing had to change, `every_months` how often it is done (None when nobody has
    said), `owner` the function that sees to it; both words may be empty.
    """

    on: str
    by: str
    current: bool
    found: str = ""
    every_months: int | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """Something that goes with agreements: a text with notes and parts of its own, but no topics.

    `memory` is for `once` alone.
    """

    id: str
    title: str
    kind: str
    relations: tuple[Relation, ...]
    source: Mapping[str, str]
    review: Review
    notes: tuple[Note, ...]
    text: Text
    path: str
    parts: Parts
    memory: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of a report template."""
        return self.parts.sections

    @property
    def year(self) -> tuple[YearEntry, ...]:
        """What a year wheel says, in the order of the text."""
        return self.parts.year

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of a handbook."""
        return self.parts.tasks

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas of a self-reflection, each with its statements."""
        return self.parts.areas

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scale of a self-reflection, when the text has one."""
        return self.parts.scales

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of a self-reflection."""
        return self.parts.steps

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of every part: what the page marks, and what can be linked to."""
        return tuple(self.parts.entries())

    @property
    def county(self) -> str:
        """The id of its county."""
        return self.id.partition("/")[0]

    @property
    def url(self) -> str:
        """Its address, from the site's root."""
        return f"avtal/{self.id}/index.html"

    @property
    def kind_words(self) -> str:
        """What it is, in Swedish."""
        return (KIND.options.get(self.kind) or DOCUMENT_KIND.options[self.kind]).capitalize()


@dataclass(frozen=True, slots=True, eq=False)
class Agreement(Document):
    """One agreement with an answer for every topic. `municipalities` is None when it holds for the whole county."""

    level: str
    municipalities: tuple[str, ...] | None
    decided: tuple[Mapping[str, str], ...]
    in_force: Mapping[str, str]
    answers: Mapping[str, Answer]
    left_out: tuple[LeftOut, ...]

    @property
    def binds(self) -> bool:
        """Whether it is an agreement between parties: a template or a proposal is not, and is never counted as one."""
        return self.kind in BINDING_KINDS

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All its facts, in the order of topics."""
        return tuple(fact for answer in self.answers.values() for fact in answer.facts)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the vocabulary: its id, its name, and all its values."""

    id: str
    name: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """All that the site knows, in the order of county and name. `memory` is for `once` alone."""

    agreements: tuple[Agreement, ...]
    documents: tuple[Document, ...]
    vocabulary: Mapping[str, Mapping[str, Term]]
    memory: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    def name(self, vocabulary: str, id: str) -> str:
        """The name of a term, or its id when the vocabulary has none."""
        term = self.vocabulary.get(vocabulary, {}).get(id)
        return term.name if term else id

    def by_id(self, id: str) -> Document | None:
        """The agreement or document with an id."""
        return self._by_id().get(id)

    @once
    def _by_id(self) -> dict[str, Document]:
        return {each.id: each for each in (*self.agreements, *self.documents)}

    @once
    def counties(self) -> dict[str, tuple[Agreement, ...]]:
        """The counties that have agreements here, by name, each with its agreements."""
        found: dict[str, list[Agreement]] = {}
        for each in self.agreements:
            found.setdefault(each.county, []).append(each)
        return {id: tuple(here) for id, here in found.items()}
