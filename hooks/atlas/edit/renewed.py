"""The file of a new version: what its text still bears is carried over, and the rest is a work list in comments.

In: the older folder and the newer text. Out: the new agreement.yml and its `WorkList`. Not here: the disk (edge), and
what became of each citation (work.py).

Nothing stands in the file as an answer that the new text does not bear word for word, and nothing that the check has
something to say of. That a whole topic is silent has to be read anew, so that it is unread.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.check import run_checks
from atlas.edit import carried
from atlas.edit.passage import difference_told
from atlas.edit.skeleton import SCHEMA
from atlas.edit.work import CARRIED, FATES, Item, WorkList, cited_in, citing, work_list
from atlas.edit.work_told import MARK, place_of, summary, under
from atlas.edit.written import comment, commented
from atlas.load.fold import fold
from atlas.load.markdown import Text
from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Scalar, Sequence, parse
from atlas.source import File
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT

_MOST_ROUNDS = 10
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Renewed:
    """The new file's text, the work list, and what the words bear but the check does not: key → its message."""

    text: str
    work: WorkList
    held_back: dict[Key, str]


def renew(tree: Tree, old: Folder, id: str, newer: Text) -> Renewed:
    """Start the next version of an agreement that has no findings."""
    assert old.text
    work = work_list(cited_in(old), old.text, newer)
    held_back: dict[Key, str] = {}
    for _ in range(_MOST_ROUNDS):
        text = "\n".join(_Writer(old, id, work, held_back).lines()) + "\n"
        found = _objections(tree, old, id, newer, text)
        if not found:
            break
        held_back |= found
    return Renewed(text, work, held_back)


def _objections(tree: Tree, old: Folder, id: str, newer: Text, text: str) -> dict[Key, str]:
    """What the check says of the entries carried over: a party that is gone is missed by the duties of that party."""
    file = File(newer.file.path.replace("text.md", "agreement.yml"), text)
    root, _ = parse(file)
    assert isinstance(root, Mapping) and old.text
    new = Folder(id, "agreement", file, root, newer)
    files = {each.path: each for each in (old.file, old.text.file, file, newer.file)}
    alone = Tree((old, new), tree.vocabularies, files, ())
    found: dict[Key, str] = {}
    for finding in run_checks(alone):
        for part, topic, name, node in citing(new):
            if finding.span.path == file.path and node.span.line <= finding.span.line <= node.span.end_line:
                found.setdefault((part, topic, _cited_as(part, name, node)), finding.message)
    return found


def _cited_as(part: str, name: str, node: Mapping) -> str:
    """What tells an entry from the others when their numbers change from file to file."""
    return name if part == "topics" else fold(node.text("quote"))


