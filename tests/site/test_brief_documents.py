"""The Word documents, opened as Word opens them: headings, tables that hold together, language, the same bytes."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import docx
from docx.document import Document
from docx.oxml.ns import qn

from atlas.model.agreement import Answer, Atlas
from atlas.site.build import Site
from atlas.site.files.briefs import document, document_of
from atlas.site.page import Renderer
from atlas.site.pages.briefs import pages
from atlas.topics import TOPICS
from atlas.views.brief import Brief, briefs
from atlas.views.brief import brief as brief_of
from atlas.views.comparison import comparisons
from edge.disk import read_templates

CLOCK = "2026-01-01"
HOSTILE = ["=cmd", "+1", "@x", "a\x00b\x0b\ufffe", "o" * 3000, "<b>fet</b> &amp; ]]>"]


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def words_of(data: bytes) -> str:
    made = opened(data)
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in made.paragraphs] + cells)


def test_every_agreement_has_one_and_its_page_links_to_it(site: Site, atlas: Atlas) -> None:
    pages = {page.path: page.markdown for page in site.pages}
    for agreement in atlas.agreements:
        name = f"{agreement.id.replace('/', '-')}.docx"
        assert f"data/underlag/{name}" in site.files
        assert f"/data/underlag/{name}" in pages[f"underlag/{agreement.id}/index.md"]


def test_everything_of_the_brief_is_in_it(atlas: Atlas) -> None:
    for told in briefs(atlas, CLOCK):
        words = words_of(document(told, CLOCK))
        sides = [side for part in told.parts for subject in part.subjects if not part.named for side in subject.sides]
        lines = [*told.unclear, *(line for side in sides for line in side.lines)]
        assert lines
        for line in lines:
            assert line.says in words and f"«{line.quote}»" in words and line.remark in words and line.to in words
        assert all(subject.name in words for part in told.parts for subject in part.subjects)
        assert all(question in words for read in told.reads for question in read.open)
        assert all(day.what in words and day.next in words and day.rule in words for day in told.dates)
        assert all(read.read in words and read.in_force in words for read in told.reads)


def first(atlas: Atlas) -> tuple[Brief, Document]:
    told = briefs(atlas, CLOCK)[0]
    return told, opened(document(told, CLOCK))


def test_headings_are_headings(atlas: Atlas) -> None:
    told, made = first(atlas)
    styles = {paragraph.text: (paragraph.style.name if paragraph.style else "") for paragraph in made.paragraphs}
    assert styles[told.title] == "Title"
    assert all(styles[part.title] == "Heading 1" for part in told.parts)
    assert all(styles[each.name] == "Heading 2" for part in told.parts if not part.named for each in part.subjects)


def test_tables_hold_together_on_paper(atlas: Atlas) -> None:
    _, made = first(atlas)
    assert made.tables
    for table in made.tables:
        rows = table._tbl.tr_lst
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f"./{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    quotes = [p for table in made.tables for cell in table._cells for p in cell.paragraphs if p.text.startswith("«")]
    assert quotes and {p.style.name for p in quotes if p.style} == {"Quote"}


def test_it_is_in_swedish_on_a4_and_says_when(atlas: Atlas) -> None:
    told, made = first(atlas)
    assert {each.get(qn("w:val")) for each in made.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    core, section = made.core_properties, made.sections[0]
    assert (core.author, core.title, core.language) == ("Avtalsatlas", told.title, "sv-SE")
    assert core.created == core.modified == datetime.fromisoformat(f"{CLOCK}T00:00:00+00:00")
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_hostile_words_are_only_words(atlas: Atlas) -> None:
    agreement = atlas.agreements[0]
    for words in HOSTILE:
        answers = {
            id: replace(
                answer, facts=tuple(replace(fact, says=words, quote=words, note=words) for fact in answer.facts)
            )
            for id, answer in agreement.answers.items()
        }
        made = replace(agreement, title=words, answers=answers)
        told = brief_of(replace(atlas, agreements=(made,)), made, CLOCK)
        shown = words.translate(dict.fromkeys([0, 0x0B, 0xFFFE], "\ufffd"))
        assert f"«{shown}»" in words_of(document(told, CLOCK))


def test_two_builds_are_the_same_bytes(atlas: Atlas) -> None:
    told = briefs(atlas, CLOCK)[0]
    data = document(told, CLOCK)
    assert document(told, CLOCK) == data
    with zipfile.ZipFile(io.BytesIO(data)) as members:
        assert {entry.date_time[0] for entry in members.infolist()} == {1980}
        assert members.namelist()[0] == "[Content_Types].xml"
        assert not any("thumbnail" in name for name in members.namelist())


def test_a_county_of_many_gets_one_column_for_the_others(atlas: Atlas) -> None:
    first = atlas.agreements[0]
    three = tuple(replace(first, id=f"exempel/{name}-20{year}") for name, year in (("a", 11), ("b", 12), ("c", 13)))
    silent = replace(three[2], answers={**first.answers, "notice": Answer(TOPICS["notice"], "silent", (), ())})
    many = replace(atlas, agreements=(*three[:2], silent))
    render = Renderer(read_templates(), many, comparisons(many), CLOCK)
    page = next(page.markdown for page in pages(render) if page.path == "underlag/exempel/a-2011/index.md")
    table = opened(document(brief_of(many, three[0], CLOCK), CLOCK)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Ämne", "Exempelby kommun 2011", "Andra i länet"]
    told = next(row.cells[2].text for row in table.rows if row.cells[0].text == "Uppsägning")
    assert told == "Exempelby kommun 2012: 12 månader, när som helst\nExempelby kommun 2013: Anges inte"
    assert page.count(">Andra i länet</th>") == 1 and "<b>Exempelby kommun 2013:</b>" in page


def test_names_are_plain(atlas: Atlas) -> None:
    assert document_of(atlas.agreements[0].id) == "data/underlag/exempel-kommun-2014.docx"
