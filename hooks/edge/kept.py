"""What the check keeps on disk, so that agreements that nobody has touched are not checked again.

In: the project's root. Out: verdicts of earlier runs, and new ones written. Not here: what one is (check/apart.py).

The file is plain JSON, read as data and never run. One that is missing, broken or of another code is as good as none.
Where CI is set nothing is kept and nothing is believed: there, what is checked may come with a file of its own.
"""

import json
import os
import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from atlas.check.apart import Clean, from_plain, to_plain
from edge.writing import replace

_HOOKS = Path(__file__).resolve().parents[1]
# The rooms that decide whether a folder is right, and the reader of the disk.
_DECIDING = ("atlas/*.py", "atlas/topics/*.py", "atlas/load/*.py", "atlas/check/*.py", "edge/disk.py")
_MOST_BYTES = 10_000_000


@cache
def code_mark() -> str:
    """What changes when the code that judges does, or what runs it."""
    whole = sha256(f"{sys.version} {platform.machine()} {yaml.__version__} {yaml.__with_libyaml__}".encode())
    for path in sorted(path for pattern in _DECIDING for path in _HOOKS.glob(pattern)):
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def read_kept(root: Path) -> dict[str, Clean]:
    """What was kept; nothing when there is no file that can be read."""
    path = _path(root)
    with suppress(OSError, ValueError, RecursionError):
        if not _is_off(root) and path.stat().st_size <= _MOST_BYTES:
            return from_plain(json.loads(path.read_bytes()))
    return {}


def write_kept(root: Path, keep: Mapping[str, Clean]) -> None:
    """Keep for the next run. A disk that takes nothing costs time, and nothing else."""
    path = _path(root)
    with suppress(OSError):
        if not _is_off(root):
            path.parent.mkdir(exist_ok=True)
            path.touch()
            replace(path, json.dumps(to_plain(keep), indent=0).encode())


def _path(root: Path) -> Path:
    return root / ".cache" / "check.json"


def _is_off(root: Path) -> bool:
    """Whether this is no place to keep anything: no project of ours, or a machine that checks what others send."""
    return bool(os.environ.get("CI")) or not (root / "mkdocs.yml").is_file()
