"""An agreement's text as rows: a passage, and beside it what it was read as.

In: a document with its readings. Out: sections of rows, ready for the template. Not here: the marks themselves
(marks.py), and what a document's entries were read as (readings.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from atlas.load.markdown import Block, Clause
from atlas.load.quotes import Match
from atlas.model.agreement import Document, Fact, Note
from atlas.site.marks import Mark, marked, marks_by_block
from atlas.site.words import Abbreviations
from atlas.source import Span
from atlas.topics import TOPICS


@dataclass(frozen=True, slots=True)
class Reading:
    """What one quote was read as: `label` is what it answers, with its page, and `says` how. `id` is its address here,
    `place` where an editor finds it.

    What the margin leaves out, such as guidance to a section, has no label.
    """

    label: str
    url: str
    id: str
    says: str
    quote: str
    clause: str
    match: Match
    place: Span
    status: str = "stated"
    to: str = ""
    note: str = ""


def fact_reading(fact: Fact) -> Reading:
    """What a fact was read as: an answer to its topic."""
    topic, clause = TOPICS[fact.topic], fact.clause[-1]
    url = f"jamfor/{topic.id}/index.html"
    quoted = (fact.id, fact.says, fact.quote, clause, fact.match, fact.place)
    return Reading(topic.name, url, *quoted, status=fact.status, to=fact.to, note=fact.note)


@dataclass(frozen=True, slots=True)
class TextRow:
    """A passage (a paragraph, a list or a table, as HTML) and what stands beside it."""

    html: Markup
    readings: tuple[tuple[Reading, ...], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A clause: its heading (empty before the first), level on the page, address and rows."""

    heading: Markup
    level: int
    anchor: str
    rows: tuple[TextRow, ...]


def sections(document: Document, readings: Sequence[Reading], words: Abbreviations) -> tuple[Section, ...]:
    """The whole text, clause by clause."""
    marks = marks_by_block((reading.id, reading.match) for reading in readings)
    clauses = enumerate(document.text.clauses)
    return tuple(_section(document, number, clause, readings, marks, words) for number, clause in clauses)


def _section(
    document: Document,
    number: int,
    clause: Clause,
    readings: Sequence[Reading],
    marks: Mapping[tuple[int, int], list[Mark]],
    words: Abbreviations,
) -> Section:
    here = [reading for reading in readings if reading.label and reading.match.clause == number]
    notes = [note for note in document.notes if note.match and note.match.clause == number]
    heading, rows = Markup(""), list[TextRow]()
    # What was read out of a heading stands beside the first passage below it.
    of_heading: tuple[list[Reading], list[Note]] = ([], [])
    for indexes in _passages(clause):
        blocks = [clause.blocks[index] for index in indexes]
        html = {index: marked(clause.blocks[index], marks.get((number, index), ()), words) for index in indexes}
        beside = [reading for reading in here if reading.match.stretches[-1].block in indexes]
        told = [note for note in notes if note.match and note.match.stretches[-1].block in indexes]
        if blocks[0].kind == "heading" and clause.level:
            heading, of_heading = _markdown_heading(html[indexes[0]]), (beside, told)
            continue
        if not rows:
            beside, told = of_heading[0] + beside, of_heading[1] + told
        rows.append(TextRow(_passage(blocks, list(html.values())), _by_label(beside), tuple(told)))
    if not rows and any(of_heading):
        rows.append(TextRow(Markup(""), _by_label(of_heading[0]), tuple(of_heading[1])))
    return Section(heading, min(max(clause.level, 2), 6), clause.anchor, tuple(rows))


def _by_label(readings: list[Reading]) -> tuple[tuple[Reading, ...], ...]:
    labels = dict.fromkeys(reading.label for reading in readings)
    return tuple(tuple(reading for reading in readings if reading.label == label) for label in labels)


def _passages(clause: Clause) -> Iterator[list[int]]:
    """The indexes of the blocks that belong on one row: one paragraph, one whole list, or one whole table."""
    group: list[int] = []
    for index, block in enumerate(clause.blocks):
        before = clause.blocks[group[-1]] if group else None
        goes_on = before and block.kind == before.kind and block.kind in ("item", "cell")
        if group and not (goes_on and before and block.cell[0] == before.cell[0]):
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _markdown_heading(html: Markup) -> Markup:
    # A generator reads headings as Markdown; all that our HTML may hold of Markdown's own signs is in the words.
    signs = str.maketrans({sign: f"&#{ord(sign)};" for sign in r"\`*_{}[]()#+!|~^:"})
    parts = str(html).split("<")
    words = [parts[0].translate(signs)]
    for part in parts[1:]:
        tag, _, rest = part.partition(">")
        words.append(f"<{tag}>{_outside_entities(rest, signs)}")
    return Markup("".join(words))


def _outside_entities(text: str, signs: dict[int, str]) -> str:
    """`text` with Markdown's signs as entities, leaving the `#` of entities that are there already."""
    head, *tail = text.split("&")
    told = [head.translate(signs)]
    for part in tail:
        entity, _, rest = part.partition(";")
        told.append(f"&{entity};{rest.translate(signs)}")
    return "".join(told)


def _passage(blocks: Sequence[Block], html: Sequence[Markup]) -> Markup:
    if blocks[0].kind == "item":
        return _list(blocks, html)
    if blocks[0].kind == "cell":
        return _table(blocks, html)
    # The text's own title stands above its first clause; the page's heading is the agreement's name.
    tag = "aa-title" if blocks[0].kind == "heading" else "aa-paragraph"
    return Markup(f'<p class="{tag}">{html[0]}</p>')


def _list(blocks: Sequence[Block], html: Sequence[Markup]) -> Markup:
    out, depth = ["<ul>"], 0
    for number, (block, words) in enumerate(zip(blocks, html, strict=True)):
        level = min(block.level, depth + 1) if number else 0
        if level > depth:
            out.append("<ul>")
        elif number:
            out.append("</li>" + "</ul></li>" * (depth - level))
        out.append(f"<li>{words}")
        depth = level
    return Markup("".join([*out, "</li>", "</ul></li>" * depth, "</ul>"]))


def _table(blocks: Sequence[Block], html: Sequence[Markup]) -> Markup:
    rows: dict[int, list[Markup]] = {}
    for block, words in zip(blocks, html, strict=True):
        # An empty corner is no header: a screen reader would read it out before every cell below.
        tag = Markup('th scope="col"') if block.header and words else Markup("td")
        cell = Markup("<{}>{}</{}>").format(tag, words, Markup("th") if block.header and words else Markup("td"))
        rows.setdefault(block.cell[1], []).append(cell)
    lines = [Markup("<tr>{}</tr>").format(Markup("").join(cells)) for cells in rows.values()]
    head, body = lines[0], Markup("").join(lines[1:])
    caption = escape("Tabell ur texten")
    return Markup(
        '<div class="aa-scroll" tabindex="0" role="region" aria-label="{}"><table class="aa-text-table">'
        '<caption class="aa-hidden">{}</caption><thead>{}</thead><tbody>{}</tbody></table></div>'
    ).format(caption, caption, head, body)
