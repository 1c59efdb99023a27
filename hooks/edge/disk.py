"""The disk, read: the folder of agreements as entries.

In: the project's root. Out: `Entry` values in a stable order. Not here: what the bytes mean.
"""

from collections.abc import Iterator
from pathlib import Path

from atlas.load.read import MOST_BYTES, Entry

# What an editor's tools leave behind is none of our business.
_PASSED_OVER = ("~", ".swp", ".bak", ".orig", ".DS_Store")


def read_agreements(root: Path, folder: str = "agreements") -> list[Entry]:
    """Every file below `root/folder`, sorted by path. Links out of the folder and huge files are told, not read."""
    base = (root / folder).resolve()
    return list(_entries(root, base, root / folder))


def _entries(root: Path, base: Path, here: Path) -> Iterator[Entry]:
    for path in sorted(here.iterdir()) if here.is_dir() else ():
        name = path.relative_to(root).as_posix()
        if path.name.startswith(".") or path.name.endswith(_PASSED_OVER):
            continue
        if not path.resolve().is_relative_to(base):
            yield Entry(name, trouble="link_out")
        elif path.is_dir():
            # A link to a folder within could lead round in a circle.
            yield from () if path.is_symlink() else _entries(root, base, path)
        elif path.suffix in (".yml", ".yaml", ".md", ".json"):
            too_big = path.stat().st_size > MOST_BYTES
            yield Entry(name, trouble="too_big") if too_big else Entry(name, path.read_bytes())
