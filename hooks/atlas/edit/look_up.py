"""Looking up words in the texts: where they stand, what comes near, and a fact that cites them, ready to be filled in.

In: a tree and words. Out: `Found` values and their text. Not here: whether the fact belongs under a topic; that is the
editor's to know.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.edit.passage import Nearby, Passage, difference_told, passage, propose_id, word_difference
from atlas.edit.written import quoted
from atlas.load.quotes import Match, Miss, QuoteFinder, Why
from atlas.load.read import Folder, Tree

_MOST_NEAR = 3
_MOST_PLACES = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of one text. `cited_by` are the facts that cite some of it; `fact` is the YAML of a new one."""

    id: str
    title: str
    file: str
    text: str
    passage: Passage
    cited_by: tuple[str, ...]
    fact: str


def look_up(tree: Tree, words: str, id: str = "") -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Where words stand as they are, and where none do, what is most like them. `id` keeps to one text."""
    finders = {
        folder.id: (folder, QuoteFinder(folder.text))
        for folder in tree.folders
        if folder.text and id in ("", folder.id)
    }
    exact = tuple(each for folder, finder in finders.values() for each in _exact(folder, finder, words))
    if exact:
        return exact, ()
    near = [(folder, finder, quote) for folder, finder in finders.values() if (quote := Nearby(finder).quote(words))]
    near.sort(key=lambda each: -_likeness(words, each[2]))
    return (), tuple(
        found for folder, finder, quote in near[:_MOST_NEAR] for found in list(_exact(folder, finder, quote))[:1]
    )


def _likeness(words: str, other: str) -> float:
    parts = word_difference(words, other)
    return sum(len(part.words) for part in parts if part.kind == "same") / (len(words) + len(other))


def _exact(folder: Folder, finder: QuoteFinder, words: str) -> Iterator[Found]:
    found = finder.find(words, explain=False)
    if isinstance(found, Miss) and found.why is not Why.MANY:
        return
    taken = {entry.text("id") for _, entry in (*folder.facts(), *folder.entries())}
    for match in [found] if isinstance(found, Match) else found.near:
        here = passage(finder, match, words)
        yield Found(
            id=folder.id,
            title=folder.root.text("title") if folder.root else "",
            file=folder.file.path,
            text=finder.text.file.path,
            passage=here,
            cited_by=tuple(_citing(folder, match)),
            fact="\n".join(_fact(folder, here, propose_id(here.words, taken))),
        )


def _citing(folder: Folder, match: Match) -> Iterator[str]:
    for _, entry in (*folder.facts(), *folder.entries()):
        other = folder.match(entry)
        if entry.text("id") and isinstance(other, Match) and _overlap(match, other):
            yield entry.text("id")


def _overlap(one: Match, other: Match) -> bool:
    return one.clause == other.clause and any(
        a.block == b.block and a.start < b.end and b.start < a.end for a in one.stretches for b in other.stretches
    )


def _fact(folder: Folder, here: Passage, id: str) -> list[str]:
    if folder.kind == "document":
        return [f"  - id: {id}", *quoted(here, 4)]
    return [f"    - id: {id}", "      says: # En hel mening på klarspråk, med dina egna ord.", *quoted(here, 6)]


def told(words: str, exact: tuple[Found, ...], near: tuple[Found, ...]) -> str:
    """What was found, for a person at a terminal."""
    if not exact and not near:
        return f"Orden «{words}» står inte i någon text, och ingen mening liknar dem.\n"
    parts = [] if exact else [f"Orden «{words}» står inte så i någon text. Det här är närmast:\n"]
    shown = (exact or near)[:_MOST_PLACES]
    parts += [_told(each, words, bool(exact)) for each in shown]
    if len(exact) > len(shown):
        parts.append(
            f"… och på {len(exact) - len(shown)} ställen till. Ta med fler ord, eller ett avtals id efteråt.\n"
        )
    return "\n".join(parts)


def _told(each: Found, words: str, is_exact: bool) -> str:
    lines = [f"{each.id}: {each.title}" if each.title else each.id, f"  Avsnitt: {' › '.join(each.passage.clause)}"]
    lines += [f"  Rad {each.passage.line} i {each.text}", f"  «{each.passage.words}»"]
    if not is_exact:
        lines.append(f"  Skillnad: {difference_told(word_difference(words, each.passage.words))}")
    if each.cited_by:
        lines.append(f"  Citeras redan av: {', '.join(each.cited_by)}")
    where = "rätt del" if each.file.endswith("document.yml") else "rätt ämne"
    lines += ["", f"Klistra in under {where} i {each.file}:", "", each.fact, ""]
    return "\n".join(lines)
