"""What programs for editing are told, written beside the agreements.

In: the project's root. Out: files. Not here: what stands in them (atlas/tooling).
"""

from pathlib import Path

from atlas.load.read import read
from atlas.tooling.files import editor_files, schema_path
from atlas.topics.vocabulary_file import VOCABULARIES
from edge.disk import read_agreements, write_files


def files_for_editors(root: Path) -> dict[str, bytes] | None:
    """The files as they should be now; None when a file of the vocabulary cannot be read."""
    # The agreements themselves are not read: `check` asks this too, and has read them once.
    found = read(read_agreements(root, "agreements/vocabulary")).vocabularies
    readable = all(name in found and found[name].root for name in VOCABULARIES)
    return editor_files(found) if readable else None


def write_for_editors(root: Path) -> list[str] | None:
    """Write those that differ from what stands there. Returns their paths, or None when nothing could be made."""
    files = files_for_editors(root)
    if files is None:
        return None
    changed = {path: data for path, data in files.items() if not _is(root / path, data)}
    write_files(root, changed.items())
    return list(changed)


def is_behind(root: Path) -> bool:
    """Whether there are such files, and some are not what the shapes and the vocabulary make of them now."""
    if not (root / schema_path("agreement")).is_file():
        return False
    return any(not _is(root / path, data) for path, data in (files_for_editors(root) or {}).items())


def _is(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
