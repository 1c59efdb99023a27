"""Numbers that word processors count by themselves: «1.», «2.3», «a)», «iv».

In: how a list counts, and its items in order. Out: the words that stand before each. Not here: file formats.
"""

import re
from dataclasses import dataclass, field

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def figure(count: int, form: str) -> str:
    """A count as figures, letters or Roman numerals."""
    if form in ("lowerLetter", "a", "upperLetter", "A"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form in ("upperLetter", "A") else letter
    if form in ("lowerRoman", "i", "upperRoman", "I"):
        words, rest = "", min(count, 89)
        for value, sign in _ROMAN:
            words += sign * (rest // value)
            rest %= value
        return words.upper() if form in ("upperRoman", "I") else words
    return str(count)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts: its form, its pattern («%1.%2.») and where it starts. A bullet has no pattern."""

    form: str
    pattern: str
    start: int = 1


@dataclass(slots=True)
class Counter:
    """One list, counting."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        """What stands before the next item on a level."""
        level = self.levels.get(depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        self.counts = {each: count for each, count in self.counts.items() if each <= depth}
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1

        def one(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            form = self.levels[at].form if at in self.levels else "decimal"
            start = self.levels[at].start if at in self.levels else 1
            return figure(self.counts.get(at, start), form)

        return re.sub(r"%([1-9])", one, level.pattern).strip()
