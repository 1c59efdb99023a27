"""What a coordinator does, agreement by agreement and by rhythm: from facts, handbooks and year wheels.

In: the model. Out: `Chapter` with `Item`, `Terms`, `CountyPart`. Not here: the comparison of all that is said of
coordinators (jamfor/coordinator), and the year of others (year.py).

A fact is the coordinator's when its typed values say so: a task under the topic, or who reports, convenes or acts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Document, Fact
from atlas.model.document import Task, YearEntry
from atlas.topics import TOPICS
from atlas.topics.common import MODALITY, MONTHS, often, when
from atlas.topics.document_file import RHYTHM
from atlas.views.belonging import families
from atlas.views.names import row_id, short_name
from atlas.views.overlap import overlaps
from atlas.views.steering import Said
from atlas.views.year import Conflict, conflict_of, conflicts, time_words

COORDINATION = "coordinator"
COUNTY = "county_coordination"
COORDINATOR = "roll_samordnare"
COUNTY_COORDINATOR = "roll_lanssamordnare"
# The values of a fact that say who does it.
_DOES = ("by", "actor", "function", "convener", "responsible")
# What is told of a coordinator's terms: the value, and its head in a table.
TERMS = {
    "per": "Finns för",
    "appointed_by": "Vem utser",
    "max_percent": "Hur mycket",
    "term_years": "Hur länge",
    "paid_by": "Vem betalar",
    "in_writing": "Skriftligt",
}
_RHYTHMS = {"year": "yearly", "month": "monthly"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a coordinator does. `says` is ours, `quote` theirs; `month` and `time` tell when in the year.

    `clash` are the days that texts differ in.
    """

    id: str
    rhythm: str
    says: str
    quote: str
    url: str
    source: str
    status: str = "stated"
    month: int = 0
    time: str = ""
    note: str = ""
    clash: str = ""

    @property
    def month_name(self) -> str:
        """Its month; empty when none is named."""
        return MONTHS[self.month - 1] if self.month else ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The items of one rhythm, and its name."""

    id: str
    name: str
    items: tuple[Item, ...]

    @property
    def by_source(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """The items of each text."""
        sources = dict.fromkeys(item.source for item in self.items)
        return tuple((source, tuple(item for item in self.items if item.source == source)) for source in sources)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A coordinator's tasks under one agreement. `texts` are the names and addresses of those that they come from,
    `unsaid` the rhythms that no text gives a task for, `beside` the agreements that say that they apply in the same
    place, by name and anchor."""

    root: Document
    anchor: str
    name: str
    texts: tuple[tuple[str, str], ...]
    rhythms: tuple[Rhythm, ...]
    unsaid: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many tasks there are in all."""
        return sum(len(rhythm.items) for rhythm in self.rhythms)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms: the words of each value in `TERMS`, each with its fact. `facts` are all that are no tasks."""

    agreement: Agreement
    name: str
    cells: tuple[tuple[Said, ...], ...]
    status: str
    facts: tuple[Fact, ...]

    @property
    def told(self) -> bool:
        """Whether any term is told."""
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class CountyPart:
    """What an agreement says of coordination in the county: the coordinator's facts, and how many there are besides."""

    agreement: Agreement
    name: str
    status: str
    facts: tuple[Fact, ...]
    besides: int


def chapters(atlas: Atlas) -> tuple[Chapter, ...]:
    """The agreements, and documents without one, that give a coordinator something to do."""
    given = [(root, items) for root, below in families(atlas) if (items := tuple(_items(atlas, root, below)))]
    named = {root.id for root, _ in given}
    pairs = [each.pair for each in overlaps(atlas)]
    made = []
    for root, items in given:
        others = (other for pair in pairs for other in pair if root in pair and other is not root)
        beside = tuple((short_name(atlas, other), row_id(other)) for other in others if other.id in named)
        rhythms = tuple(Rhythm(id, name, _in_order(items, id)) for id, name in RHYTHM.options.items())
        unsaid = tuple(each.name for each in rhythms if not each.items)
        filled = tuple(each for each in rhythms if each.items)
        made.append(Chapter(root, row_id(root), short_name(atlas, root), _texts(items), filled, unsaid, beside))
    return tuple(made)


def without_tasks(atlas: Atlas) -> tuple[Terms, ...]:
    """The agreements that give a coordinator nothing to do, with what they say instead."""
    named = {chapter.root.id for chapter in chapters(atlas)}
    return tuple(each for each in terms(atlas) if each.agreement.id not in named)


def handover(atlas: Atlas) -> tuple[Item, ...]:
    """What any text demands when a coordinator leaves."""
    found = (item for chapter in chapters(atlas) for rhythm in chapter.rhythms for item in rhythm.items)
    return tuple(item for item in found if item.rhythm == "handover")


def terms(atlas: Atlas) -> tuple[Terms, ...]:
    """All agreements, with the terms that they give."""
    return tuple(_terms(atlas, each) for each in atlas.agreements)


