"""A draft to the text.md of an agreement, with the list of what was lost or changed on the way.

In: a `Draft`. Out: `Converted`. Not here: reading files and writing them (edge), and how the list looks (told.py).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from atlas.convert.draft import BREAK, Block, Draft, Line, Note
from atlas.convert.layout import read_pages
from atlas.convert.lines import to_blocks
from atlas.convert.markdown import render
from atlas.convert.people import Person, people
from atlas.convert.running import without_running
from atlas.convert.words import clean, heading_level, is_short, without_bullet

_SHORT_LINE = 60


@dataclass(frozen=True, slots=True)
class Converted:
    """The Markdown, how many blocks of each kind it has, what was lost or changed, and who may be named in it."""

    markdown: str
    counts: tuple[tuple[str, int], ...]
    notes: tuple[Note, ...]
    people: tuple[Person, ...]


def convert(draft: Draft) -> Converted:
    """The text of a document."""
    notes = list(draft.notes)
    if draft.blocks:
        blocks, first, told = _from_blocks(draft.blocks)
        notes = [
            replace(each, block=first[min(each.block, len(first) - 1)]) if each.block >= 0 else each for each in notes
        ]
        notes += told
    else:
        read = read_pages(draft.pages)
        kept, gone = without_running([[_clean(line) for line in page] for page in read.pages or draft.lines])
        blocks, mended = to_blocks([line for line in kept if line.text or line.table])
        notes += [*read.notes, *gone, *mended, *_guessed(blocks)]
    markdown, starts = render(blocks, marked=bool(draft.lines))
    counted = Counter(block.kind for block in blocks)
    counts = tuple((kind, counted[kind]) for kind in ("heading", "paragraph", "item", "table") if counted[kind])
    return Converted(markdown, counts, tuple(_placed(notes, starts)), tuple(people(blocks, starts)))


def converted_from(data: Mapping[str, Any]) -> Converted:
    """What `dataclasses.asdict` took apart, after a journey as JSON."""
    counts = tuple((kind, count) for kind, count in data["counts"])
    notes = tuple(Note(**each) for each in data["notes"])
    return Converted(data["markdown"], counts, notes, tuple(Person(**each) for each in data["people"]))


def _clean(line: Line) -> Line:
    # A soft hyphen at the end of a line is what joins its word to the next line.
    soft = "\u00ad" if line.text.rstrip().endswith("\u00ad") else ""
    table = tuple(tuple(clean(cell) for cell in row) for row in line.table)
    return replace(line, text=clean(line.text) + soft, table=table)


def _from_blocks(given: Sequence[Block]) -> tuple[list[Block], list[int], list[Note]]:
    """Blocks of a format that knows its structure. Where its author used none, numbers and bullets tell it.

    The second list says at which of the blocks each given one begins.
    """
    without = not any(block.kind == "heading" and block.level > 1 for block in given)
    blocks: list[Block] = []
    first: list[int] = []
    for block in given:
        first.append(len(blocks))
        blocks += [_bettered(_cleaned(part), without) for part in _parts(block)]
    return blocks, first, _guessed(blocks) if without else []


def _parts(block: Block) -> list[Block]:
    """A paragraph of short lines, as under a signature, is as many paragraphs."""
    lines = block.text.split(BREAK)
    if block.kind != "paragraph" or any(len(line) > _SHORT_LINE for line in lines):
        return [block]
    return [replace(block, text=line) for line in lines]


def _cleaned(block: Block) -> Block:
    rows = tuple(tuple(clean(cell) for cell in row) for row in block.rows)
    return replace(block, text=clean(block.text), rows=rows)


def _bettered(block: Block, guess: bool) -> Block:
    if block.kind != "paragraph":
        return block
    if item := without_bullet(block.text):
        return Block("item", item)
    level = heading_level(block.text) or (2 if block.bold and is_short(block.text) else 0)
    return replace(block, kind="heading", level=level) if guess and level else block


def _guessed(blocks: Sequence[Block]) -> list[Note]:
    count = sum(1 for block in blocks if block.kind == "heading")
    if not blocks:
        return []
    if not count:
        return [Note("", "Inga rubriker kändes igen. Sätt ## framför dem, så att avtalet får avsnitt.")]
    words = "1 rubrik kändes" if count == 1 else f"{count} rubriker kändes"
    return [Note("", f"{words} igen på nummer, storlek eller fet stil. Se efter att nivåerna stämmer.")]


def _placed(notes: Sequence[Note], starts: Sequence[int]) -> list[Note]:
    """The notes, those on a block now with its line in the text; alike ones once."""
    placed = []
    for note in notes:
        if note.block >= 0 and starts:
            line = starts[min(note.block, len(starts) - 1)]
            note = replace(note, place=f"text.md rad {line}", block=-1)
        placed.append(note)
    return list(dict.fromkeys(placed))
