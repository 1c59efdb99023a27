"""Mending what has exactly one right answer, and nothing else.

In: entries, as the edge read them. Out: `Mended` files, before and after. Not here: writing them (edge).

A quote gets the text's own dashes, quotation marks and spaces; a date its form; keys their order; lines lose the blanks
at their end. What a person has to decide is left alone. Each change is made in the file's characters and then proven:
the file must say what it said, but for the one thing that was mended.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atlas.edit.change import Edit, applied, difference, plain
from atlas.edit.mend_values import date_edits, quote_edits
from atlas.edit.order import order_edits
from atlas.load.markdown import Text, parse_text
from atlas.load.read import Entry, Folder, read
from atlas.load.tree import Mapping, parse
from atlas.source import File, Span

_MOST_ROUNDS = 100

_WHAT = {
    "spaces": ("mellanslag sist på en rad", "mellanslag sist på rader"),
    "quotes": ("citat som fick textens egna tecken", "citat som fick textens egna tecken"),
    "dates": ("datum som fick rätt form", "datum som fick rätt form"),
    "order": ("post som fick sina nycklar i ordning", "poster som fick sina nycklar i ordning"),
}


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after. `counts` says how many there were of each kind of mistake."""

    path: str
    before: str
    after: str
    counts: tuple[tuple[str, int], ...]

    @property
    def told(self) -> str:
        """What was mended, and the difference."""
        kinds = [f"{count} {_WHAT[kind][count > 1]}" for kind, count in self.counts]
        return f"{self.path}: {', '.join(kinds)}\n{difference(self.path, self.before, self.after)}"


def mend(entries: Iterable[Entry]) -> tuple[Mended, ...]:
    """Every file in which something can be mended."""
    tree = read(entries)
    broken = {finding.span.path for finding in tree.findings}
    words = [Folder("vocabulary", each.name, each.file, each.root, None) for each in tree.vocabularies.values()]
    found = [_mend_yaml(folder) for folder in (*tree.folders, *words) if folder.file.path not in broken]
    found += [_mend_text(folder.text) for folder in tree.folders if folder.text]
    return tuple(sorted((mended for mended in found if mended), key=lambda mended: mended.path))


def _mend_text(text: Text) -> Mended | None:
    """Blanks at the end of lines are no words: the text's fingerprint stays."""
    edits = list(_spaces(text.file))
    after = applied(text.file.text, edits)
    if not edits or parse_text(File(text.file.path, after))[0].fingerprint != text.fingerprint:
        return None
    return Mended(text.file.path, text.file.text, after, (("spaces", len(edits)),))


def _mend_yaml(folder: Folder) -> Mended | None:
    counts: dict[str, int] = {}
    here = folder
    for kind, find in _KINDS.items():
        for _ in range(_MOST_ROUNDS):
            made, here = _proven(here, list(find(here)))
            if not made:
                break
            counts[kind] = counts.get(kind, 0) + made
    return Mended(folder.file.path, folder.file.text, here.file.text, tuple(counts.items())) if counts else None


@dataclass(frozen=True, slots=True)
class _Change:
    """Edits that belong together, and what a scalar says after them."""

    edits: tuple[Edit, ...]
    says: tuple[tuple[Span, str], ...] = ()


def _proven(folder: Folder, changes: list[_Change]) -> tuple[int, Folder]:
    """The folder with all changes made, and how many: those after which it says what it should, and no more."""
    if changes and (whole := _if_proven(folder, changes)):
        return len(changes), whole
    alone = (_if_proven(folder, [change]) for change in changes if len(changes) > 1)
    one = next((each for each in alone if each), None)
    return (1, one) if one else (0, folder)


def _if_proven(folder: Folder, changes: list[_Change]) -> Folder | None:
    file = folder.file
    after = File(file.path, applied(file.text, [edit for change in changes for edit in change.edits]))
    root = _root(after)
    if after.text == file.text or plain(root) != plain(
        folder.root, dict(said for change in changes for said in change.says)
    ):
        return None
    return Folder(folder.id, folder.kind, after, root, folder.text)


def _root(file: File) -> Mapping | None:
    node, findings = parse(file)
    return node if isinstance(node, Mapping) and not findings else None


def _spaces(file: File) -> Iterator[Edit]:
    for number in range(1, len(file.starts) + 1):
        line = file.line(number)
        start = file.starts[number - 1]
        if line != (bare := line.rstrip(" \t")):
            yield Edit(start + len(bare), start + len(line), "")


def _space_changes(folder: Folder) -> Iterator[_Change]:
    yield from (_Change((edit,)) for edit in _spaces(folder.file))


def _quote_changes(folder: Folder) -> Iterator[_Change]:
    yield from (_Change(edits, ((scalar.span, words),)) for scalar, words, edits in quote_edits(folder))


def _date_changes(folder: Folder) -> Iterator[_Change]:
    yield from (_Change(edits, ((scalar.span, words),)) for scalar, words, edits in date_edits(folder))


def _order_changes(folder: Folder) -> Iterator[_Change]:
    yield from (_Change((edit,)) for edit in order_edits(folder))


_KINDS = {"spaces": _space_changes, "quotes": _quote_changes, "dates": _date_changes, "order": _order_changes}
