"""Reading a project for all that comes after the check, with what was kept of the last time.

In: the project's root. Out: an `Outcome` with the atlas. Not here: how verdicts are kept (kept.py).
"""

from collections.abc import Iterable
from pathlib import Path

from atlas.load.read import Entry
from atlas.pipeline import Outcome, load
from edge.disk import read_agreements
from edge.kept import code_mark, read_kept, write_kept
from edge.rest import collect_seldom


def load_root(root: Path, base: Iterable[Entry] | None = None) -> Outcome:
    """Read and check the agreements of a project, also against an earlier state when there is a `base`."""
    collect_seldom()
    kept = read_kept(root)
    outcome = load(read_agreements(root), base, kept, code_mark())
    if outcome.keep != kept:
        write_kept(root, outcome.keep)
    return outcome
