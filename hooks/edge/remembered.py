"""What a server has written, so that after an edit it writes only what has become different.

In: paths of files and what they say. Out: whether that is new. Not here: how a file is written, and how it is drawn.

Kept in memory alone: with the server goes the folder that it writes to.
"""

from collections.abc import Iterable
from hashlib import blake2b
from itertools import chain
from pathlib import Path


class Remembered:
    """Fingerprints of the files that stand in a folder."""

    def __init__(self) -> None:
        self._marks: dict[str, bytes] = {}
        self._paths: frozenset[str] = frozenset()
        self._shared = b""

    def begin(self, *shared: bytes) -> None:
        """A new build. `shared` is what goes into every file, such as the theme."""
        self._shared = _mark(shared)

    def mark(self, words: Iterable[bytes]) -> bytes:
        """The fingerprint of a file that says this."""
        return _mark(chain((self._shared,), words))

    def is_new(self, path: str, mark: bytes) -> bool:
        """Whether the file is not there, or says something else."""
        return self._marks.get(path) != mark or not Path(path).is_file()

    def wrote(self, path: str, mark: bytes) -> None:
        """The file is there now."""
        self._marks[path] = mark

    def end(self, paths: Iterable[str]) -> None:
        """The build went well: these are its files. What the last one had besides goes."""
        now = frozenset(paths)
        for path in self._paths - now:
            self._marks.pop(path, None)
            Path(path).unlink(missing_ok=True)
        self._paths = now


def _mark(words: Iterable[bytes]) -> bytes:
    mark = blake2b(digest_size=16)
    for each in words:
        mark.update(b"%d:" % len(each))
        mark.update(each)
    return mark.digest()
