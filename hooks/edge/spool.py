"""Text that waits on the disk until it is its turn: a site's pages together are far more than memory should hold.

In: pieces of text. Out: the same pieces, once. Not here: what they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile


@dataclass(frozen=True, slots=True)
class Kept:
    """Where pieces lie: the first byte, and how many bytes each piece has."""

    start: int
    lengths: tuple[int, ...]


class Spool:
    """A file without a name."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115

    def keep(self, pieces: Sequence[str]) -> Kept:
        """Put pieces away."""
        coded = [piece.encode() for piece in pieces]
        start = self._file.seek(0, 2)
        self._file.writelines(coded)
        return Kept(start, tuple(map(len, coded)))

    def read(self, kept: Kept) -> list[str]:
        """The pieces again."""
        self._file.seek(kept.start)
        return [self._file.read(length).decode() for length in kept.lengths]

    def close(self) -> None:
        """Forget everything."""
        self._file.close()
