"""Changes of a file's characters that leave everything else in it as it was: comments, blank lines, line ends.

In: a file and edits. Out: text, and the difference for a person. Not here: what should be changed (mend.py, order.py).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from atlas.load.tree import Mapping as Keys
from atlas.load.tree import Node, Scalar, Sequence
from atlas.source import File, Span

_NONE: Mapping[Span, str] = {}
# What a YAML reader folds to one blank; other white space is part of the words.
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters from `start` to `end` become `new`."""

    start: int
    end: int
    new: str


def offsets(file: File, span: Span) -> tuple[int, int]:
    """Where a span begins and ends, in characters from the start of the file."""
    return file.starts[span.line - 1] + span.column - 1, file.starts[span.end_line - 1] + span.end_column - 1


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. No two of them overlap."""
    parts = []
    at = 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


def one_blank(words: str) -> str:
    """Words as YAML folds them: every run of blanks and line ends is one blank."""
    return _BLANKS.sub(" ", words).strip(" ")


def plain(node: Node | None, instead: Mapping[Span, str] = _NONE) -> Any:
    """What a node says, whatever the order of its keys; `instead` has other texts for some of its scalars."""
    if isinstance(node, Keys):
        return {key.text: plain(value, instead) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item, instead) for item in node.items]
    return one_blank(instead.get(node.span, node.text)) if isinstance(node, Scalar) else None


def difference(path: str, before: str, after: str) -> str:
    """What changed, line by line, in the form that `git apply` and every reviewer knows."""
    lines = unified_diff(before.splitlines(True), after.splitlines(True), f"a/{path}", f"b/{path}", n=2)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
