"""The work of a new version: which citations of an agreement its new text still bears, and which it does not.

In: what the older text is cited for, and the newer text. Out: a `WorkList`, plain values that a page can show too.
Not here: the new file (renewed.py). Nothing is decided: a passage that comes near is shown, and never taken over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from atlas.edit.passage import Nearby, Part, Passage, passage, word_difference
from atlas.load.markdown import Text
from atlas.load.quotes import Match, Miss, QuoteFinder, Why
from atlas.load.read import Folder
from atlas.load.statements import statements
from atlas.load.tree import Mapping, Sequence
from atlas.model.agreement import Agreement

Fate = Literal["kept", "moved", "several", "changed", "gone"]
# In the order of a work list: what needs the most thought last.
FATES: dict[Fate, str] = {
    "kept": "står kvar ord för ord",
    "moved": "står kvar ord för ord, i ett annat avsnitt",
    "several": "står på flera ställen",
    "changed": "har ändrats",
    "gone": "finns inte kvar",
}
CARRIED: tuple[Fate, ...] = ("kept", "moved")


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that something in the older file cites. `part` is topics, notes, relates or left_out.

    `name` is the fact's id, else its number in the list, from 1; `says` is the editors' own sentence or comment.
    """

    part: str
    topic: str
    name: str
    says: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Item:
    """What became of a citation. `now` are its places in the newer text: one when it is kept, moved or changed."""

    cited: Cited
    fate: Fate
    now: tuple[Passage, ...] = ()
    difference: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkList:
    """All citations of the older text in the order of its file, and the sentences that only the newer one has."""

    items: tuple[Item, ...]
    added: tuple[Passage, ...]

    def count(self, *fates: Fate) -> int:
        """How many citations met with one of these fates."""
        return sum(item.fate in fates for item in self.items)


def work_list(cited: Iterable[Cited], older: Text, newer: Text) -> WorkList:
    """What became of each citation, and what is new."""
    nearby = Nearby(QuoteFinder(newer))
    items = tuple(_item(each, nearby) for each in cited)
    return WorkList(items, tuple(_added(older, newer, items)))


def _item(cited: Cited, nearby: Nearby) -> Item:
    was, finder = cited.passage, nearby.finder
    found = finder.find(was.words, explain=False)
    if isinstance(found, Match):
        now = passage(finder, found, was.words)
        return Item(cited, "kept" if now.clause == was.clause else "moved", (now,))
    if found.why is Why.MANY:
        places = tuple(passage(finder, match, was.words) for match in found.near)
        # The heading tells them apart, when it is still there and has only one of them.
        same = tuple(place for place in places if place.clause == was.clause)
        return Item(cited, "kept", same) if len(same) == 1 else Item(cited, "several", places)
    return _changed(cited, nearby, found)


def _changed(cited: Cited, nearby: Nearby, miss: Miss) -> Item:
    near, finder = nearby.quote(cited.passage.words), nearby.finder
    found = finder.find(near, explain=False) if near else miss
    match = found if isinstance(found, Match) else next(iter(found.near), None) if near else None
    if match is None:
        return Item(cited, "gone")
    now = passage(finder, match, near)
    return Item(cited, "changed", (now,), word_difference(cited.passage.words, now.words))


def _added(older: Text, newer: Text, items: tuple[Item, ...]) -> Iterator[Passage]:
    """Sentences that regulate, which the older text has not, and which stand nowhere else in the work list."""
    known = QuoteFinder(older)
    shown = {place.words for item in items for place in item.now}
    for each in statements(newer):
        clause = newer.clauses[each.clause]
        block = clause.blocks[each.block]
        words = block.words.text[each.start : each.end]
        if each.regulates and not any(part in words for part in shown) and not _stands(known, words):
            yield Passage(clause.path, newer.span(block, each.start, each.end).line, words)


def _stands(finder: QuoteFinder, words: str) -> bool:
    found = finder.find(words, explain=False)
    return isinstance(found, Match) or found.why is Why.MANY


def cited_in(folder: Folder) -> Iterator[Cited]:
    """Everything in an agreement's file that cites its text and still stands there."""
    assert folder.text and folder.root
    finder = QuoteFinder(folder.text)
    for part, topic, name, node in citing(folder):
        found = folder.match(node)
        if isinstance(found, Match):
            says = node.text("says") or node.text("note") or node.text("words") or node.text("reason")
            yield Cited(part, topic, name, " ".join(says.split()), passage(finder, found, node.text("quote")))


def citing(folder: Folder) -> Iterator[tuple[str, str, str, Mapping]]:
    """Part, topic, name and node of everything in an agreement's file that cites."""
    for topic, fact in folder.facts():
        yield "topics", topic, fact.text("id"), fact
    for part in ("notes", "relates", "left_out"):
        listed = folder.root.get(part) if folder.root else None
        for number, node in enumerate(listed.items if isinstance(listed, Sequence) else (), start=1):
            if isinstance(node, Mapping) and node.text("quote").strip():
                yield part, "", str(number), node


def cited_by(agreement: Agreement) -> Iterator[Cited]:
    """The facts of an agreement of the model, for a page that holds two versions against each other."""
    finder = QuoteFinder(agreement.text)
    for fact in agreement.facts:
        yield Cited("topics", fact.topic, fact.id, fact.says, passage(finder, fact.match, fact.quote))
