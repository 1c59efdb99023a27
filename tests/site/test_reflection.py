"""The coordinator's tools as pages and files: statements once, the template as Word opens it, several templates."""

import io
import re
from dataclasses import replace

import docx
from docx.document import Document

from atlas.model.agreement import Atlas
from atlas.site.build import Site
from atlas.site.files.report_word import document_of, files
from atlas.site.page import Page, Renderer
from atlas.site.pages import annual_report, reflection
from atlas.site.word import CELL
from edge.disk import read_templates

CLOCK = "2026-01-01"


def renderer(atlas: Atlas) -> Renderer:
    return Renderer(read_templates(), atlas, (), CLOCK)


def made(atlas: Atlas) -> tuple[bytes, Document]:
    data = files(renderer(atlas))[document_of(atlas.documents[0])]()
    return data, docx.Document(io.BytesIO(data))


def page_of(site: Site, path: str) -> Page:
    return next(page for page in site.pages if page.path == path)


def test_every_statement_stands_once_and_leads_to_its_words(site: Site, atlas: Atlas) -> None:
    page = page_of(site, "samordnare/sjalvreflektion/index.md").markdown
    statements = [each for area in atlas.documents[0].areas for each in area.statements]
    assert re.findall(r'data-statement="([^"]+)"', page) == [each.id for each in statements]
    assert all(page.count(f'index.html#{each.id}"') == 1 for each in statements)


def test_statistics_are_those_of_the_template_and_no_others(site: Site) -> None:
    page = page_of(site, "samordnare/verksamhetsberattelse/index.md").markdown
    assert re.findall(r'data-statistic="([^"]+)"', page) == ["antal besök", "antal inskrivna barn"]


def test_the_word_template_has_the_headings_guidance_and_statements(atlas: Atlas) -> None:
    _, document = made(atlas)
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles["Rapportmall för familjecentraler i Exempellän"] in ("Title", "Liten")
    assert styles["Samarbete"] == styles["Självskattning"] == "Heading 1"
    assert styles["Anvisning: Skriv högst en sida."] == "Quote"
    assert "Antal besök: " in styles and "Antal inskrivna barn: " in styles
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Bemötande: Alla som kommer blir sedda." in cells and "Var ni är: Stämmer – Stämmer inte" in cells
    assert {
        paragraph.style.name
        for table in document.tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        if paragraph.style
    } == {CELL}


def test_two_builds_are_the_same_bytes(atlas: Atlas) -> None:
    assert made(atlas)[0] == made(atlas)[0]


def test_several_templates_have_addresses_of_their_own_behind_a_list(atlas: Atlas) -> None:
    (first,) = atlas.documents
    two = replace(atlas, documents=(first, replace(first, id="prov/rapport-2021", title="En annan mall")))
    for module in (reflection, annual_report):
        pages = list(module.pages(renderer(two)))
        assert [page.path for page in pages] == [
            f"{module.ROOT}/index.md",
            f"{module.ROOT}/exempel/rapport-2020/index.md",
            f"{module.ROOT}/prov/rapport-2021/index.md",
        ]
        assert all(
            f'href="{each}/index.html"' in pages[0].markdown for each in ("exempel/rapport-2020", "prov/rapport-2021")
        )
        assert len({page.nav for page in pages}) == 3
    assert annual_report.address_of(two, two.documents[1]).endswith(
        "verksamhetsberattelse/prov/rapport-2021/index.html"
    )
