"""Readers of files that others wrote, one per format. They run in a process of their own (__main__.py), with limits.

In: bytes. Out: a `Draft`, or `Refused`. Not here: what becomes of the words (atlas/convert).
"""

from collections.abc import Callable
from importlib import import_module

from atlas.convert.draft import Draft
from edge.importers.refuse import Refused

# Which module reads what; a module is loaded only when its format is asked for.
FORMATS = {
    ".docx": "word",
    ".odt": "odt",
    ".pdf": "pdf",
    ".html": "web",
    ".htm": "web",
    ".txt": "plain",
}
_STARTS = {".docx": b"PK", ".odt": b"PK", ".pdf": b"%PDF-"}


def read(suffix: str, data: bytes) -> Draft:
    """What stands in a file of a known format. Raises `Refused`."""
    start = _STARTS.get(suffix)
    # A PDF may have a few bytes before its mark.
    if start and start not in data[: 1024 if suffix == ".pdf" else 2]:
        raise Refused(f"Filen heter något på {suffix} men är ingen sådan fil.")
    reader: Callable[[bytes], Draft] = import_module(f"edge.importers.{FORMATS[suffix]}").read
    return reader(data)
