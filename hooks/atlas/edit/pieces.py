"""The keys of a block of YAML as pieces of text that can be moved and carried along, each with its own comments.

In: a file and a mapping of it. Out: `Piece` values. Not here: which order is right (order.py), and what is carried over
to a new version (renewed.py).
"""

from dataclasses import dataclass

from atlas.edit.change import offsets
from atlas.load.tree import Mapping, Node
from atlas.source import File


@dataclass(frozen=True, slots=True)
class Piece:
    """One key with its value, the comments above it, and all up to the next. `text` is whole lines, indented alike."""

    key: str
    text: str

    @property
    def is_commented(self) -> bool:
        """Whether a comment stands above its key."""
        return self.text.lstrip().startswith("#")


def is_block(file: File, node: Mapping) -> bool:
    """Whether the keys stand on lines of their own, and not between braces."""
    start, _ = offsets(file, node.span)
    return not file.text.startswith("{", start)


def pieces(file: File, node: Mapping) -> tuple[int, int, list[Piece]]:
    """Where the block starts and ends in the file, and its pieces. The first may begin after the dash of a list."""
    column = node.entries[0][0].span.column
    begins = [node.entries[0][0].span.line]
    for (_, value), (key, _) in zip(node.entries, node.entries[1:], strict=False):
        begins.append(_with_comments(file, _last_line(value), key.span.line, column))
    last = _last_line(node.entries[-1][1])
    stops = [*begins[1:], max(last, node.entries[-1][0].span.line) + 1]
    start = offsets(file, node.entries[0][0].span)[0]
    found = []
    for (key, _), begin, stop in zip(node.entries, begins, stops, strict=True):
        first = start if begin == node.entries[0][0].span.line else file.starts[begin - 1]
        text = file.text[first : _start_of(file, stop)]
        indent = " " * (column - 1) if first == start else ""
        found.append(Piece(key.text, indent + text))
    return start, _start_of(file, stops[-1]), found


def _last_line(value: Node) -> int:
    # What ends before the first character of a line ends on the line above.
    return value.span.end_line - (value.span.end_column == 1 and value.span.end_line > value.span.line)


def _with_comments(file: File, above: int, line: int, column: int) -> int:
    """The first line of what belongs to the key on `line`: comments above it that are not indented deeper."""
    first = line
    while first - 1 > above:
        words = file.line(first - 1)
        if words.strip() and len(words) - len(words.lstrip()) > column - 1:
            break
        first -= 1
    return first


def _start_of(file: File, line: int) -> int:
    return file.starts[line - 1] if line <= len(file.starts) else len(file.text)
