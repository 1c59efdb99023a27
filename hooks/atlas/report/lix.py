"""How heavy our own prose is to read: LIX, as a signal, page by page.

In: passages of prose, and the words of the vocabulary. Out: `Lix`, and a table for a person. Not here: which words of a
page are prose (site/prose.py), and any verdict on a quote.

LIX = words per sentence + share of words with more than six letters × 100. A word of the vocabulary («barnhälsovård»)
is long by nature: it counts as a word, and not as a long one. What does not end as a sentence is a label and is left
out, since a row of short labels would make heavy prose look light.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.load.fold import fold
from atlas.load.inflect import ENDINGS
from atlas.load.sentences import sentences

LONG = 6
AIM, MOST = 40, 45

_WORD = re.compile(r"[^\W_]+(?:[-:/'.,][^\W_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?:][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Lix:
    """What was counted: words, sentences, long words, and how many of the long are words of the vocabulary."""

    words: int = 0
    sentences: int = 0
    long: int = 0
    known: int = 0

    @property
    def value(self) -> float:
        """LIX, where words of the vocabulary are not counted as long. 0 when there is no prose."""
        return self._lix(self.long - self.known)

    @property
    def raw(self) -> float:
        """LIX by the plain formula."""
        return self._lix(self.long)

    def _lix(self, long: int) -> float:
        return self.words / self.sentences + long * 100 / self.words if self.words and self.sentences else 0.0


class Vocabulary:
    """The words that are long by nature, in all their forms."""

    def __init__(self, words: Iterable[str]) -> None:
        longest_first = sorted({fold(word) for word in words}, key=len, reverse=True)
        known = "|".join(map(re.escape, longest_first))
        endings = "|".join(sorted(ENDINGS, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{known})(?:{endings})?(?!\w)", re.IGNORECASE) if known else None

    def stretches(self, text: str) -> list[tuple[int, int]]:
        """Where in `text` they stand."""
        return [match.span() for match in self._pattern.finditer(text)] if self._pattern else []


def measure(passages: Iterable[str], vocabulary: Vocabulary) -> Lix:
    """The figures of some prose together."""
    words = count = long = known = 0
    for passage in passages:
        text = fold(passage)
        for start, end in sentences(text):
            sentence = text[start:end].strip()
            found = list(_WORD.finditer(sentence))
            if found and _ENDS_SENTENCE.search(sentence):
                stretches = vocabulary.stretches(sentence)
                heavy = [match.span() for match in found if _letters(match.group()) > LONG]
                words, count, long = words + len(found), count + 1, long + len(heavy)
                known += sum(any(a <= begin and stop <= b for a, b in stretches) for begin, stop in heavy)
    return Lix(words, count, long, known)


def _letters(word: str) -> int:
    return sum(character.isalpha() for character in word)


def table(pages: Mapping[str, Lix]) -> str:
    """The figures page by page, the heaviest first, with how to read them."""
    order = sorted(pages.items(), key=lambda item: (-item[1].value, item[0]))
    width = max([len("Sida"), *(len(path) for path in pages)])
    lines = [f"{'Sida':<{width}}  Ord  Meningar  Långa ord   LIX  LIX med ordlistans ord"]
    for path, lix in order:
        if not lix.words:
            lines.append(f"{path:<{width}}    –         –          –     –                       –")
            continue
        share = (lix.long - lix.known) * 100 / lix.words
        mark = f"  över {MOST}" if lix.value > MOST else ""
        figures = f"{lix.words:>5}{lix.sentences:>10}{share:>9.0f} %{lix.value:>6.0f}{lix.raw:>24.0f}"
        lines.append(f"{path:<{width}}{figures}{mark}")
    over = sum(lix.value > MOST for lix in pages.values())
    told = "Ingen sida ligger" if not over else f"{over} {'sida' if over == 1 else 'sidor'} ligger"
    lines += [
        "",
        f"{told} över {MOST}. Målet är {AIM}. Ordlistans ord räknas inte som långa; sista spalten har med dem.",
    ]
    return "\n".join(lines) + "\n"
