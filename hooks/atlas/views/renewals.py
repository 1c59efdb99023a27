"""New versions held against the ones that they replace: what became of each quote, and what nobody has decided yet.

In: the model. Out: `Renewal` values. Not here: how words are held against a text (edit/work.py), and how the answers
differ (diff/versions.py): two texts may bear the same words and mean another thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.edit.work import FATES, Fate, Item, cited_by, work_list
from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.model.once import once
from atlas.topics import TOPICS
from atlas.topics.topic import Topic
from atlas.views.coverage import Passage, coverage
from atlas.views.names import row_id, short_name


@dataclass(frozen=True, slots=True)
class Row:
    """A fact of the older agreement, what became of its quote, and the fact of the same id in the newer one, if any.

    `read` says whether the newer text has been read for the topic.
    """

    before: Fact
    item: Item
    after: Fact | None
    read: bool

    @property
    def topic(self) -> Topic:
        """What the fact answers."""
        return TOPICS[self.before.topic]

    @property
    def left(self) -> bool:
        """Whether it waits for somebody: it was not carried over, and nobody has read its topic anew."""
        return not (self.after or self.read)


@dataclass(frozen=True, slots=True)
class Renewal:
    """Two versions of an agreement. `added` are sentences that regulate and that only the newer text has."""

    before: Agreement
    after: Agreement
    names: tuple[str, str]
    rows: tuple[Row, ...]
    added: tuple[Passage, ...]

    def fated(self, fate: Fate) -> tuple[Row, ...]:
        """The rows whose quotes met with one fate."""
        return tuple(row for row in self.rows if row.item.fate == fate)

    @property
    def fates(self) -> tuple[tuple[Fate, str, int], ...]:
        """Every fate in words, with how many quotes met with it; what there is none of is left out."""
        return tuple((fate, words, count) for fate, words in FATES.items() if (count := len(self.fated(fate))))

    @property
    def left(self) -> int:
        """How much waits for somebody: facts, and sentences that are new."""
        return sum(row.left for row in self.rows) + sum(each.became == "open" for each in self.added)

    @property
    def url(self) -> str:
        """The address of its work list."""
        return f"{url_of(self.after)}#fran-{row_id(self.before)}"


def url_of(agreement: Agreement) -> str:
    """The address of the work lists of an agreement that replaces others here."""
    return f"avtal/{agreement.id}/ny-version/index.html"


def replaced_by(atlas: Atlas, agreement: Agreement) -> Iterator[Agreement]:
    """The agreements here that an agreement says it replaces."""
    for relation in agreement.relations:
        other = atlas.by_id(relation.to) if relation.kind == "replaces" else None
        if isinstance(other, Agreement):
            yield other


def replacing(atlas: Atlas, agreement: Agreement) -> tuple[Agreement, ...]:
    """The agreements here that say that they replace an agreement."""
    return _replacing(atlas).get(agreement.id, ())


@once
def _replacing(atlas: Atlas) -> dict[str, tuple[Agreement, ...]]:
    found: dict[str, tuple[Agreement, ...]] = {}
    for after in atlas.agreements:
        for before in replaced_by(atlas, after):
            found[before.id] = (*found.get(before.id, ()), after)
    return found


def renewed(atlas: Atlas) -> tuple[Agreement, ...]:
    """The agreements that replace others here, in the order in which agreements are always shown."""
    return tuple(each for each in atlas.agreements if any(replaced_by(atlas, each)))


@once
def renewals(atlas: Atlas, after: Agreement) -> tuple[Renewal, ...]:
    """An agreement held against each that it replaces."""
    return tuple(_renewal(atlas, before, after) for before in replaced_by(atlas, after))


def _renewal(atlas: Atlas, before: Agreement, after: Agreement) -> Renewal:
    work = work_list(cited_by(before), before.text, after.text)
    facts = {fact.id: fact for fact in after.facts}
    rows = tuple(
        Row(fact, item, facts.get(fact.id), after.answers[fact.topic].status != "unread")
        for fact, item in zip(before.facts, work.items, strict=True)
    )
    became = {each.words: each for each in coverage(after).passages}
    added = tuple(became[each.words.strip()] for each in work.added)
    return Renewal(before, after, (short_name(atlas, before), short_name(atlas, after)), rows, added)
