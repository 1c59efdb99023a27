"""Finding a quote in a text: the one promise of this site rests on this file.

In: a `Text` and the words of a quote. Out: a `Match` with every stretch that it covers, or a `Miss` that says why not.
Not here: what a finding says about a miss (check), and how a match is marked on a page (site).

A quote matches when its words stand in that order within one clause, once white space, dashes, quotation marks, soft
hyphens, Unicode form and Markdown marks are folded. Case counts; a quote begins and ends at word boundaries. `[…]`
leaves words out: inside one sentence, or from a lead-in to one item of the list right under it, and never one of the
words that turn a meaning round. The shortest match from the left counts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property

from atlas.load.fold import fold, is_word_character
from atlas.load.markdown import Block, Clause, Text
from atlas.load.sentences import sentence_ends, sentences
from atlas.source import Span

TURNING_WORDS = ("inte", "ej", "aldrig", "utan", "endast", "högst", "minst")
_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_TURNING = re.compile(rf"\b(?:{'|'.join(TURNING_WORDS)})\b", re.IGNORECASE)


class Why(Enum):
    """Why a quote has no match."""

    ABSENT = "absent"
    LEAVES_OUT = "leaves_out"
    MANY = "many"
    NOWHERE_THERE = "nowhere_there"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters of one block: `start` up to `end` of its words."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quote stands: its clause (index in the text) and its stretches, in order, never over a block's edge."""

    clause: int
    stretches: tuple[Stretch, ...]

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it begins, to put matches in the order of the text: its clause, its block, the character there."""
        first = self.stretches[0]
        return self.clause, first.block, first.start

    def spans(self, text: Text) -> tuple[Span, ...]:
        """The places in the file."""
        blocks = text.clauses[self.clause].blocks
        return tuple(text.span(blocks[part.block], part.start, part.end) for part in self.stretches)


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a quote has no single match. `near` has places worth looking at, `word` what stood in the way."""

    why: Why
    near: tuple[Match, ...] = ()
    word: str = ""


