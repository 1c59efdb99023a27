"""Introduction plans: our points week by week, and at each point what agreements demand, told from what they mention.

In: the model and a role. Out: `Plan`. Not here: the points' own words (introduction_tasks.py).

A fact demands when its modality is «ska», or when it says who is to do it and nothing softens it. What it says beside
that (kan, bör, angeläget, in more than one way) is mentioned, never called a demand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Document, Fact
from atlas.model.document import Entry
from atlas.topics import TOPICS
from atlas.topics.topic import Topic
from atlas.views.introduction_tasks import DOES, SITS, TASKS, WEEKS, Ask, Task
from atlas.views.laws import Statute, statutes
from atlas.views.names import short_name
from atlas.views.roles import Role, does, sits_in

_WHO = ("by", "responsible", "actor", "applies_to", "appointed_by", "reports_to", "convener")
_ABOUT: dict[str, Callable[[Role, Fact], bool]] = {DOES: does, SITS: sits_in}


@dataclass(frozen=True, slots=True)
class Line:
    """What an agreement says at a point. `group` is its county."""

    agreement: Agreement
    name: str
    group: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Item:
    """A point with what agreements demand and mention there, and what documents that go with agreements say of it."""

    task: Task
    demanded: tuple[Line, ...]
    mentioned: tuple[Line, ...]
    documents: tuple[tuple[Document, Entry], ...]
    statutes: tuple[Statute, ...]
    reads: tuple[Topic, ...]

    @property
    def demanding(self) -> int:
        """How many of the agreements that bind demand something here."""
        return len({line.agreement.id for line in self.demanded if line.agreement.binds})


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the plan."""

    number: int
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan for a role. `binding` is how many agreements there are that could demand anything."""

    role: Role
    weeks: tuple[Week, ...]
    binding: int


def plan(atlas: Atlas, role: Role) -> Plan:
    """The introduction plan of a role."""
    tasks = [task for task in TASKS if role.kind in task.kinds]
    items = [_item(atlas, role, task) for task in tasks]
    weeks = tuple(
        Week(number, name, tuple(item for item in items if item.task.week == number)) for number, name in WEEKS.items()
    )
    return Plan(role, weeks, sum(agreement.binds for agreement in atlas.agreements))


def _item(atlas: Atlas, role: Role, task: Task) -> Item:
    lines = [
        Line(agreement, short_name(atlas, agreement), atlas.name("counties", agreement.county), fact)
        for agreement in atlas.agreements
        for ask in task.asks
        for fact in _found(role, agreement, ask)
    ]
    return Item(
        task,
        tuple(line for line in lines if demands(line.fact)),
        tuple(line for line in lines if not demands(line.fact)),
        tuple(_documents(atlas, task)),
        tuple(statute for ask in task.asks for statute in statutes(atlas, ask.topic)),
        tuple(TOPICS[id] for id in task.reads),
    )


def _documents(atlas: Atlas, task: Task) -> Iterator[tuple[Document, Entry]]:
    for document in atlas.documents:
        for entry in (*document.year, *document.tasks):
            if any(words in entry.quote.casefold() for words in task.words):
                yield document, entry


def demands(fact: Fact) -> bool:
    """Whether a fact says that something has to be done."""
    if fact.status != "stated":
        return False
    modality = fact.values.get("modality")
    return modality == "ska" if modality else any(key in fact.values for key in _WHO)


def _found(role: Role, agreement: Agreement, ask: Ask) -> list[Fact]:
    return [fact for fact in agreement.answers[ask.topic].facts if _answers(role, ask, fact)]


def _answers(role: Role, ask: Ask, fact: Fact) -> bool:
    if ask.about:
        return _ABOUT[ask.about](role, fact)
    if not ask.key:
        return True
    return ask.key in fact.values and (not ask.values or fact.values[ask.key] in ask.values)
