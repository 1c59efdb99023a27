"""Quotes in the text's own characters, and dates in their form: each value with the edits that give it.

In: a folder, or a file of the vocabulary. Out: (scalar, what it shall say, edits). Not here: proving them (mend.py).
"""

import re
from collections.abc import Iterator

from atlas.check.proof import scalars
from atlas.edit.change import Edit, offsets
from atlas.edit.passage import own_words
from atlas.load.fold import fold
from atlas.load.quotes import Match, Miss, QuoteFinder, Why, pieces_of
from atlas.load.read import Folder
from atlas.load.tree import Mapping, Scalar
from atlas.source import File
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, fact_record
from atlas.topics.document_file import DOCUMENT
from atlas.topics.shape import Day, Shape, ShapeError
from atlas.topics.vocabulary_file import LAW_SECTION, VOCABULARIES

Mending = tuple[Scalar, str, tuple[Edit, ...]]
# A quote with fewer letters than this may stand somewhere by chance, once its spaces are gone.
_FEWEST_LETTERS = 12
_SEPARATOR = "[-‐‑‒–—−/.]"
_DATE = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})(?:{_SEPARATOR}(\d{{1,2}}))?$")
_YEARLY = re.compile(r"(\d{1,2})[-‐‑‒–—−](\d{1,2})$")


def quote_edits(folder: Folder) -> Iterator[Mending]:
    """The quotes that say the text's words with other characters."""
    if not folder.text:
        return
    finder = QuoteFinder(folder.text)
    for node in folder.quoting():
        quote = node.get("quote")
        words = _right_words(folder, finder, node, quote) if isinstance(quote, Scalar) else ""
        if isinstance(quote, Scalar) and words:
            yield quote, words, tuple(_rewritten(folder.file, quote, words))


def _right_words(folder: Folder, finder: QuoteFinder, node: Mapping, quote: Scalar) -> str:
    """What a quote shall say when that is not what it says; empty when it is, or when nobody can know."""
    found = folder.match(node)
    if isinstance(found, Match):
        words = own_words(finder.text, found, quote.text)
        # Blanks only count where YAML does not fold them.
        return words if words != quote.text.replace("\n", " ").strip(" ") else ""
    return _respaced(finder, quote.text) if isinstance(found, Miss) and found.why is Why.ABSENT else ""


def _respaced(finder: QuoteFinder, quote: str) -> str:
    """The words of the one place that has the same letters in the same order, with other spaces between them."""
    wanted = fold(quote).replace(" ", "")
    if len(pieces_of(quote)) > 1 or len(wanted) < _FEWEST_LETTERS:
        return ""
    found = []
    for clause in finder.text.clauses:
        letters = [
            (number, index)
            for number, block in enumerate(clause.blocks)
            for index, letter in enumerate(block.words.folded)
            if letter != " "
        ]
        joined = "".join(clause.blocks[number].words.folded[index] for number, index in letters)
        at = joined.find(wanted)
        while at >= 0:
            (first, start), (last, end) = letters[at], letters[at + len(wanted) - 1]
            if first == last:  # over the edge of a block, a space is no slip of the pen
                found.append(clause.blocks[first].words.text[start : end + 1])
            at = joined.find(wanted, at + 1)
    return found[0] if len(found) == 1 and isinstance(finder.find(found[0]), Match) else ""


def _rewritten(file: File, scalar: Scalar, words: str) -> Iterator[Edit]:
    """The edits after which a scalar says `words`: as few characters as can be, in the style that it has."""
    start, end = offsets(file, scalar.span)
    raw = file.text[start:end]
    if scalar.style in ("'", '"'):
        escaped = words.replace("'", "''") if scalar.style == "'" else words.replace("\\", "\\\\").replace('"', '\\"')
        yield Edit(start, end, f"{scalar.style}{escaped}{scalar.style}")
        return
    body = raw.index("\n") + 1 if scalar.style in ("|", ">") else 0
    there = list(re.finditer(r"\S+", raw[body:]))
    wanted = words.split(" ")
    if len(there) != len(wanted):
        indent = re.match(r"\s*", raw[body:])
        yield Edit(start + body + (indent.end() if indent else 0), end, words)
        return
    previous = None
    for token, word in zip(there, wanted, strict=True):
        begin = start + body + token.start()
        gap = raw[body:][previous.end() : token.start()] if previous else ""
        if previous and gap != " " and "\n" not in gap:
            yield Edit(begin - len(gap), begin, " ")
        if token.group() != word:
            yield Edit(begin, begin + len(token.group()), word)
        previous = token


def date_edits(folder: Folder) -> Iterator[Mending]:
    """The dates that can be read in one way only, and are not written in the form of a date."""
    for scalar, shape in _scalars(folder):
        words = date_form(scalar.text, shape) if isinstance(shape, Day) else ""
        start, end = offsets(folder.file, scalar.span)
        at = folder.file.text.find(scalar.text, start, end)
        if words and at >= 0:
            yield scalar, words, (Edit(at, at + len(scalar.text), words),)


def date_form(text: str, day: Day) -> str:
    """A date as its shape wants it, from one with other marks or without zeros; empty when it is right, or unclear."""
    if _reads(text, day):
        return ""
    match = _DATE.match(text.strip()) or _YEARLY.match(text.strip())
    written = "-".join(part.zfill(2) for part in match.groups() if part) if match else ""
    return written if written and _reads(written, day) else ""


def _reads(text: str, day: Day) -> bool:
    try:
        return bool(day.read(text))
    except ShapeError:
        return False


def _scalars(folder: Folder) -> Iterator[tuple[Scalar, Shape]]:
    if not folder.root:
        return
    if folder.kind in VOCABULARIES:
        for _, record in folder.root.entries:
            yield from scalars(record, VOCABULARIES[folder.kind])
            sections = record.get("sections") if isinstance(record, Mapping) else None
            for _, section in sections.entries if isinstance(sections, Mapping) else ():
                yield from scalars(section, LAW_SECTION)
        return
    yield from scalars(folder.root, AGREEMENT if folder.kind == "agreement" else DOCUMENT)
    for topic, fact in folder.facts():
        if topic in TOPICS:
            yield from scalars(fact, fact_record(TOPICS[topic], fact.text("status") == "delegated"))