class QuoteFinder:
    """Finds quotes in one text. Build it once per text: it joins the words of all blocks into one string."""

    def __init__(self, text: Text) -> None:
        self.text = text
        parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        length = 0
        for number, clause in enumerate(text.clauses):
            for index, block in enumerate(clause.blocks):
                if block.words.folded:
                    self._starts.append(length)
                    self._places.append((number, index))
                    parts.append(block.words.folded + " ")
                    length += len(block.words.folded) + 1
            # A line feed never stands in a folded quote, so no match can cross from one clause into the next.
            parts.append("\n")
            length += 1
        self._words = "".join(parts)

    def find(self, quote: str, under: str = "", nth: int | None = None, explain: bool = True) -> Match | Miss:
        """The one place where `quote` stands.

        `under` keeps the places below a heading or lead-in with those words; `nth` (from 1) picks one of several.
        Without `explain` a miss does not say what came near, which takes by far the longest to find out.
        """
        pieces = pieces_of(quote)
        if not all(pieces):
            return Miss(Why.LEAVES_OUT, word="[…]") if any(pieces) else Miss(Why.ABSENT)
        found = [self._match(chain) for chain in self._chains(pieces)]
        if not found:
            return self._explain(pieces) if explain else Miss(Why.ABSENT)
        if under:
            below = [match for match in found if self._is_under(match, fold(under))]
            if not below:
                return Miss(Why.NOWHERE_THERE, tuple(found), under)
            found = below
        if nth is not None:
            return found[nth - 1] if 0 < nth <= len(found) else Miss(Why.NOWHERE_THERE, tuple(found), str(nth))
        return found[0] if len(found) == 1 else Miss(Why.MANY, tuple(found))

    # --- finding -------------------------------------------------------------------------------------------------

    def _occurrences(self, piece: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        words = self._words
        at = words.find(piece, start, end)
        while at >= 0:
            stop = at + len(piece)
            starts_inside = is_word_character(words, at) and is_word_character(words, at - 1)
            ends_inside = is_word_character(words, stop - 1) and is_word_character(words, stop)
            if not starts_inside and not ends_inside:
                yield at
            at = words.find(piece, at + 1, end)

    def _chains(self, pieces: list[str]) -> list[tuple[tuple[int, int], ...]]:
        """Every place where the pieces stand in order, as (start, end) pairs; the shortest of those that end alike."""
        by_end: dict[int, tuple[tuple[int, int], ...]] = {}
        dead_ends: set[tuple[int, int]] = set()
        for start in self._occurrences(pieces[0]):
            chain = self._continue(((start, start + len(pieces[0])),), pieces[1:], dead_ends)
            if chain:
                by_end[chain[-1][1]] = chain  # a later start with the same end is the shorter one
        return sorted(by_end.values())

    def _continue(
        self, chain: tuple[tuple[int, int], ...], rest: list[str], dead_ends: set[tuple[int, int]]
    ) -> tuple[tuple[int, int], ...]:
        if not rest:
            return chain
        end = chain[-1][1]
        if (end, len(rest)) in dead_ends:
            return ()
        clause_end = self._words.find("\n", end)
        for at in self._occurrences(rest[0], end, clause_end):
            if not self._gap_fault(end, at, at + len(rest[0])):
                whole = self._continue((*chain, (at, at + len(rest[0]))), rest[1:], dead_ends)
                if whole:
                    return whole
        dead_ends.add((end, len(rest)))
        return ()

    def _gap_fault(self, end: int, at: int, stop: int) -> str:
        """What forbids leaving out the words from `end` to the piece at `at` up to `stop`; empty when nothing does."""
        here, there = self._block_at(end - 1), self._block_at(at)
        if here == there:
            left_out = self._words[end:at]
            return self._fault(here, left_out, end, at) if left_out.strip() else "[…]"
        # From a lead-in to one item: the words that follow may not run on into the next.
        if self._block(there).lead != self._places[here][1] or self._block_at(stop - 1) != there:
            return "listan"
        if self._block(here).words.folded.endswith((".", "!", "?")):
            return "meningen"
        lead_end = self._starts[here] + len(self._block(here).words.folded)
        tail, head = self._words[end:lead_end], self._words[self._starts[there] : at]
        if there == here + 1 and not tail.strip() and not head.strip():
            return "[…]"
        return self._fault(here, tail, end, lead_end) or self._fault(there, head, self._starts[there], at)

    def _fault(self, block: int, left_out: str, start: int, end: int) -> str:
        offset = self._starts[block]
        if any(start <= offset + stop <= end for stop in sentence_ends(self._block(block).words.folded)):
            return "meningen"
        turning = _TURNING.search(left_out)
        return turning.group() if turning else ""

    # --- from the joined string back to blocks ---------------------------------------------------------------------

    def _block_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _block(self, index: int) -> Block:
        clause, block = self._places[index]
        return self.text.clauses[clause].blocks[block]

    def _match(self, chain: tuple[tuple[int, int], ...]) -> Match:
        stretches: list[Stretch] = []
        for start, end in chain:
            for index in range(self._block_at(start), self._block_at(end - 1) + 1):
                begin = self._starts[index]
                last = begin + len(self._block(index).words.folded)
                stretches.append(Stretch(self._places[index][1], max(start, begin) - begin, min(end, last) - begin))
        return Match(self._places[self._block_at(chain[0][0])][0], tuple(stretches))

    def _is_under(self, match: Match, words: str) -> bool:
        clause = self.text.clauses[match.clause]
        above = [fold(heading) for heading in clause.path]
        above += [block.words.folded for block in leads(clause, match.stretches[-1].block)]
        return any(words.casefold() in candidate.casefold() for candidate in above)

    # --- why there is none -------------------------------------------------------------------------------------------

    def _explain(self, pieces: list[str]) -> Miss:
        """Tell words that stand there but may not be joined from words that do not stand there at all."""
        for start in self._occurrences(pieces[0]):
            chain = [(start, start + len(pieces[0]))]
            fault = ""
            for piece in pieces[1:]:
                end = chain[-1][1]
                at = next(self._occurrences(piece, end, self._words.find("\n", end)), -1)
                if at < 0:
                    break
                fault = fault or self._gap_fault(end, at, at + len(piece))
                chain.append((at, at + len(piece)))
            if len(chain) == len(pieces) > 1:
                return Miss(Why.LEAVES_OUT, (self._match(tuple(chain)),), fault)
        return Miss(Why.ABSENT, self._nearest(" ".join(pieces)))

    def _nearest(self, words: str) -> tuple[Match, ...]:
        best, where = 0.45, None
        matcher = SequenceMatcher(None, b=words.casefold().split(), autojunk=False)
        for start, end, match in self._sentences:
            matcher.set_seq1(self._words[start:end].casefold().split())
            if matcher.real_quick_ratio() > best and matcher.ratio() > best:
                best, where = matcher.ratio(), match
        return (where,) if where else ()

    @cached_property
    def _sentences(self) -> list[tuple[int, int, Match]]:
        found = []
        for index, begin in enumerate(self._starts):
            clause, block = self._places[index]
            for start, end in sentences(self._block(index).words.folded):
                found.append((begin + start, begin + end, Match(clause, (Stretch(block, start, end),))))
        return found


def pieces_of(quote: str) -> list[str]:
    """The runs of words of a quote, folded, between its `[…]`."""
    return _GAP.split(fold(quote))


def leads(clause: Clause, block: int) -> Iterator[Block]:
    """The blocks that lead into block number `block`, the nearest first."""
    lead = clause.blocks[block].lead
    while lead is not None:
        yield clause.blocks[lead]
        lead = clause.blocks[lead].lead
