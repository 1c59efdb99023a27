"""An agreement's text to clauses and blocks, each knowing where it stands.

In: the `File` of a text.md. Out: `Text` and findings. Not here: what is quoted (quotes.py), how it looks (site).
The Markdown is a small one on purpose: headings, paragraphs, lists and tables. Everything else is words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from atlas.load.inline import Inline, parse_inline
from atlas.source import File, Finding, Rule, Span

SAME_PATH = Rule(
    "A502",
    "Två avsnitt har samma rubriker.",
    "Ett avsnitt hittas genom sina rubriker. Är de likadana går det inte att veta vilket som menas. Ändra rubriknivån "
    "så att det ena hamnar under en egen överrubrik. Orden i rubriken ska stå kvar som i originalet.",
    "## Styrgrupp\n### Uppgifter\n## Ledningsgrupp\n### Uppgifter",
)
EMPTY = Rule(
    "A501",
    "Avtalstexten saknas eller är tom.",
    "Varje citat prövas mot avtalets egen text. Lägg texten, ord för ord, i filen text.md i avtalets mapp.",
    "# Överenskommelse om familjecentral\n\n## 1. Parter\n\nMellan …",
)

LEAD_CLAUSE = "Inledning"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table cell.

    `level` is the heading's level, or the item's depth from 0. `lead` is the index, in the clause, of the block that
    leads into this item. `cell` is (table, row, column) and `header` whether the cell is in the head of its table.
    """

    kind: Literal["heading", "paragraph", "item", "cell"]
    words: Inline
    level: int = 0
    lead: int | None = None
    cell: tuple[int, int, int] = (0, 0, 0)
    header: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A heading and what follows up to the next heading of any level.

    `path` has its headings, outermost first; `anchor` is its address within the page, unique in its text.
    """

    path: tuple[str, ...]
    level: int
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text: where it stands, its title (may be empty) and its clauses."""

    file: File
    title: str
    clauses: tuple[Clause, ...]

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when a word changes, but not when only the mark-up does."""
        words = "\n".join(block.words.folded for clause in self.clauses for block in clause.blocks)
        return sha256(words.encode()).hexdigest()[:12]

    def span(self, block: Block, start: int, end: int) -> Span:
        """Where `block`'s characters from `start` up to `end` stand in the file."""
        return self.file.span(*block.words.range(start, end))


# What letters become in an address, before all else becomes a hyphen.
PLAIN: dict[int, str] = {ord(letter): plain for letter, plain in zip("åäöéü§", (*"aaoeu", " paragraf "), strict=True)}


def slug(words: str) -> str:
    """Words as part of an address: lower case, a–z, digits and hyphens."""
    plain = words.lower().translate(PLAIN)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:(?:^|[ \t]+)#+)?[ \t]*$")
_ITEM = re.compile(r"([ \t]*)[-+*][ \t]+(?=\S)")
_RULE_ROW = re.compile(r"\|(?=.*-)[ \t:|-]+$")


def parse_text(file: File) -> tuple[Text, list[Finding]]:
    """The text of a file, and its findings."""
    title, clauses = _clauses(file)
    text = Text(file, title, tuple(clauses))
    if not any(clause.blocks for clause in clauses):
        return text, [EMPTY.at(Span(file.path), "Filen innehåller ingen text.")]
    return text, list(_same_paths(text))


def _same_paths(text: Text) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], int] = {}
    for clause in text.clauses:
        if not clause.level:
            continue
        heading = clause.blocks[0]
        span = text.span(heading, 0, len(heading.words.text))
        if clause.path in seen:
            first = seen[clause.path]
            yield SAME_PATH.at(span, f"Rubriken «{' › '.join(clause.path)}» finns redan på rad {first}.")
        seen.setdefault(clause.path, span.line)


