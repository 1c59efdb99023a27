"""Files beside the pages, made when they are written.

In: a way to make each file. Out: `Made`, bytes by path. Not here: what any file says.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Costly:
    """A file that takes long to write: `words` is all that goes into it, and `write` makes its bytes of them.

    Whoever has the file already can ask for the words alone, to see whether they are the same.
    """

    words: Callable[[], Iterable[Any]]
    write: Callable[[Iterable[Any]], bytes]

    def __call__(self) -> bytes:
        """The bytes."""
        return self.write(self.words())


@dataclass(frozen=True, slots=True)
class Long:
    """A file that grows with every agreement: it comes in pieces, so that nobody has to hold it whole."""

    pieces: Callable[[], Iterable[bytes]]

    def __call__(self) -> bytes:
        """The bytes, whole all the same."""
        return b"".join(self.pieces())


def pieces(make: Make) -> Iterable[bytes]:
    """The file's bytes, one piece after the other."""
    return make.pieces() if isinstance(make, Long) else (make(),)


def what_it_says(make: Make) -> Iterable[bytes]:
    """What is the same when the file is the same, and comes as cheap as it can."""
    return (repr(words).encode() for words in make.words()) if isinstance(make, Costly) else pieces(make)


class Made(Mapping[str, bytes]):
    """Bytes by path, made anew each time that they are asked for, and kept by nobody."""

    def __init__(self, makers: Mapping[str, Make]) -> None:
        self.makers = makers

    def __getitem__(self, path: str) -> bytes:
        return self.makers[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)
