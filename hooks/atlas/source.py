"""The words that every room shares.

In: nothing. Out: `File`, `Span`, `Rule` and `Finding`, all frozen values.
Not here: reading from disk (edge), deciding what is wrong (load, check), or how a finding looks (report).
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one file. Lines and columns count characters from 1; the end is the first place after it.

    A tuple, like the nodes of a tree: a file has thousands, and a frozen dataclass takes five times as long to make.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class File:
    """A text file as it was read: its path from the project's root (with `/`) and its characters."""

    path: str
    text: str
    starts: Sequence[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Only the line feed ends a line, so that CRLF files and odd separators keep the line numbers editors show.
        starts = array("I", [0])
        found = self.text.find("\n")
        while found >= 0:
            starts.append(found + 1)
            found = self.text.find("\n", found + 1)
        object.__setattr__(self, "starts", starts)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of the character at `offset`."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The stretch from offset `start` up to, not including, `end`."""
        return Span(self.path, *self.place(start), *self.place(end))

    def line(self, number: int) -> str:
        """The text of line `number` without its end; empty past the last line."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of mistake, told to an editor in Swedish.

    `code` never changes once published. `title` is one sentence; `story` says why it matters and how to mend it;
    `example` is text that passes. What a `private` rule points at is never repeated: reports end up in public logs.
    """

    code: str
    title: str
    story: str
    example: str
    private: bool = False

    def at(self, span: Span, message: str, *hints: str) -> "Finding":
        """A finding of this rule."""
        return Finding(span, self, message, tuple(hint for hint in hints if hint))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in the data: where, which rule, what exactly, and what would help here."""

    span: Span
    rule: Rule
    message: str
    hints: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[Span, str, str]:
        """The order in which findings are listed: by place, then by rule."""
        return self.span, self.rule.code, self.message


# Hints that the form in the browser gives too.
NEAREST = "Menade du «{near}»?"
ALLOWED = "{what}: {words}"
OWN_EXAMPLE = "Så här: "
AND_MORE = " … och {number} till"
VALUES, MOST_WORDS = "Tillåtna värden", 40


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the known word nearest to `word`, or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return NEAREST.format(near=near[0]) if near else ""


def allowed(words: Iterable[str], most: int = MOST_WORDS, what: str = VALUES) -> str:
    """A hint that lists what may stand here, shortened when the list is long; nothing when nothing may."""
    listed = list(words)
    if not listed:
        return ""
    more = AND_MORE.format(number=len(listed) - most) if len(listed) > most else ""
    return ALLOWED.format(what=what, words=", ".join(listed[:most]) + more)
