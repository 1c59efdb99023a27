"""Earlier states of the data: which of them can be read, and what changed from one to the next.

In: entries, or a `History` of files by the ids of their contents. Out: an atlas or what stands in its way; `Changes`.
Not here: git (edge), and how changes are told on pages (site).

Rules grow. A state that was right by the rules of its day is not thrown away because a later rule would have more to
say: only what keeps the model from being whole, or what must not be repeated, stands in the way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import PurePosixPath

from atlas.check import checks
from atlas.check.folders import NO_COUNTY
from atlas.diff.compare import compare
from atlas.diff.told import Told, told
from atlas.load.read import Entry, Folder, Tree, Vocabulary, read
from atlas.model.agreement import Atlas
from atlas.model.build import build
from atlas.source import File, Finding, Span

# What a model needs of its files; the other checks judge what a whole model says. Personal data is never told again.
_NEEDED = ("answers", "fact_ids", "headers", "personal", "quotes", "statuses", "vocabulary")
# What the model passes over: keys that are no longer known, and the vocabulary's own housekeeping.
_PASSED_OVER = ("A302", "A410", "A411", "A412")


@dataclass(frozen=True, slots=True)
class Moment:
    """A state that is remembered: when it came (ISO, UTC), its id, and its files with the ids of what they hold."""

    at: str
    id: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Moments, the oldest first, and the contents of their files. The first is only there to compare with.

    `earlier` is whether there were more before it. One history is equal to itself alone: that makes it quick to know.
    """

    moments: tuple[Moment, ...]
    contents: Mapping[str, bytes]
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What changed at one moment."""

    at: str
    id: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The steps, the newest first, how many moments could not be read, and whether there were more before."""

    steps: tuple[Step, ...]
    unread: int
    earlier: bool


def atlas_of(entries: Iterable[Entry]) -> tuple[Atlas | None, tuple[Finding, ...]]:
    """The atlas of a state, or none and the findings that stand in its way."""
    tree = read(entries)
    findings = hindering(tree)
    return None if findings else build(tree), findings


def hindering(tree: Tree) -> tuple[Finding, ...]:
    """The findings that keep a tree from becoming a whole model."""
    found, counties = _own_hindrances(tree), tree.ids("counties")
    for folder in tree.folders:
        if folder.county not in counties:
            found.append(NO_COUNTY.at(Span(folder.file.path), f"Länet «{folder.county}» finns inte i ordlistan."))
    return tuple(sorted(set(found), key=lambda each: each.order))


def _own_hindrances(tree: Tree) -> list[Finding]:
    every = checks()
    found = [*tree.findings, *(finding for name in _NEEDED for finding in every[name](tree))]
    return [each for each in found if each.rule.code not in _PASSED_OVER]


@lru_cache(maxsize=1)
def changes(history: History) -> Changes:
    """What changed from each moment to the next. One that cannot be read is passed over: what it did shows later."""
    reader = _Reader(history.contents)
    steps: list[Step] = []
    unread = 0
    before, *rest = history.moments
    for after in rest:
        differing = frozenset(_differing(before.files, after.files))
        old, new = reader.atlas(before, differing), reader.atlas(after, differing)
        if new is None or old is None:
            unread += 1
        elif said := told(compare(old, new, after.at[:10])):
            steps.append(Step(after.at, after.id, said))
        # Without a state to compare with, all that follows would look new: the next one that can be read is that state.
        if new is not None:
            before = after
    return Changes(tuple(reversed(steps)), unread, history.earlier)


def wanted(moments: Iterable[Moment]) -> Iterator[str]:
    """The contents that `changes` will ask for: of what differs between two moments, and of all vocabularies."""
    for before, after in pairwise(moments):
        differing = frozenset(_differing(before.files, after.files))
        for moment in (before, after):
            yield from (id for path, id in moment.files.items() if _folder(path) in {*differing, _VOCABULARY})


_VOCABULARY = "agreements/vocabulary"


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.as_posix()


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for path in {*before, *after}:
        if before.get(path) != after.get(path):
            yield _folder(path)


@dataclass(slots=True)
class _Reader:
    """Reads each folder once for each set of contents that it has had."""

    contents: Mapping[str, bytes]
    _trees: dict[tuple[tuple[str, str], ...], Tree | None] = field(default_factory=dict)

    def atlas(self, moment: Moment, folders: frozenset[str]) -> Atlas | None:
        """The atlas of some folders, with all words of the vocabulary; None when it cannot be read."""
        by_folder: dict[str, dict[str, str]] = {_VOCABULARY: {}}
        for path, id in moment.files.items():
            if _folder(path) in folders or _folder(path) == _VOCABULARY:
                by_folder.setdefault(_folder(path), {})[path] = id
        if not moment.files:
            return Atlas((), (), {})
        trees = [self._tree(files) for files in by_folder.values()]
        known = {folder.county for tree in trees if tree for folder in tree.folders}
        if any(tree is None for tree in trees):
            return None
        tree = _joined(tree for tree in trees if tree)
        return build(tree) if known <= {*tree.ids("counties")} else None

    def _tree(self, files: Mapping[str, str]) -> Tree | None:
        """A folder by itself, since no check that is needed asks another; None when something stands in the way."""
        key = tuple(sorted(files.items()))
        if key not in self._trees:
            tree = read(Entry(path, self.contents[id]) for path, id in key)
            self._trees[key] = None if _own_hindrances(tree) else tree
        return self._trees[key]


def _joined(trees: Iterable[Tree]) -> Tree:
    folders: list[Folder] = []
    vocabularies: dict[str, Vocabulary] = {}
    findings: list[Finding] = []
    files: dict[str, File] = {}
    for tree in trees:
        folders += tree.folders
        vocabularies |= tree.vocabularies
        findings += tree.findings
        files |= tree.files
    return Tree(tuple(folders), vocabularies, files, tuple(findings))
