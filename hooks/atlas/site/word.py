"""A Word document in Swedish, for A4 paper: headings, paragraphs, tables that break between rows, lines to write on.

In: words. Out: bytes, the same for the same words. Not here: what a document says (files/briefs.py).

python-docx makes the package and its styles. Paragraphs and tables are made straight as elements: it takes seconds to
make a long table through its cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from docx import Document
from docx.document import Document as Package
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from atlas.site.office import AUTHOR, fit, made, moment, steady

PINE, SOFT, LINE, TINT = "0D4F4A", "56605C", "BDB5A2", "E2EEE8"
SMALL, RULED, CELL = "Liten", "Skrivrad", "Cell"
_SANS, _SERIF = "Calibri", "Georgia"
# Twentieths of a point between the margins of the paper below: 210 − 2 × 18 mm.
_WIDE = 9864


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its words, its style, and what stands in bold before it."""

    text: str
    style: str = "Normal"
    bold: str = ""


Cell = tuple[Words, ...]


class Paper:
    """A document while it is being written, from the top."""

    def __init__(self, title: str, clock: str) -> None:
        self._package = Document()
        _properties(self._package, title, clock)
        _page(self._package, title)
        _styles(self._package)
        self._ids = {style.name: style.style_id for style in self._package.styles}
        self._end = self._package.element.body.sectPr
        self.add(Words(title, "Title"))

    def add(self, *paragraphs: Words) -> None:
        """Paragraphs, one after the other."""
        for words in paragraphs:
            self._end.addprevious(self._paragraph(words))

    def heading(self, text: str, level: int, new_page: bool = False) -> None:
        """A heading; with `new_page` on a page of its own."""
        element = self._paragraph(Words(text, f"Heading {level}"))
        if new_page:
            _sub(element.find(qn("w:pPr")), "w:pageBreakBefore")
        self._end.addprevious(element)

    def rules(self, count: int) -> None:
        """Lines to write on."""
        self.add(Words("Anteckningar", SMALL), *[Words("", RULED)] * count)

    def table(self, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], shares: Sequence[int]) -> None:
        """A table. Its head comes again on each page; a row with one cell goes all across and stays with the next.

        `name` is what a screen reader calls it, `shares` are how wide the columns are to each other.
        """
        widths = [_WIDE * share // sum(shares) for share in shares]
        table = _table(name, widths)
        table.append(self._row([(Words(label, CELL, ""),) for label in head], widths, head=True))
        for row in rows:
            table.append(self._row(row, widths))
        self._end.addprevious(table)
        # Two tables without a paragraph between them would become one.
        self.add(Words("", SMALL))

    def bytes(self) -> bytes:
        """The document."""
        return steady(made(self._package.save))

    def _paragraph(self, words: Words, keep: bool = False) -> Element:
        element = OxmlElement("w:p")
        properties = _sub(element, "w:pPr")
        _sub(properties, "w:pStyle", val=self._ids[words.style])
        if keep:
            _sub(properties, "w:keepNext")
        for text, bold in ((words.bold, True), (words.text, False)):
            if text:
                _run(element, text, bold)
        return element

    def _row(self, cells: Sequence[Cell], widths: Sequence[int], head: bool = False) -> Element:
        row = OxmlElement("w:tr")
        properties = _sub(row, "w:trPr")
        _sub(properties, "w:cantSplit")
        if head:
            _sub(properties, "w:tblHeader")
        across = len(cells) == 1 and len(widths) > 1
        for cell, width in zip(cells, [sum(widths)] if across else widths, strict=True):
            element = _sub(row, "w:tc")
            looks = _sub(element, "w:tcPr")
            _sub(looks, "w:tcW", w=str(width), type="dxa")
            if across:
                _sub(looks, "w:gridSpan", val=str(len(widths)))
            if across or head:
                _sub(looks, "w:shd", val="clear", color="auto", fill=TINT)
            for words in cell:
                shown = Words("", CELL, words.text) if head else words
                element.append(self._paragraph(shown, keep=across or head))
        return row


def _run(paragraph: Element, text: str, bold: bool) -> None:
    run = _sub(paragraph, "w:r")
    if bold:
        _sub(_sub(run, "w:rPr"), "w:b")
    words = _sub(run, "w:t")
    words.text = fit(text)
    words.set(qn("xml:space"), "preserve")


def _sub(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, _full(tag), {_full(f"w:{name}"): value for name, value in attributes.items()})


# The full name of an element, looked up once: a long document has tens of thousands.
_full = cache(qn)


def _table(name: str, widths: Sequence[int]) -> Element:
    table: Element = OxmlElement("w:tbl")
    properties = _sub(table, "w:tblPr")
    _sub(properties, "w:tblW", w=str(sum(widths)), type="dxa")
    borders = _sub(properties, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        _sub(borders, f"w:{side}", val="single", sz="4", space="0", color=LINE)
    _sub(properties, "w:tblLayout", type="fixed")
    margins = _sub(properties, "w:tblCellMar")
    for side, width in (("top", 50), ("left", 90), ("bottom", 50), ("right", 90)):
        _sub(margins, f"w:{side}", w=str(width), type="dxa")
    _sub(properties, "w:tblLook", firstRow="1", val="0020")
    _sub(properties, "w:tblCaption", val=fit(name))
    grid = _sub(table, "w:tblGrid")
    for width in widths:
        _sub(grid, "w:gridCol", w=str(width))
    return table


def _properties(package: Package, title: str, clock: str) -> None:
    core = package.core_properties
    core.title, core.author, core.last_modified_by = fit(title)[:255], AUTHOR, AUTHOR
    core.created = core.modified = moment(clock)
    core.language, core.comments, core.revision = "sv-SE", "", 1
    # The library's empty document comes with a picture of somebody else's page.
    relations = package.part.package.rels
    for id in [id for id, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[id]


def _page(package: Package, title: str) -> None:
    section = package.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    line = section.footer.paragraphs[0]
    line.text = f"{AUTHOR} · {fit(title)} · sida "
    for field, after in (("PAGE", " av "), ("NUMPAGES", "")):
        element = _sub(line._p, "w:fldSimple", instr=field)
        _run(element, "1", bold=False)
        line.add_run(after)


def _styles(package: Package) -> None:
    styles = package.styles
    language = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), "sv-SE")
    _style(styles["Normal"], _SANS, 10, after=4)
    _style(styles["Title"], _SANS, 24, PINE, after=4).font.bold = True
    for level, size, before in ((1, 16, 18), (2, 12.5, 14), (3, 11, 10)):
        _style(styles[f"Heading {level}"], _SANS, size, PINE, before=before, after=4)
    quote = _style(styles["Quote"], _SERIF, 9.5, "000000", after=2)
    quote.font.italic = False
    _style(styles["Footer"], _SANS, 8, SOFT)
    new = {name: styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in (SMALL, RULED, CELL)}
    for style in new.values():
        style.base_style = styles["Normal"]
    _style(new[SMALL], _SANS, 8.5, SOFT, after=2)
    _style(new[CELL], _SANS, 9.5, after=2)
    _style(new[RULED], _SANS, 10, before=16)
    edges = OxmlElement("w:pBdr")
    # Word wants borders before spacing.
    new[RULED].element.get_or_add_pPr().insert(0, edges)
    # Paragraphs with the same border are taken for one box, unless something is said of what lies between them.
    for side in ("bottom", "between"):
        _sub(edges, f"w:{side}", val="single", sz="4", space="1", color=LINE)


def _style(
    style: ParagraphStyle, font: str, size: float, colour: str = "", before: float = 0, after: float = 0
) -> ParagraphStyle:
    style.font.name, style.font.size = font, Pt(size)
    # A theme's font would win over the one that is named.
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if "Theme" in name]:
        del fonts.attrib[name]
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style
