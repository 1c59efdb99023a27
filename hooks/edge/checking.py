"""Checking a project, with what was kept of the last time, on all processors when there is much to do.

In: the project's root. Out: `Checked`. Not here: what is wrong (atlas/check), how verdicts are kept (kept.py), and
anything else that a checked project is read for (loading.py): an editor who only checks waits for none of it.
"""

from collections.abc import Callable, Iterable
from os import cpu_count
from pathlib import Path

from atlas.check.apart import Checked, Found, Piece, check_apart
from edge.disk import read_agreements
from edge.kept import code_mark, read_kept, write_kept
from edge.rest import collect_seldom

# Starting processes takes as long as checking this many pieces.
_FEW = 3


def check_root(root: Path) -> Checked:
    """Check the agreements of a project."""
    collect_seldom()
    kept = read_kept(root)
    checked = check_apart(read_agreements(root), kept, code_mark(), _spread)
    if checked.keep != kept:
        write_kept(root, checked.keep)
    return checked


def _spread(check: Callable[[Piece], Found], pieces: Iterable[Piece]) -> Iterable[Found]:
    work = list(pieces)
    if len(work) <= _FEW or (cpu_count() or 1) == 1:
        return map(check, work)
    from concurrent.futures import ProcessPoolExecutor  # takes as long to fetch as a check where nothing is new

    with ProcessPoolExecutor() as pool:
        return list(pool.map(check, work))
