"""«Verksamhetsberättelse»: a report template to fill in, with what the agreements demand of the report beside it."""

from collections.abc import Iterator

from atlas.model.agreement import Atlas, Document
from atlas.site.files.report_word import document_of
from atlas.site.page import Page, Renderer
from atlas.site.several import address, branch, list_page
from atlas.topics.document_file import FILL
from atlas.views.reflection import reflections
from atlas.views.report_template import Template, templates

PLACE = 62
ROOT = "samordnare/verksamhetsberattelse"
_TITLE = "Verksamhetsberättelse"
_LEAD = "Skriv årets verksamhetsberättelse efter mallen, med det som avtalen kräver intill."


def pages(render: Renderer) -> Iterator[Page]:
    """A page for every report template on the site."""
    found = templates(render.atlas)
    yield from list_page(render, ROOT, _TITLE, _LEAD, [each.document for each in found])
    yield from (_page(render, each, len(found) == 1) for each in found)


def address_of(atlas: Atlas, document: Document) -> str:
    """The address of the report whose template holds a self-reflection's statements; empty when none does."""
    found = templates(atlas)
    mine = next((each for each in found if each.reflection and each.reflection.document == document), None)
    return address(ROOT, mine.document, len(found) == 1) if mine else ""


def _page(render: Renderer, template: Template, alone: bool) -> Page:
    document = template.document
    reflection = template.reflection
    several = len(reflections(render.atlas)) > 1
    return render.page(
        "annual_report.md.j2",
        address(ROOT, document, alone).replace(".html", ".md"),
        _TITLE if alone else f"{_TITLE}: {document.title}",
        _LEAD,
        lambda: {
            "report": template,
            "FILL": FILL.options,
            "word": document_of(document),
            "reflection_url": address("samordnare/sjalvreflektion", reflection.document, not several)
            if reflection
            else "",
        },
        nav=branch(render, _TITLE, document, alone),
    )