def county_parts(atlas: Atlas) -> tuple[CountyPart, ...]:
    """All agreements, with what they say of a coordinator of the county."""
    made = []
    for each in atlas.agreements:
        answer = each.answers[COUNTY]
        facts = tuple(fact for fact in answer.facts if fact.values.get("function") == COUNTY_COORDINATOR)
        made.append(CountyPart(each, short_name(atlas, each), answer.status, facts, len(answer.facts) - len(facts)))
    return tuple(made)


def _texts(items: tuple[Item, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((item.source, item.url.partition("#")[0]) for item in items))


def _in_order(items: tuple[Item, ...], rhythm: str) -> tuple[Item, ...]:
    """By month, what has none last; otherwise as the texts have it."""
    return tuple(sorted((each for each in items if each.rhythm == rhythm), key=lambda each: each.month or 13))


def _items(atlas: Atlas, root: Document, below: tuple[Document, ...]) -> Iterator[Item]:
    found = conflicts(atlas, root)
    if isinstance(root, Agreement):
        yield from (_of_fact(atlas, root, fact, found) for fact in _own_facts(atlas, root))
    for document in below:
        yield from (_of_task(document, each) for each in document.tasks)
        own = (each for each in document.year if each.responsible == COORDINATOR)
        yield from (_of_year(document, each, found) for each in own)


def _own_facts(atlas: Atlas, agreement: Agreement) -> Iterator[Fact]:
    """The coordinator's tasks, and what it does under other topics in words that are not among these already."""
    answer = agreement.answers[COORDINATION]
    tasks = [fact for fact in answer.facts if "task" in fact.values or fact.status == "ambiguous"]
    yield from tasks
    term = atlas.vocabulary["bodies"].get(COORDINATOR)
    names = {COORDINATOR, *(form.casefold() for form in term.values["forms"])} if term else {COORDINATOR}
    for fact in agreement.facts:
        does = {str(fact.values.get(key, "")).casefold() for key in _DOES}
        if (
            fact.topic not in (COORDINATION, COUNTY)
            and does & names
            and not any(_same_words(fact, each) for each in tasks)
        ):
            yield fact


def _same_words(one: Fact, other: Fact) -> bool:
    """Whether two facts are read out of the same words; a lead-in that they share is not enough."""
    first, second = one.match.stretches[-1], other.match.stretches[-1]
    near = (one.match.clause, first.block) == (other.match.clause, second.block)
    return near and first.start < second.end and second.start < first.end


def _of_fact(atlas: Atlas, agreement: Agreement, fact: Fact, found: tuple[Conflict, ...]) -> Item:
    day, every = fact.values.get("deadline", ""), fact.values.get("every", {})
    yearly = len(day) == len("MM-DD")
    rhythm = "yearly" if yearly else _RHYTHMS.get(every.get("per", ""), "always")
    # What the rhythm says already is not said again.
    once = rhythm != "always" and every.get("times") == 1
    return Item(
        row_id(agreement) + "-" + fact.id,
        rhythm,
        fact.says,
        fact.quote,
        fact.url,
        short_name(atlas, agreement),
        fact.status,
        int(day[:2]) if yearly else 0,
        f"senast {when(day)}" if day else "" if once else often(every),
        fact.note,
        _clash(found, fact),
    )


def _of_task(document: Document, task: Task) -> Item:
    quoted = (task.quote, task.url, document.title)
    id = row_id(document) + "-" + task.id
    return Item(id, task.rhythm, task.says, *quoted, month=task.month or 0, note=task.note)


def _of_year(document: Document, entry: YearEntry, found: tuple[Conflict, ...]) -> Item:
    quoted = (entry.quote, entry.url, document.title)
    id = row_id(document) + "-" + entry.id
    time, clash = time_words(entry), _clash(found, entry)
    return Item(id, "yearly", entry.says, *quoted, month=entry.month, time=time, note=entry.note, clash=clash)


def _clash(found: tuple[Conflict, ...], said: YearEntry | Fact) -> str:
    conflict = conflict_of(found, said)
    return conflict.told if conflict else ""


def _terms(atlas: Atlas, agreement: Agreement) -> Terms:
    answer = agreement.answers[COORDINATION]
    cells = tuple(tuple(_said(fact, key) for fact in answer.facts if key in fact.values) for key in TERMS)
    facts = tuple(fact for fact in answer.facts if "task" not in fact.values)
    return Terms(agreement, short_name(atlas, agreement), cells, answer.status, facts)


def _said(fact: Fact, key: str) -> Said:
    value = fact.values[key]
    words = (
        TOPICS[COORDINATION].brief({key: value})
        if key in ("per", "max_percent", "term_years", "paid_by")
        else str(value)
    )
    if key == "in_writing":
        words = "ja" if value else "nej"
    modality = fact.values.get("modality", "ska")
    return Said(words if modality == "ska" else f"{words} ({MODALITY.options[modality]})", fact)
