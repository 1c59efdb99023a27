"""A page without its large blocks of HTML, which a generator has nothing to do with, and the page with them again.

In: a page's Markdown; the HTML that a generator made of what was left. Out: the rest and the blocks; the whole. Not
here: where the blocks wait meanwhile.

Python-Markdown passes over raw HTML character by character, and copies it out as it stood. A short block in its place
comes out where the long one would have, so the page is the same to the byte and takes a fraction of the time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from html import unescape

# Shorter ones are not worth a place of their own.
_LEAST = 300
# At the beginning of a line these begin a block whatever stands before them.
_START = re.compile(r"^<(div|section|table|figure|details|form|ul|ol|dl|p|nav|aside|article)\b", re.M)
_BLANK = re.compile(r"(?<=\n) +\n")
_ID = re.compile(r"""\s(?:id|name)="([^"]*)\"""")
_PLACE = re.compile(r'<div data-island="(\d+)"></div>')
# Code can hold what looks like HTML, and Markdown rewrites tabs and signs of its own.
_LEFT_ALONE = re.compile("```|~~~|[\t\r\x02\x03]|data-island")


@dataclass(frozen=True, slots=True)
class Parted:
    """What a generator has to read, and the blocks of HTML that it has not, in their order."""

    rest: str
    islands: tuple[str, ...]


def part(markdown: str) -> Parted:
    """Take out every large block of HTML that begins a line."""
    if _LEFT_ALONE.search(markdown):
        return Parted(markdown, ())
    rest: list[str] = []
    islands: list[str] = []
    done = 0
    while found := _START.search(markdown, done):
        end = _end(markdown, found.start(), found.group(1))
        if end - found.start() < _LEAST:
            # Too short, or without an end: what stands in it may still begin one.
            after = markdown.find("\n", found.start()) + 1 or len(markdown)
            rest.append(markdown[done:after])
            done = after
            continue
        rest += [markdown[done : found.start()], f'<div data-island="{len(islands)}"></div>']
        # As Markdown leaves it: lines of nothing but spaces become empty.
        islands.append(_BLANK.sub("\n", markdown[found.start() : end]))
        done = end
    rest.append(markdown[done:])
    return Parted("".join(rest), tuple(islands))


def _end(markdown: str, start: int, tag: str) -> int:
    """Where the block that begins at `start` ends; `start` itself when nothing ends it."""
    depth = 0
    for found in re.compile(rf"<(/?){tag}\b[^>]*>").finditer(markdown, start):
        depth += -1 if found.group(1) else 1
        if not depth:
            return found.end()
    return start


def whole(html: str, islands: Sequence[str]) -> str:
    """The page's HTML with the blocks back in their places."""
    return _PLACE.sub(lambda place: islands[int(place.group(1))], html) if islands else html


class Anchors(Set[str]):
    """Addresses within a page, in one text: a set of them takes five times the room, and few are ever asked for."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = "".join(f"\n{id}" for id in sorted({*ids})) + "\n"

    def __contains__(self, id: object) -> bool:
        return f"\n{id}\n" in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids.split("\n")[1:-1])

    def __len__(self) -> int:
        return self._ids.count("\n") - 1


def anchors(islands: Sequence[str]) -> set[str]:
    """The addresses within the page that stand in its blocks."""
    return {unescape(id) for island in islands for id in _ID.findall(island)}
