"""A report template as a Word document to write in: its headings, its guidance, and room for one's own words.

In: a renderer. Out: files below `data/samordnare/`. Not here: what a template says (views/report_template.py), and the
format (word.py).
"""

from functools import partial

from atlas.model.agreement import Document
from atlas.site.made import Make
from atlas.site.page import Renderer
from atlas.site.word import CELL, SMALL, Paper, Words
from atlas.views.reflection import Reflection
from atlas.views.report_template import Demands, Part, Passage, Template, templates

_ROOM = 3


def files(render: Renderer) -> dict[str, Make]:
    """A document for every template."""
    return {document_of(each.document): partial(document, each, render.clock) for each in templates(render.atlas)}


def document_of(document: Document) -> str:
    """The address of a template's Word document."""
    return f"data/samordnare/{document.id.replace('/', '-')}.docx"


def document(template: Template, clock: str) -> bytes:
    """The document."""
    title, *parts = template.parts
    paper = Paper(title.section.heading, clock)
    paper.add(Words(template.document.title, SMALL))
    paper.add(Words("Anvisningarna är mallens egna ord. Ta bort dem när du har skrivit.", SMALL))
    _inside(paper, template, title)
    for part in parts:
        # The title is the first level of the text; Word has a style of its own for that.
        paper.heading(part.section.heading, max(part.section.level - 1, 1))
        _inside(paper, template, part)
    if template.own and template.own.contents:
        _demands(paper, template.own)
    return paper.bytes()


def _inside(paper: Paper, template: Template, part: Part) -> None:
    for passage in part.before:
        _passage(paper, passage)
    for name in part.section.statistics:
        paper.add(Words("", bold=f"{name[0].upper()}{name[1:]}: "))
    if part.statements and template.reflection:
        _statements(paper, template.reflection)
    if part.section.fill != "fixed":
        paper.add(*[Words("")] * _ROOM)
    for passage in part.after:
        _passage(paper, passage)


def _passage(paper: Paper, passage: Passage) -> None:
    if passage.ask:
        paper.add(Words(passage.words, "Quote", "Anvisning: "))
    else:
        paper.add(Words(passage.words, "List Bullet" if passage.item else "Normal"))


def _statements(paper: Paper, reflection: Reflection) -> None:
    for area in reflection.areas:
        rows = [
            ((Words(each.quote, CELL, f"{each.name}: "),), (Words("", CELL),), (Words("", CELL),))
            for each in area.statements
        ]
        head = (area.name, f"Var ni är: {' – '.join(reflection.ends)}", "Kommentar")
        paper.table(area.name, head, rows, (5, 3, 3))


def _demands(paper: Paper, demands: Demands) -> None:
    paper.heading("Det som avtalet kräver i rapporten", 1)
    paper.add(Words(f"Rubriken är vår. Kraven kommer från {demands.name}.", SMALL))
    for fact in demands.contents:
        paper.add(Words(fact.says), Words(f"«{fact.quote}»", "Quote"), Words(fact.clause[-1], SMALL), Words(""))
