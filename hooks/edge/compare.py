"""Two states of the data, each a revision of git or a folder, and the difference between them as a report.

In: the project's folder and two names. Out: a `Report`; raises Incomparable, in words for an editor, when there can be
none. Not here: what differs (atlas/diff) and how it is written (atlas/report).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from atlas.diff.compare import compare
from atlas.diff.pages import pages
from atlas.diff.past import atlas_of
from atlas.diff.told import told
from atlas.load.read import Entry
from atlas.model.agreement import Atlas
from atlas.pipeline import load
from atlas.report.difference import Report
from atlas.report.text import to_text
from atlas.source import File, Finding
from edge.disk import read_agreements
from edge.git import FOLDER, GitTrouble, entries_at, revision

WORKING_TREE = "arbetskopian"
# How many findings are told before the rest is left to `check`.
_TOLD = 5


class Incomparable(Exception):
    """The difference cannot be computed; the message says why."""


@dataclass(frozen=True, slots=True)
class _State:
    name: str
    entries: list[Entry]


def compare_states(root: Path, base: str, head: str = "", site: str = "") -> Report:
    """The difference from `base` to `head`, which is the working tree when it is not named.

    The later state must check clean. The earlier one may be older than a rule, as long as it can be read whole.
    """
    try:
        before, after = _state(root, base), _state(root, head) if head else _working_tree(root)
    except GitTrouble as error:
        raise Incomparable(str(error)) from None
    later = load(after.entries)
    if later.atlas is None:
        raise Incomparable(_broken(after.name, later.findings, later.files))
    old, remarks = _earlier(before)
    difference = compare(old, later.atlas, _clock(old, later.atlas))
    site = site.rstrip("/") + "/" if site else ""
    return Report(before.name, after.name, difference, told(difference), pages(difference), remarks, site)


def entries_of(root: Path, name: str) -> list[Entry]:
    """The data of a state by its name, whether or not it checks clean."""
    try:
        return _state(root, name).entries
    except GitTrouble as error:
        raise Incomparable(str(error)) from None


def _earlier(state: _State) -> tuple[Atlas, tuple[str, ...]]:
    """The atlas of an earlier state, and what a reader should know of it."""
    outcome = load(state.entries)
    if outcome.atlas:
        return outcome.atlas, ()
    atlas, hindering = atlas_of(state.entries)
    if atlas is None:
        raise Incomparable(_broken(state.name, hindering, outcome.files))
    found = "ett fel" if len(outcome.findings) == 1 else f"{len(outcome.findings)} fel"
    return atlas, (f"{state.name} har {found} enligt dagens regler, men går att läsa och jämföra.",)


def _working_tree(root: Path) -> _State:
    return _State(WORKING_TREE, _some(read_agreements(root), WORKING_TREE))


def _state(root: Path, name: str) -> _State:
    """A folder that holds the data, else a revision."""
    folder = Path(name)
    if (folder / FOLDER).is_dir():
        return _State(name, _some(read_agreements(folder), name))
    if folder.is_dir() and folder.resolve().name == FOLDER:
        return _State(name, _some(read_agreements(folder.resolve().parent), name))
    return _State(name, _some(entries_at(root, revision(root, name)), name))


def _some(entries: list[Entry], name: str) -> list[Entry]:
    if not entries:
        raise Incomparable(f"Det finns ingen mapp {FOLDER} med avtal i {name}.")
    return entries


def _broken(name: str, findings: Sequence[Finding], files: Mapping[str, File]) -> str:
    report = to_text(findings[:_TOLD], files).rstrip()
    more = f"\nOch {len(findings) - _TOLD} fel till." if len(findings) > _TOLD else ""
    return f"Skillnaden går inte att räkna ut: {name} har fel som först måste rättas.\n\n{report}{more}"


def _clock(*atlases: Atlas) -> str:
    """The newest review of either state: how far ahead dates are counted. Nothing that is told hangs on it."""
    days = [each.review.on for atlas in atlases for each in (*atlas.agreements, *atlas.documents)]
    return max(days, default="2000-01-01")
