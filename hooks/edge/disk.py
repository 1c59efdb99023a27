"""The disk, read: the folder of agreements as entries.

In: the project's root. Out: `Entry` values in a stable order. Not here: what the bytes mean.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from atlas.load.read import MOST_BYTES, Entry
from atlas.source import File

# What an editor's tools leave behind is none of our business, and the schemas are written from our own shapes.
_PASSED_OVER = ("~", ".swp", ".bak", ".orig", ".DS_Store", ".schema.json")


# The kinds of files that the data is made of.
READ = (".yml", ".yaml", ".md", ".json")


def read_agreements(root: Path, folder: str = "agreements") -> list[Entry]:
    """Every file below `root/folder`, sorted by path. What cannot or must not be read is told."""
    base = (root / folder).resolve()
    return list(_entries(root, base, root / folder))


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name is none of our business."""
    return name.startswith(".") or name.endswith(_PASSED_OVER)


def _entries(root: Path, base: Path, here: Path) -> Iterator[Entry]:
    try:
        found = sorted(here.iterdir()) if here.is_dir() else []
    except OSError:
        yield Entry(_name(here.relative_to(root)), trouble="no_rights")
        return
    for path in found:
        if not passed_over(path.name):
            yield from _entry(root, base, path)


def _entry(root: Path, base: Path, path: Path) -> Iterator[Entry]:
    name = _name(path.relative_to(root))
    try:
        within = path.resolve(strict=True).is_relative_to(base)
        if not within:
            yield Entry(name, trouble="link_out")
        elif path.is_dir():
            # A link to a folder within could lead round in a circle.
            yield from () if path.is_symlink() else _entries(root, base, path)
        elif path.suffix in READ:
            yield _read(name, path)
    # A link in a circle is another error in each version of Python.
    except (FileNotFoundError, RuntimeError):
        yield Entry(name, trouble="lost")
    except OSError as error:
        yield Entry(name, trouble="lost" if error.errno == errno.ELOOP else "no_rights")


def _read(name: str, path: Path) -> Entry:
    if not path.is_file():
        # Nobody may ever write into a pipe, and a device never ends: not even opened.
        return Entry(name, trouble="no_file")
    return Entry(name, trouble="too_big") if path.stat().st_size > MOST_BYTES else Entry(name, path.read_bytes())


def _name(path: Path) -> str:
    """A path as text that can be printed: what is no character is shown by its number."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="backslashreplace")


def read_templates() -> dict[str, str]:
    """The templates of the site, by name. They are part of the code, wherever the project's data lies."""
    folder = Path(__file__).resolve().parents[1] / "atlas" / "site" / "templates"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def read_text(path: Path) -> File:
    """A text file from anywhere, as a file of the core. Raises OSError; bytes that are no UTF-8 are shown as such."""
    return File(path.name, path.read_bytes().decode("utf-8-sig", errors="replace"))


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder one at a time, making the folders that they need."""
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
