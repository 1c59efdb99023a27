"""Passages of a text, for an editor: the words as they stand, how a fact points them out, and what comes near a quote.

In: a text and words. Out: `Passage`, `Part` values, ids that would do. Not here: whether a quote holds (check).
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, count
from typing import Any, Literal

from atlas.check.walk import is_id
from atlas.load.fold import fold
from atlas.load.markdown import Text, slug
from atlas.load.quotes import Match, Miss, QuoteFinder, Stretch, Why, leads, pieces_of
from atlas.load.sentences import sentences

# How much of a quote must stand in a passage, counted in letters, for the passage to be worth showing.
_ENOUGH = 0.5
_LEADS_ON = re.compile(r"(?<=[:;]) ")
_WORD = re.compile(r"\S+")
_STOPS = ".,;:"
_ABSENT = Miss(Why.ABSENT)
_MARKS = ".,;:!?()\"'"
# Words that say nothing about what a fact is about.
_SMALL_WORDS = {
    *(
        "alla",
        "att",
        "av",
        "de",
        "dem",
        "den",
        "denna",
        "det",
        "detta",
        "dessa",
        "eller",
        "en",
        "ett",
        "för",
        "från",
        "har",
        "i",
    ),
    *(
        "inom",
        "med",
        "men",
        "mellan",
        "och",
        "om",
        "på",
        "samt",
        "ska",
        "skall",
        "som",
        "så",
        "till",
        "upp",
        "ut",
        "vid",
        "är",
        "även",
    ),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text: the path of headings above, the line, and the words as they stand there.

    `under` or `nth` is what a fact needs to point it out, when the same words stand in several places.
    """

    clause: tuple[str, ...]
    line: int
    words: str
    under: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words that is in both (`same`), only in the older (`gone`), or only in the newer (`new`)."""

    kind: Literal["same", "gone", "new"]
    words: str


def own_words(text: Text, match: Match, quote: str) -> str:
    """The quote with the text's own characters: its dashes, its quotation marks and its spaces."""
    blocks = text.clauses[match.clause].blocks
    rest = list(match.stretches)
    runs = []
    for piece in pieces_of(quote):
        words = ""
        while rest and len(words) < len(piece):
            part = rest.pop(0)
            words = f"{words} {blocks[part.block].words.text[part.start : part.end]}".lstrip()
        runs.append(words)
    return " […] ".join(runs)


def passage(finder: QuoteFinder, match: Match, quote: str) -> Passage:
    """The passage that a quote matches."""
    text = finder.text
    line = match.spans(text)[0].line
    return Passage(
        text.clauses[match.clause].path, line, own_words(text, match, quote), *pointed_out(finder, match, quote)
    )


