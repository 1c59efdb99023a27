"""What to bring to a meeting, as a Word document per agreement, with room for one's own notes.

In: a renderer. Out: files below `data/underlag/`. Not here: what a brief says (views/brief.py), and the
format (word.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from atlas.model.agreement import Agreement
from atlas.site.made import Costly, Make
from atlas.site.page import Renderer
from atlas.site.word import CELL, SMALL, Cell, Paper, Words
from atlas.topics.common import when
from atlas.topics.topic import STATUSES
from atlas.views.brief import DATES, Brief, Line, Part, Side, Subject, brief, labels
from atlas.views.keys import DIFFERS


def files(render: Renderer) -> dict[str, Make]:
    """A document for every agreement, templates included."""

    def write(words: Iterable[Brief]) -> bytes:
        return document(next(iter(words)), render.clock)

    return {document_of(each.id): Costly(partial(_words, render, each), write) for each in render.atlas.agreements}


def _words(render: Renderer, agreement: Agreement) -> tuple[Brief]:
    return (_with_addresses(render, brief(render.atlas, agreement, render.clock)),)


def _with_addresses(render: Renderer, brief: Brief) -> Brief:
    return replace(brief, reads=tuple(replace(read, url=render.whole(read.url)) for read in brief.reads))


def document_of(agreement: str) -> str:
    """The address of the document on the agreement with that id."""
    return f"data/underlag/{agreement.replace('/', '-')}.docx"


def document(brief: Brief, clock: str) -> bytes:
    """The document."""
    paper = Paper(brief.title, clock)
    first = brief.reads[0]
    paper.add(
        Words(f"{first.title} ({first.kind.lower()})"),
        Words(_compared(brief), bold="Jämförs med: "),
        Words(f"{when(clock)}. På webbplatsen finns {brief.counted} avtal.", bold="Uppgifternas datum: "),
        Words("Läsningen är redaktionens, inte avtalsparternas. Citaten är avtalens egna ord.", SMALL),
    )
    _overview(paper, brief)
    _dates(paper, brief, clock)
    _open(paper, brief)
    paper.rules(8)
    for number, part in enumerate(brief.parts):
        _part(paper, part, new_page=not number)
    _reads(paper, brief)
    return paper.bytes()


def _compared(brief: Brief) -> str:
    if brief.alone:
        return f"Inget annat avtal från {brief.county} finns på webbplatsen."
    others = (read.name if read.binds else f"{read.name} (räknas inte som avtal)" for read in brief.reads[1:])
    return f"{', '.join(others)}. {brief.rest}".strip()


def _overview(paper: Paper, brief: Brief) -> None:
    part = brief.parts[0]
    if part.named:
        return
    paper.heading("I korthet", 1)
    paper.add(Words(part.lead, bold=f"{part.title}. "))
    rows = [
        (
            (Words("", CELL, subject.name),),
            (Words(_answer(subject.sides[0]), CELL),),
            tuple(_other(side, len(subject.sides)) for side in subject.sides[1:]) or (Words(subject.told, CELL),),
        )
        for subject in part.subjects
    ]
    last = "Alla avtal" if brief.alone else "Andra i länet" if len(brief.reads) > 2 else brief.reads[1].name
    paper.table("I korthet", ("Ämne", brief.name, last), rows, (3, 5, 5))


def _other(side: Side, count: int) -> Words:
    return Words(_answer(side), CELL, f"{side.name}: " if count > 2 else "")


def _answer(side: Side) -> str:
    """A side in a few words, with its status wherever that is not just that the text answers."""
    if not side.lines:
        return STATUSES[side.status].label
    status = "" if side.status == "stated" else f"{STATUSES[side.status].label}: "
    return status + side.short


def _dates(paper: Paper, brief: Brief, clock: str) -> None:
    if not brief.dates:
        return
    paper.heading("Datum att bevaka", 1)
    paper.add(Words(f"{DATES} Nästa är räknat från {when(clock)}.", SMALL))
    rows = [
        (
            (Words("", CELL, each.what), Words(each.name, SMALL)),
            (Words(each.next, CELL), *((Words(each.pattern, SMALL),) if each.often else ())),
            (Words(each.rule, CELL),),
        )
        for each in brief.dates
    ]
    paper.table("Datum att bevaka", ("Vad", "Nästa", "Så är det räknat"), rows, (4, 3, 6))


def _open(paper: Paper, brief: Brief) -> None:
    paper.heading("Öppna frågor", 1)
    for words in (*(question for read in brief.reads for question in read.open), *brief.overlaps):
        paper.add(Words(words, "List Bullet"))
    if brief.unclear:
        rows = [
            ((Words(line.says, CELL, f"{line.name}. {_status(line)}"), *_more(line)), _quote(line))
            for line in brief.unclear
        ]
        paper.table("Öppna frågor", ("Vad som är oklart", "Avtalets egna ord"), rows, (1, 1))


def _part(paper: Paper, part: Part, new_page: bool) -> None:
    paper.heading(part.title, 1, new_page)
    paper.add(Words(part.lead))
    for subject in part.subjects:
        if part.named:
            paper.add(Words(f" ({subject.told})", "List Bullet", subject.name))
        else:
            _subject(paper, subject, rules=2 if part.id == DIFFERS else 1)


def _subject(paper: Paper, subject: Subject, rules: int) -> None:
    paper.heading(subject.name, 2)
    counted = " · ".join(f"{STATUSES[status].label} {count}" for status, count in subject.spread)
    paper.add(Words(f"Bland alla avtal på webbplatsen: {counted}", SMALL))
    rows = [row for side in subject.sides for row in _side(side)]
    paper.table(subject.name, ("Så har redaktionen läst", "Avtalets egna ord"), rows, (1, 1))
    paper.rules(rules)


def _side(side: Side) -> Iterator[tuple[Cell, ...]]:
    yield ((Words(f" · {labels(side.status, side.also)}", CELL, side.name),),)
    for line in side.lines:
        status = _status(line) if line.status not in ("stated", side.status) else ""
        yield (Words(line.says, CELL, status), *_more(line)), _quote(line)


def _status(line: Line) -> str:
    return f"{STATUSES[line.status].label}: "


def _more(line: Line) -> Cell:
    told = (
        Words(f"Hänvisar till: {line.to}", SMALL) if line.to else None,
        Words(f"Kommentar: {line.remark}", SMALL) if line.remark else None,
    )
    return tuple(words for words in told if words)


def _quote(line: Line) -> Cell:
    return Words(f"«{line.quote}»", "Quote"), Words(line.clause, SMALL)


def _reads(paper: Paper, brief: Brief) -> None:
    paper.heading("Vem som har läst, och när", 1)
    rows = [
        ((Words(read.url, SMALL, read.name),), (Words(read.read, CELL),), (Words(read.in_force, CELL),))
        for read in brief.reads
    ]
    paper.table(
        "Vem som har läst, och när", ("Text och adress på webbplatsen", "Läst av", "Gäller det i dag?"), rows, (3, 2, 3)
    )
