"""A Word document in Swedish, for A4 paper: headings, paragraphs, tables that break between rows, lines to write on.

In: words. Out: bytes, the same for the same words. Not here: what a document says (files/briefs.py).

python-docx makes the package and its styles, once. Paragraphs and tables are written straight as XML: through its cells
it takes seconds to make a long table.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.document import Document as Package
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from atlas.site.office import AUTHOR, fit, made, moment, unzipped, zipped

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
        self._title, self._empty = title, _empty(clock)
        self._body: list[str] = []
        self.add(Words(title, "Title"))

    def add(self, *paragraphs: Words) -> None:
        """Paragraphs, one after the other."""
        self._body += map(self._paragraph, paragraphs)

    def heading(self, text: str, level: int, new_page: bool = False) -> None:
        """A heading; with `new_page` on a page of its own."""
        self._body.append(self._paragraph(Words(text, f"Heading {level}"), "<w:pageBreakBefore/>" if new_page else ""))

    def rules(self, count: int) -> None:
        """Lines to write on."""
        self.add(Words("Anteckningar", SMALL), *[Words("", RULED)] * count)

    def table(self, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], shares: Sequence[int]) -> None:
        """A table. Its head comes again on each page; a row with one cell goes all across and stays with the next.

        `name` is what a screen reader calls it, `shares` are how wide the columns are to each other.
        """
        widths = [_WIDE * share // sum(shares) for share in shares]
        self._body += (
            f"<w:tbl>{_looks(name, widths)}",
            self._row([(Words(label, CELL, ""),) for label in head], widths, head=True),
            *(self._row(row, widths) for row in rows),
            "</w:tbl>",
        )
        # Two tables without a paragraph between them would become one.
        self.add(Words("", SMALL))

    def bytes(self) -> bytes:
        """The document."""
        title, short = (escape(each).encode() for each in (fit(self._title), fit(self._title)[:_MOST_IN_TITLE]))
        named = {name: data.replace(_TITLE, short if name == _CORE else title) for name, data in self._empty.rest}
        body = "".join(self._body).encode()
        return zipped({**named, _DOCUMENT: self._empty.before + body + self._empty.after})

    def _paragraph(self, words: Words, more: str = "") -> str:
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._empty.styles[words.style]}"/>{more}</w:pPr>'
            f"{_run(words.bold, '<w:rPr><w:b/></w:rPr>')}{_run(words.text)}</w:p>"
        )

    def _row(self, cells: Sequence[Cell], widths: Sequence[int], head: bool = False) -> str:
        across = len(cells) == 1 and len(widths) > 1
        looks = f'<w:gridSpan w:val="{len(widths)}"/>' if across else ""
        looks += f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if across or head else ""
        keep = "<w:keepNext/>" if across or head else ""
        row = [f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"]
        for cell, width in zip(cells, [sum(widths)] if across else widths, strict=True):
            shown = (Words("", CELL, words.text) if head else words for words in cell)
            told = "".join(self._paragraph(words, keep) for words in shown)
            row.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{looks}</w:tcPr>{told}</w:tc>')
        return "".join([*row, "</w:tr>"])


def _run(text: str, looks: str = "") -> str:
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(fit(text))}</w:t></w:r>' if text else ""


def _looks(name: str, widths: Sequence[int]) -> str:
    """How a table looks, what it is called, and its columns."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in ("top", "bottom", "insideH")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 50), ("left", 90), ("bottom", 50), ("right", 90))
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f'<w:tblLook w:firstRow="1" w:val="0020"/><w:tblCaption w:val={quoteattr(fit(name))}/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


@dataclass(frozen=True, slots=True)
class _Empty:
    """A document without words: what stands before and after them, all its other members, and its styles' ids by name.

    Where the title stands these have a mark.
    """

    before: bytes
    after: bytes
    rest: tuple[tuple[str, bytes], ...]
    styles: Mapping[str, str]


# What the properties of a document hold.
_MOST_IN_TITLE = 255
_TITLE, _DOCUMENT, _CORE = b"@title@", "word/document.xml", "docProps/core.xml"


@lru_cache(maxsize=1)
def _empty(clock: str) -> _Empty:
    """Made once: the package, its styles and its paper are the same in every document of a site."""
    package, title = Document(), _TITLE.decode()
    _properties(package, title, clock)
    _page(package, title)
    _styles(package)
    styles = {style.name: style.style_id for style in package.styles}
    members = unzipped(made(package.save))
    before, mark, after = members.pop(_DOCUMENT).partition(b"<w:sectPr")
    return _Empty(before, mark + after, tuple(members.items()), styles)


def _sub(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, qn(tag), {qn(f"w:{name}"): value for name, value in attributes.items()})


def _properties(package: Package, title: str, clock: str) -> None:
    core = package.core_properties
    core.title, core.author, core.last_modified_by = title, AUTHOR, AUTHOR
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
    line.text = f"{AUTHOR} · {title} · sida "
    for field, after in (("PAGE", " av "), ("NUMPAGES", "")):
        words = _sub(_sub(_sub(line._p, "w:fldSimple", instr=field), "w:r"), "w:t")
        words.text = "1"
        words.set(qn("xml:space"), "preserve")
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