def pointed_out(finder: QuoteFinder, match: Match, quote: str) -> tuple[str, int]:
    """What `under` or `nth` must be for a quote to mean this match; empty and 0 when the words do."""
    found = finder.find(quote, explain=False)
    if not isinstance(found, Miss) or found.why is not Why.MANY:
        return "", 0
    clause = finder.text.clauses[match.clause]
    above = [block.words.text for block in leads(clause, match.stretches[-1].block)]
    for words in [*above, *reversed(clause.path)]:
        short = " ".join(words.split()[:8])
        if finder.find(quote, short, explain=False) == match:
            return short, 0
    return "", found.near.index(match) + 1


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence: where it stands, its words with their places in the block, and the words bare of marks."""

    clause: int
    block: int
    tokens: tuple[tuple[str, int], ...]
    bare: tuple[str, ...]
    weights: Counter[str]


class Nearby:
    """Finds what is most like a quote that does not hold. Build it once per text."""

    def __init__(self, finder: QuoteFinder) -> None:
        self.finder = finder
        self._sentences = list(_sentences(finder.text))

    def nearest(self, words: str) -> Match | None:
        """The run of words within one sentence that is most like `words`; None when none has half of them."""
        wanted = _bare(fold(words).split())
        total = sum(map(len, wanted))
        counted = Counter(wanted)
        matcher = SequenceMatcher(None, b=wanted, autojunk=False)
        best, where = 0.0, None
        for each in self._sentences:
            common = sum(
                len(word) * min(times, counted[word]) for word, times in each.weights.items() if word in counted
            )
            if not common or common < total * _ENOUGH:
                continue
            matcher.set_seq1(each.bare)
            score, first, last = _window(matcher, each.bare, wanted)
            if score > best:
                best, where = score, _match(each, first, last)
        return where

    def quote(self, quote: str) -> str:
        """A quote that holds in the text and is most like this one, which does not; empty when nothing comes near."""
        near = self._quote(quote)
        bare = near.rstrip(_STOPS)
        # A full stop that was not quoted is none of the difference.
        ends_alike = quote.rstrip().endswith(tuple(_STOPS)) or self.finder.find(bare, explain=False) == _ABSENT
        return near if ends_alike else bare

    def _quote(self, quote: str) -> str:
        groups = [list(_parts(piece)) for piece in pieces_of(quote)]
        pieces = [part for group in groups for part in group]
        if len(pieces) > 1:
            near = [[self._standing(part) for part in group] for group in groups]
            flat = [part for group in near for part in group]
            # Where nothing is left out any longer, nothing may say so.
            for joined in (" […] ".join(map(" ".join, near)), " […] ".join(flat), " ".join(flat)):
                if isinstance(self.finder.find(joined, explain=False), Match):
                    return joined
        # What leads in says least of what a duty is; without a gap, all of it is one sentence.
        whole, last = " ".join(pieces), pieces[-1] if pieces else ""
        first, then = (last, whole) if len(pieces_of(quote)) > 1 else (whole, last)
        found = self.nearest(first) or self.nearest(then)
        return _words(self.finder.text, found) if found else ""

    def _standing(self, piece: str) -> str:
        found = self.finder.find(piece, explain=False)
        if isinstance(found, Match) or found.why is Why.MANY:
            return piece
        near = self.nearest(piece)
        return _words(self.finder.text, near) if near else piece


def _parts(piece: str) -> Iterator[str]:
    """What may have changed each for itself: sentences, and a lead-in and its item."""
    for start, end in sentences(piece):
        yield from (part for part in _LEADS_ON.split(piece[start:end].strip()) if part)


def _match(sentence: _Sentence, first: int, last: int) -> Match:
    # Most of a sentence is better shown as the sentence.
    if 3 * (last - first) >= 2 * len(sentence.tokens):
        first, last = 0, len(sentence.tokens)
    word, at = sentence.tokens[last - 1]
    return Match(sentence.clause, (Stretch(sentence.block, sentence.tokens[first][1], at + len(word)),))


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip(_MARKS).casefold() for word in words)


def _sentences(text: Text) -> Iterator[_Sentence]:
    for number, clause in enumerate(text.clauses):
        for index, block in enumerate(clause.blocks):
            for start, end in sentences(block.words.folded):
                tokens = [(each.group(), each.start()) for each in _WORD.finditer(block.words.folded, start, end)]
                bare = _bare([word for word, _ in tokens])
                if tokens:
                    yield _Sentence(number, index, tuple(tokens), bare, Counter(bare))


def _window(matcher: "SequenceMatcher[str]", there: Sequence[str], wanted: Sequence[str]) -> tuple[float, int, int]:
    """How alike the best stretch of a sentence is, and where it begins and ends."""
    hits = [block for block in matcher.get_matching_blocks() if block.size]

    def of(hits: list[Any]) -> tuple[float, int, int]:
        # Words in front of the first hit, and after the last, may be what was changed.
        first = max(0, hits[0].a - hits[0].b)
        last = min(len(there), hits[-1].a + hits[-1].size + len(wanted) - hits[-1].b - hits[-1].size)
        same = sum(len(word) for hit in hits for word in there[hit.a : hit.a + hit.size])
        total = sum(map(len, wanted))
        window = sum(map(len, there[first:last]))
        return (2 * same / (total + window) if same >= total * _ENOUGH else 0.0), first, last

    best = of(hits) if hits else (0.0, 0, 0)
    while len(hits) > 1:
        # A small word far off would stretch the window for nothing.
        hits = max(hits[1:], hits[:-1], key=lambda rest: of(rest)[0])
        best = max(best, of(hits), key=lambda found: found[0])
    return best


def _words(text: Text, match: Match) -> str:
    blocks = text.clauses[match.clause].blocks
    return " ".join(blocks[part.block].words.text[part.start : part.end] for part in match.stretches)


def word_difference(older: str, newer: str) -> tuple[Part, ...]:
    """Two runs of words, told as what stayed, went and came. Dashes and quotation marks alone are no difference."""
    old, new = older.split(), newer.split()
    matcher = SequenceMatcher(None, [fold(word) for word in old], [fold(word) for word in new], autojunk=False)
    parts: list[Part] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            parts.append(Part("same", " ".join(new[j1:j2])))
            continue
        parts += [Part("gone", " ".join(old[i1:i2]))] if i2 > i1 else []
        parts += [Part("new", " ".join(new[j1:j2]))] if j2 > j1 else []
    return tuple(parts)


def difference_told(parts: Sequence[Part]) -> str:
    """The words that differ: «tolv» → «nio»; «skriftligt» är borta; «senast» är nytt."""
    told = []
    before = ""
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        if part.kind == "gone":
            came = after.words if after and after.kind == "new" else ""
            told.append(f"«{part.words}» → «{came}»" if came else f"«{part.words}» är borta")
        elif part.kind == "new" and before != "gone":
            told.append(f"«{part.words}» är nytt")
        before = part.kind
    return "; ".join(told) or "inga ord, bara tecken"


def propose_id(words: str, taken: Container[str]) -> str:
    """A short id from the first words that say something, which no fact of the file has."""
    plain = [
        slug(word) for word in words.replace("[…]", " ").split() if word.casefold().strip(_MARKS) not in _SMALL_WORDS
    ]
    telling = [word for word in plain if is_id(word)][:3]
    stem = "-".join(telling)[:50].strip("-") or "faktum"
    stem = f"om-{stem}" if stem.startswith(("avsnitt", "aa")) else stem
    return next(each for each in chain([stem], (f"{stem}-{number}" for number in count(2))) if each not in taken)