class _Writer:
    """Writes the new file once, from the work list and what the check has held back so far."""

    def __init__(self, old: Folder, id: str, work: WorkList, held_back: dict[Key, str]) -> None:
        assert old.root
        self.old, self.root, self.id, self.work, self.held_back = old, old.root, id, work, held_back
        self.nodes = {(part, topic, name): node for part, topic, name, node in citing(old)}

    def lines(self) -> Iterator[str]:
        """The whole file."""
        yield SCHEMA
        yield from self._summary()
        yield ""
        yield from comment(f"{MARK}: Stämmer titel, slag, nivå och kommuner fortfarande?")
        for key in ("title", "kind", "level", "municipalities"):
            yield from carried.head(self.old.file, self.root, key)
        yield from comment(f"{MARK}: Vem har beslutat om den här versionen, och när?")
        yield from commented(carried.head(self.old.file, self.root, "decided"))
        yield from self._relates()
        yield from ("in_force:", "  answer: okänt")
        yield from comment(f"{MARK}: Var finns originalet, och när hämtades det?")
        yield from commented(carried.head(self.old.file, self.root, "source"))
        yield "source: {}"
        yield from self._reviewed()
        yield from self._list("notes")
        yield "topics:"
        for topic in TOPICS:
            yield from self._topic(topic)
        yield from self._list("left_out")
        yield from self._added()

    def _summary(self) -> Iterator[str]:
        yield from comment(
            f"Nästa version av {self.old.id}. Rader som börjar med # är en arbetslista. Kontrollen läser dem inte: ta "
            f"bort dem allt eftersom. Sök efter {MARK} för att hitta nästa sak. Meningar och kommentarer (says och "
            "note) är förda hit som de är: läs dem mot den nya texten."
        )
        yield from (each for line in summary(self.work) for each in comment(line, 0, 2))

    def _reviewed(self) -> Iterator[str]:
        yield from comment(
            f"{MARK}, sist: När du fyller i reviewed säger du att hela den nya texten är läst för de ämnen som har "
            f"svar här. Fingeravtrycket visas av: python hooks/cli.py fingerprint {self.id}"
        )
        needed = AGREEMENT.fields["reviewed"].shape
        names = [name for name, field in getattr(needed, "fields", {}).items() if field.required]
        yield from ("reviewed:", *(f"  {name}:" for name in names))

    def _relates(self) -> Iterator[str]:
        yield "relates:"
        yield from comment(
            f"{MARK}: Var säger den nya texten att den ersätter den äldre? Citera stället (quote), eller skriv varför "
            "(because).",
            2,
        )
        yield from ("  - as: replaces", f"    to: {self.old.id}")
        listed = self.root.get("relates")
        for node in listed.items if isinstance(listed, Sequence) else ():
            if isinstance(node, Mapping) and not node.text("quote"):
                yield from comment(f"{MARK}: Gäller det här också den nya versionen?", 2)
                yield from commented(carried.entry(self.old.file, node, None, 2))
        for item in self._items("relates"):
            yield from self._entry(item, 2)

    def _list(self, part: str) -> Iterator[str]:
        items = list(self._items(part))
        kept = any(self._carries(item) for item in items)
        if items:
            yield f"{part}:" if kept else f"{part}: [] # Ta bort [] om du tar fram något av det här:"
        for item in items:
            yield from self._entry(item, 2)

    def _topic(self, topic: str) -> Iterator[str]:
        items = [item for item in self._items("topics") if item.cited.topic == topic]
        answer = self.old.topics.get(topic) if self.old.topics else None
        if any(self._carries(item) for item in items):
            yield f"  {topic}:"
        elif items:
            yield f"  {topic}: unread # Ta bort ordet unread om du tar fram något av det här:"
        elif isinstance(answer, Scalar) and answer.text == "silent":
            yield f"  {topic}: unread # {MARK}: Den äldre texten sa ingenting om ämnet (silent). Läs den nya."
        else:
            yield f"  {topic}: unread"
        for item in items:
            yield from self._entry(item, 4)

    def _items(self, part: str) -> Iterator[Item]:
        return (item for item in self.work.items if item.cited.part == part)

    def _carries(self, item: Item) -> bool:
        return item.fate in CARRIED and self._held(item) is None

    def _held(self, item: Item) -> str | None:
        cited = item.cited
        name = _cited_as(cited.part, cited.name, self._node(item))
        return self.held_back.get((cited.part, cited.topic, name))

    def _node(self, item: Item) -> Mapping:
        return self.nodes[(item.cited.part, item.cited.topic, item.cited.name)]

    def _entry(self, item: Item, indent: int) -> Iterator[str]:
        if self._carries(item):
            if item.fate == "moved":
                yield from comment(
                    f"Flyttat: stod under {under(item.cited.passage)}, står nu under {under(item.now[0])}.", indent
                )
            yield from carried.entry(self.old.file, self._node(item), item.now[0], indent)
            return
        yield from (each for line in self._work(item) for each in comment(line, indent, 2))
        now = item.now[0] if item.fate != "gone" and len(item.now) == 1 else None
        yield from commented(carried.entry(self.old.file, self._node(item), now, indent))

    def _work(self, item: Item) -> Iterator[str]:
        """What an editor has to decide, before the entry itself."""
        cited = item.cited
        name = cited.name if cited.part == "topics" else "Citatet"
        if item.fate in CARRIED:
            yield f"{MARK}: {name} {FATES['kept']}, men kontrollen säger: {self._held(item)}"
            return
        yield f"{MARK}: {name} {FATES[item.fate]}."
        yield f"  Förr, {place_of(cited.passage)}: «{cited.passage.words}»"
        if item.fate == "changed":
            yield f"  Nu, {place_of(item.now[0])}: «{item.now[0].words}»"
            yield f"  Skillnad: {difference_told(item.difference)}"
            yield "Stämmer allt med de nya orden? Rätta, och ta bort # framför raderna:"
        elif item.fate == "several":
            for place in item.now:
                yield f"  Nu, {place_of(place)}: {f'under: {place.under}' if place.under else f'nth: {place.nth}'}"
            yield "Välj stället, skriv under eller nth efter citatet, och ta bort # framför raderna:"
        else:
            yield "Sägs det med andra ord? Byt citatet, och ta bort # framför raderna. Annars: ta bort allt."

    def _added(self) -> Iterator[str]:
        if self.work.added:
            yield ""
            yield from comment(
                f"{MARK}: Nytt i texten. Meningar som reglerar något och som den äldre texten inte hade:"
            )
            for place in self.work.added:
                yield from comment(f"{place_of(place)}: «{place.words}»", 0, 2)
