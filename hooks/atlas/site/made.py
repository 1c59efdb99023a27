"""Files beside the pages, made when they are written.

In: a way to make each file. Out: `Made`, bytes by path. Not here: what any file says.
"""

from collections.abc import Callable, Iterator, Mapping

Make = Callable[[], bytes]


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
