"""What git remembers of the data: a revision's files, and the changes up to now. Nothing is ever checked out.

In: the project's folder. Out: entries as the core reads them, and its `History`. Not here: what has changed.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

from atlas.diff.past import History, Moment, wanted
from atlas.load.read import MOST_BYTES, Entry
from edge.disk import READ, passed_over

FOLDER = "agreements"
# How many changes the site tells: the newest.
MOST_CHANGES = 50
_LINK, _BLOB = "120000", "blob"


class GitTrouble(Exception):
    """Git could not answer; the message says so to an editor."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file of a revision: its mode, its content's id, its size and its path from the project's folder."""

    mode: str
    id: str
    size: int
    path: str


def revision(root: Path, name: str) -> str:
    """The full id of the commit that a name stands for. Raises GitTrouble."""
    if not name or name.startswith("-"):
        raise GitTrouble(f"«{name}» är inget namn på en version i git.")
    found = _git(root, "rev-parse", "--verify", "--quiet", name + "^{commit}", fails=True).decode().strip()
    if not found:
        more = " Förvaret är hämtat utan sin historik (git fetch --unshallow hämtar den)." if _shallow(root) else ""
        raise GitTrouble(f"Git känner inte till «{name}», och det finns ingen mapp med det namnet.{more}")
    return found


def entries_at(root: Path, commit: str) -> list[Entry]:
    """The data of a commit, as the disk would give it."""
    listed = list(_listed(root, commit))
    contents = _contents(root, [each.id for each in listed if not _trouble(each)])
    return [
        Entry(each.path, trouble=trouble) if (trouble := _trouble(each)) else Entry(each.path, contents[each.id])
        for each in listed
    ]


def history(root: Path, most: int = MOST_CHANGES) -> History | None:
    """The newest changes of the data on the way to HEAD; None where git does not know them all.

    Only the first parent of a merge is followed: what was merged is one change, on the day when it came.
    """
    try:
        return None if _shallow(root) else _history(root, revision(root, "HEAD"), most)
    except GitTrouble:
        return None


@lru_cache(maxsize=1)
def _history(root: Path, head: str, most: int) -> History | None:
    """Read once for each commit: while a site is served it is made anew at every change of a file."""
    log = _git(root, "log", "--first-parent", "--format=%H %ct", f"--max-count={most + 1}", head, "--", FOLDER)
    moments = [_moment(root, *line.split()) for line in log.decode().splitlines()]
    if not moments:
        return None
    moments.reverse()
    earlier = len(moments) > most
    if not earlier:
        moments.insert(0, Moment("", "", {}))
    return History(tuple(moments), _contents(root, wanted(moments)), earlier)


def _moment(root: Path, commit: str, seconds: str) -> Moment:
    at = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    # A file that the core would refuse to read was never part of a state that was published.
    return Moment(at, commit, {each.path: each.id for each in _listed(root, commit) if not _trouble(each)})


def _listed(root: Path, commit: str) -> Iterator[_Listed]:
    """The files of the data in a commit, sorted by path, with what editors' tools leave behind left out."""
    told = _git(root, "ls-tree", "-r", "-z", "-l", commit, "--", FOLDER + "/").decode("utf-8", errors="replace")
    for line in filter(None, told.split("\0")):
        head, _, path = line.partition("\t")
        mode, kind, id, size = head.split()
        name = PurePosixPath(path)
        if kind == _BLOB and name.suffix in READ and not any(passed_over(part) for part in name.parts):
            yield _Listed(mode, id, int(size), path)


def _trouble(listed: _Listed) -> str:
    if listed.mode == _LINK:
        return "link_out"
    return "too_big" if listed.size > MOST_BYTES else ""


def _contents(root: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The contents of blobs by their ids, all from one call of git."""
    asked = sorted(set(ids))
    told = _git(root, "cat-file", "--batch", given="".join(f"{id}\n" for id in asked).encode())
    found: dict[str, bytes] = {}
    at = 0
    for id in asked:
        end = told.index(b"\n", at)
        words = told[at:end].split()
        if len(words) != 3:
            raise GitTrouble("Git saknar en del av innehållet.")
        size = int(words[2])
        found[id] = told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _shallow(root: Path) -> bool:
    return _git(root, "rev-parse", "--is-shallow-repository", fails=True).strip() == b"true"


def _git(root: Path, *words: str, given: bytes = b"", fails: bool = False) -> bytes:
    """What git says. Raises GitTrouble when it cannot be run, or fails where it should not."""
    # Nothing is fetched and nobody is asked: a build reads what is there.
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *words]
    try:
        done = subprocess.run(command, input=given, env=environment, capture_output=True, check=False)
    except OSError:
        raise GitTrouble("Programmet git finns inte på den här datorn. Ange två mappar i stället.") from None
    if done.returncode and not fails:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise GitTrouble(f"Git kunde inte svara: {said[0] if said else 'okänt fel'}")
    return done.stdout
