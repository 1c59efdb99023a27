"""Report templates: their sections with guidance, and what agreements demand of the report.

In: the model. Out: `Template`. Not here: what anybody writes in a report.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Document, Fact
from atlas.model.document import Ask, Section, Task, YearEntry
from atlas.topics import TOPICS
from atlas.topics.topic import Topic
from atlas.views.names import short_name
from atlas.views.reflection import Reflection, agreement_of, of_document

# The topics that say what a report holds, who gets it, and what is measured for it.
ASKED_IN = ("reporting", "follow_up", "parent_survey")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the template under a heading; `ask` is the guidance that they are, None for words that shall stay."""

    words: str
    item: bool
    ask: Ask | None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the template: what stands under its heading up to where it is filled in, and after that.

    `statements` is whether the statements of a self-reflection stand there.
    """

    section: Section
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    statements: bool


@dataclass(frozen=True, slots=True)
class Demands:
    """What one agreement says of reports, topic by topic. `contents` are the facts that name what a report holds."""

    agreement: Agreement
    name: str
    topics: tuple[tuple[Topic, str, tuple[Fact, ...]], ...]

    @property
    def contents(self) -> tuple[Fact, ...]:
        """The facts that say what a named report shall hold, each once."""
        facts = (fact for topic, _, facts in self.topics if topic.id == "reporting" for fact in facts)
        return tuple(fact for fact in facts if {"document", "content"} <= set(fact.values))


@dataclass(frozen=True, slots=True)
class Template:
    """One report template. `own` is what the agreement that it belongs to demands, `others` what all others do."""

    document: Document
    parts: tuple[Part, ...]
    reflection: Reflection | None
    own: Demands | None
    others: tuple[Demands, ...]


def templates(atlas: Atlas) -> tuple[Template, ...]:
    """Every document with sections, in the order of documents."""
    return tuple(_template(atlas, document) for document in atlas.documents if document.sections)


def _template(atlas: Atlas, document: Document) -> Template:
    agreement = agreement_of(atlas, document)
    told = [_demands(atlas, each) for each in atlas.agreements]
    return Template(
        document=document,
        parts=tuple(_part(document, section) for section in document.sections),
        reflection=of_document(atlas, document),
        own=next((each for each in told if agreement and each.agreement.id == agreement.id), None),
        others=tuple(each for each in told if not agreement or each.agreement.id != agreement.id),
    )


def _part(document: Document, section: Section) -> Part:
    passages = tuple(_passages(document, section))
    last = max((number for number, passage in enumerate(passages, 1) if passage.ask), default=len(passages))
    # Areas stand under the section, or in it.
    statements = any(area.clause[: len(section.clause)] == section.clause for area in document.areas)
    return Part(section, passages[:last], passages[last:], statements)


def _passages(document: Document, section: Section) -> Iterator[Passage]:
    """What stands under a section's heading in the order of the text, each piece of guidance as its own words."""
    # A date of the year may be quoted from a text that shall stay.
    said = [each for each in document.entries if not isinstance(each, YearEntry | Task)]
    here = [each for each in said if each.match.clause == section.match.clause]
    entered = {stretch.block for entry in here for stretch in entry.match.stretches}
    for number, block in enumerate(document.text.clauses[section.match.clause].blocks):
        asks = [ask for ask in section.asks if ask.match.stretches[0].block == number]
        yield from (Passage(ask.quote, block.kind == "item", ask) for ask in asks)
        if number not in entered and block.kind in ("paragraph", "item"):
            yield Passage(block.words.text, block.kind == "item", None)


def _demands(atlas: Atlas, agreement: Agreement) -> Demands:
    answers = [(TOPICS[id], agreement.answers[id]) for id in ASKED_IN]
    topics = tuple((topic, answer.status, answer.facts) for topic, answer in answers)
    return Demands(agreement, short_name(atlas, agreement), topics)
