"""Checking folder by folder, so that a folder that nobody has touched need not be checked again.

In: entries by folder, what was kept of earlier runs, and what stands for the code. Out: findings, and what to keep.
Not here: where it is kept (edge). What is kept is a mapping from fingerprints to plain values, and only of folders
without findings: an entry that is lost costs time, and one that is stale has a fingerprint that nobody asks for.

What the rules of a folder see is the folder's own files, the vocabulary, and of all other folders nothing but which
ids there are, since a relation names one. The first two are in the fingerprint; the ids that it names are kept with it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from atlas.check import findings_of_folders, findings_of_vocabulary, ordered
from atlas.load.read import SHARED, Entry, Folder, Tree, by_folder, known_ids, read
from atlas.load.tree import Mapping as Node
from atlas.load.tree import Scalar, Sequence
from atlas.source import File, Finding


@dataclass(frozen=True, slots=True)
class Clean:
    """What is kept of a folder without findings: its kind, how many facts it has, and the ids that it names."""

    kind: str
    facts: int
    names: tuple[str, ...] = ()


Kept = Mapping[str, Clean]
# What came of some folders: their findings, and what to keep of those that have none.
Found = tuple[set[Finding], dict[str, Clean]]
# The folders that are checked in one go: their ids, each with its files.
Piece = list[tuple[str, list[Entry]]]
Spread = Callable[[Callable[[Piece], Found], Iterable[Piece]], Iterable[Found]]
# How many folders are worth a way to another processor and back.
_TOGETHER = 12


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings and the files that they are in, every clean folder by its id, and what to keep by fingerprint."""

    findings: tuple[Finding, ...]
    files: dict[str, File]
    clean: dict[str, Clean]
    keep: dict[str, Clean]


def check_apart(entries: Iterable[Entry], kept: Kept, code: str, spread: Spread = map) -> Checked:
    """Check what is not kept. `code` stands for all that decides besides the entries: other code, other answers.

    `spread` maps a function over its work, as `map` does; the edge may give one that uses all processors.
    """
    folders = by_folder(entries)
    known = known_ids(entry for here in folders.values() for entry in here)
    keys = fingerprints(folders, code)
    clean = still_clean(keys, kept, known)
    unread = [(id, here) for id, here in folders.items() if id not in clean]
    pieces = [unread[at : at + _TOGETHER] for at in range(0, len(unread), _TOGETHER)]
    findings: set[Finding] = set()
    for told, found in spread(partial(_check, folders[SHARED], known), pieces):
        findings |= told
        clean |= found
    paths = {finding.span.path for finding in findings}
    files = read(entry for here in folders.values() for entry in here if entry.path in paths).files
    return Checked(ordered(findings), files, clean, {key: clean[id] for id, key in keys.items() if id in clean})


def _check(shared: list[Entry], known: frozenset[str], piece: Piece) -> Found:
    """The verdict on some folders, and on what is shared when it is among them."""
    words = read(shared)
    findings: set[Finding] = set()
    clean: dict[str, Clean] = {}
    for id, here in piece:
        tree = words if id == SHARED else read(here, known=known).beside(words)
        told = judge(tree, whole=id == SHARED)
        findings |= told
        if not told:
            clean[id] = verdict(tree)
    return findings, clean


def judge(tree: Tree, whole: bool) -> set[Finding]:
    """The findings of one folder's tree; `whole` when it is that of what is shared: then also of the vocabulary."""
    return findings_of_folders(tree) | (findings_of_vocabulary(tree) if whole else set())


def verdict(tree: Tree) -> Clean:
    """What is kept of the tree of one folder, or of what is shared, when it has no findings."""
    for folder in tree.folders:
        return Clean(folder.kind, len(tuple(folder.facts())), tuple(sorted(set(_named(folder)))))
    return Clean("", 0)


def _named(folder: Folder) -> Iterator[str]:
    relates = folder.root.get("relates") if folder.root else None
    for each in relates.items if isinstance(relates, Sequence) else ():
        to = each.get("to") if isinstance(each, Node) else None
        if isinstance(to, Scalar):
            yield to.text


# --- what is kept ---------------------------------------------------------------------------------------------------


def still_clean(keys: Mapping[str, str], kept: Kept, known: frozenset[str]) -> dict[str, Clean]:
    """What is kept of the folders with these fingerprints, by their ids, as long as what they name is there."""
    return {id: kept[key] for id, key in keys.items() if key in kept and known.issuperset(kept[key].names)}


def fingerprints(folders: Mapping[str, list[Entry]], code: str) -> dict[str, str]:
    """What a verdict hangs on, by the folder's id: the code, all that is shared, and the folder's own files."""
    shared = _fingerprint(code, folders[SHARED])
    return {id: shared if id == SHARED else _fingerprint(shared, here) for id, here in folders.items()}


def _fingerprint(before: str, entries: Iterable[Entry]) -> str:
    whole = sha256(before.encode())
    for entry in entries:
        # A hash of each part is of one length, so that no two lists of parts run together to the same bytes.
        for part in (entry.path.encode(), entry.trouble.encode(), entry.data):
            whole.update(sha256(part).digest())
    return whole.hexdigest()


def to_plain(keep: Kept) -> dict[str, list[Any]]:
    """What to keep as lists, numbers and text, which JSON can hold."""
    return {key: [each.kind, each.facts, list(each.names)] for key, each in sorted(keep.items())}


def from_plain(held: object) -> dict[str, Clean]:
    """What was kept, as far as it is what `to_plain` makes. All else is nothing: it may have come from anywhere."""
    found: dict[str, Clean] = {}
    for key, value in held.items() if isinstance(held, dict) else ():
        match value:
            case [str(kind), int(facts), list(names)] if all(isinstance(name, str) for name in names):
                found[str(key)] = Clean(kind, facts, tuple(names))
    return found