def _clauses(file: File) -> tuple[str, list[Clause]]:
    title = ""
    path: list[tuple[int, str]] = []
    clauses = [Clause((LEAD_CLAUSE,), 0, ())]
    blocks: list[Block] = []
    for block in _blocks(file):
        is_title = block.kind == "heading" and block.level == 1 and not title and len(clauses) == 1 and not blocks
        if is_title:
            title = block.words.text
        elif block.kind == "heading":
            clauses[-1] = replace(clauses[-1], blocks=tuple(_led(blocks)))
            blocks = []
            path = [entry for entry in path if entry[0] < block.level] + [(block.level, block.words.text)]
            clauses.append(Clause(tuple(words for _, words in path), block.level, ()))
        blocks.append(block)
    clauses[-1] = replace(clauses[-1], blocks=tuple(_led(blocks)))
    return title, _anchored(clauses if clauses[0].blocks else clauses[1:])


def _anchored(clauses: list[Clause]) -> list[Clause]:
    """The clauses with their addresses. Headings that differ in words may still be alike as addresses."""
    taken: set[str] = set()
    # Where the search for a free number goes on, so that a thousand headings alike are not counted anew each time.
    after: dict[str, int] = {}
    found = []
    for clause in clauses:
        plain = "avsnitt-" + slug(" ".join(clause.path))
        number = after.get(plain, 1)
        while (anchor := plain if number == 1 else f"{plain}-{number}") in taken:
            number += 1
        after[plain] = number + 1
        taken.add(anchor)
        found.append(replace(clause, anchor=anchor))
    return found


def _led(blocks: list[Block]) -> Iterator[Block]:
    """The blocks of one clause, each list item now knowing the block that leads into it."""
    lead_at: dict[int, int | None] = {}
    for index, block in enumerate(blocks):
        if block.kind != "item":
            opens = block.kind == "paragraph" and not block.words.text.endswith((".", "!", "?"))
            lead_at = {0: index if opens else None}
            yield block
            continue
        # An item may be indented by more than one level at once; what was deeper belonged to the item before it.
        lead_at = {level: lead for level, lead in lead_at.items() if level <= block.level}
        yield replace(block, lead=lead_at[max(lead_at)] if lead_at else None)
        lead_at[block.level + 1] = index


def _blocks(file: File) -> Iterator[Block]:
    kind: Literal["paragraph", "item"] = "paragraph"
    level = 0
    pieces: list[tuple[int, int]] = []
    table, row = 0, -1
    for number in range(1, len(file.starts) + 1):
        line, start = file.line(number), file.starts[number - 1]
        bare = line.strip()
        heading = _HEADING.match(line) if line.startswith("#") else None
        item = _ITEM.match(line) if bare.startswith(("-", "+", "*")) else None
        if pieces and (not bare or heading or item or bare.startswith("|")):
            yield Block(kind, parse_inline(file.text, pieces), level)
            pieces, kind, level = [], "paragraph", 0
        if not bare.startswith("|"):
            table, row = (table + 1, -1) if row >= 0 else (table, row)
        if heading:
            yield Block("heading", parse_inline(file.text, [_piece(start, heading, 2)]), len(heading.group(1)))
        elif bare.startswith("|"):
            if row > 0 or not _RULE_ROW.match(bare):
                row += 1
                yield from _cells(file, start, line, (table, row))
        elif bare:
            if item:
                kind, level = "item", len(item.group(1).expandtabs(4)) // 2
            begin = item.end() if item else len(line) - len(line.lstrip())
            pieces.append((start + begin, start + len(line.rstrip())))
    if pieces:
        yield Block(kind, parse_inline(file.text, pieces), level)


def _piece(start: int, match: re.Match[str], group: int) -> tuple[int, int]:
    return start + match.start(group), start + match.end(group)


def _cells(file: File, start: int, line: str, place: tuple[int, int]) -> Iterator[Block]:
    begin = line.index("|") + 1
    column = 0
    while (end := _next_bar(line, begin)) >= 0 or line[begin:].strip():
        end = end if end >= 0 else len(line)  # the last bar of a row may be missing; its words may not
        raw = line[begin:end]
        first = begin + (len(raw) - len(raw.lstrip()) if raw.strip() else 0)
        words = parse_inline(file.text, [(start + first, start + max(first, begin + len(raw.rstrip())))])
        yield Block("cell", words, cell=(*place, column), header=place[1] == 0)
        begin, column = end + 1, column + 1


def _next_bar(line: str, begin: int) -> int:
    end = line.find("|", begin)
    while end > 0 and line[end - 1] == "\\":
        end = line.find("|", end + 1)
    return end
