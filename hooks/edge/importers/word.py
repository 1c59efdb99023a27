"""Word documents (.docx): paragraphs with their styles and numbers, tables, notes and boxes.

In: bytes. Out: a `Draft` of blocks. Not here: styles and numbering as such (word_styles.py). Nothing that a document
links to is ever fetched.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from atlas.convert.draft import BREAK, Block, Draft, Note
from atlas.convert.words import squeeze
from edge.importers.archive import Archive, has
from edge.importers.refuse import Refused
from edge.importers.word_styles import Styles, w

_PASSED = {w(name) for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURES = {w("drawing"), w("pict"), w("object")}
_BREAKS = {w("tab"): " ", w("ptab"): " ", w("br"): BREAK, w("cr"): BREAK}


def read(data: bytes) -> Draft:
    """The blocks of a Word document."""
    archive = Archive(data)
    document = archive.xml("word/document.xml")
    body = document.find(w("body")) if document is not None else None
    if document is None or body is None:
        raise Refused("Filen är inget Word-dokument, eller så är den skadad.")
    reader = _Reader(archive)
    reader.read(body)
    return Draft(blocks=tuple(reader.blocks), notes=(*reader.notes, *_about(archive, document)))


def _about(archive: Archive, document: Element) -> Iterator[Note]:
    """Notes on the document as a whole."""
    if has(document, w("ins")) or has(document, w("del")):
        words = "Dokumentet har spårade ändringar. De lästes som om alla vore godkända: be om en slutlig version."
        yield Note("", words, lost=True)
    if "word/comments.xml" in archive.names:
        yield Note("", "Kommentarer i marginalen togs inte med.")
    margins = sorted(name for name in archive.names if name.startswith(("word/header", "word/footer")))
    seen = {_plain(root) for name in margins if (root := archive.xml(name)) is not None}
    for text in sorted(seen - {""}):
        yield Note("", f"Sidhuvud eller sidfot togs inte med: «{text}».")


def _rows(table: Element) -> list[Element]:
    """The rows of the table itself, not of one inside it."""
    return [row for child in table for row in _own(child, "tr")]


def _own(child: Element, name: str) -> list[Element]:
    """The rows or cells that a child is, or holds as a content control."""
    return [child] if child.tag == w(name) else child.findall(f"./{w('sdtContent')}/{w(name)}")


def _is_contents(control: Element) -> bool:
    kinds = (each.get(w("val")) or "" for each in control.iter(w("docPartGallery")))
    return control.tag == w("sdt") and "Table of Contents" in kinds


def _plain(element: Element) -> str:
    return " ".join(" ".join(each.text or "" for each in element.iter(w("t"))).split())


class _Reader:
    """Walks a body once; the blocks and notes come in its order."""

    def __init__(self, archive: Archive) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.styles = Styles(archive)
        footnotes = [archive.xml(f"word/{kind}.xml") for kind in ("footnotes", "endnotes")]
        self.footnotes = {
            (note.tag, note.get(w("id"))): _plain(note) for root in footnotes if root is not None for note in root
        }

    def note(self, words: str, lost: bool = False) -> None:
        self.notes.append(Note("", words, lost, len(self.blocks)))

    def read(self, element: Element) -> None:
        """Everything in a body, a content control or a box."""
        for child in element:
            if child.tag == w("p"):
                self.paragraph(child)
            elif child.tag == w("tbl"):
                self.table(child)
            elif _is_contents(child):
                self.note("Innehållsförteckningen togs bort.")
            elif child.tag not in _PASSED and child.tag != _FALLBACK:
                self.read(child)

    def paragraph(self, paragraph: Element) -> None:
        """One paragraph, and after it what it carries: pictures, boxes, footnotes."""
        boxes: list[Element] = []
        notes: list[str] = []
        style = self.styles.of(paragraph)
        text = squeeze("".join(self._words(paragraph, boxes, notes)))
        if style.is_contents:
            if text:
                self.note("Innehållsförteckningen togs bort.")
            return
        if text:
            mark = self.styles.number(paragraph)
            self.blocks.append(self._block(style.level, mark, text, paragraph))
        for box in boxes:
            self.note("En textruta flyttades in i texten. Se efter att den hamnade rätt.")
            self.read(box)
        for words in notes:
            self.note("En fotnot flyttades in i texten, efter stycket som den hör till.")
            self.blocks.append(Block("paragraph", words))

    def _block(self, level: int, mark: tuple[int, str] | None, text: str, paragraph: Element) -> Block:
        numbered = f"{mark[1]} {text}".strip() if mark else text
        if level:
            return Block("heading", numbered, level)
        if mark:
            return Block("item", numbered, mark[0])
        return Block("paragraph", text, bold=self.styles.is_bold(paragraph))

    def _words(self, element: Element, boxes: list[Element], notes: list[str]) -> Iterator[str]:
        for child in element:
            if child.tag in _PASSED or child.tag == _FALLBACK:
                continue
            if child.tag == w("t"):
                yield child.text or ""
            elif child.tag in _BREAKS:
                yield _BREAKS[child.tag]
            elif child.tag == w("noBreakHyphen"):
                yield "-"
            elif child.tag in (w("footnoteReference"), w("endnoteReference")):
                kind = child.tag.removesuffix("Reference")
                notes += [words] if (words := self.footnotes.get((kind, child.get(w("id"))), "")) else []
            elif child.tag in _PICTURES:
                found = list(child.iter(w("txbxContent")))[:1]
                boxes += found
                if not found:
                    self.note("En bild kunde inte läsas. Står det text i den behöver den skrivas av.", lost=True)
            else:
                yield from self._words(child, boxes, notes)

    def table(self, table: Element) -> None:
        """A table as rows of cells; one with a single column is a box around text."""
        rows = [list(self._cells(row)) for row in _rows(table)]
        if not rows:
            return
        if max(len(row) for row in rows) == 1:
            for cell in (each for row in rows for each in row if each is not None):
                self.read(cell)
            return
        words = [[self._cell(cell) for cell in row] for row in rows]
        if not any(text for row in words for text in row):
            return
        self._table_notes(table)
        self.blocks.append(Block("table", rows=tuple(tuple(row) for row in words)))

    def _cells(self, row: Element) -> Iterator[Element | None]:
        """The cells of a row; nothing where a cell beside reaches over more than one column."""
        for child in row:
            for cell in _own(child, "tc"):
                yield cell
                span = cell.find(f"./{w('tcPr')}/{w('gridSpan')}")
                wide = (span.get(w("val")) or "1") if span is not None else "1"
                yield from [None] * (min(int(wide), 100) - 1 if wide.isdecimal() else 0)

    def _cell(self, cell: Element | None) -> str:
        if cell is None:
            return ""
        inner = _Inner(self)
        inner.read(cell)
        return " ".join(block.text or " ".join(" ".join(row) for row in block.rows) for block in inner.blocks)

    def _table_notes(self, table: Element) -> None:
        if has(table, w("vMerge")) or has(table, w("gridSpan")):
            self.note("En tabell har sammanslagna celler. Orden står i den första av dem.")
        if len(list(table.iter(w("tbl")))) > 1:
            self.note("En tabell i en tabell gick inte att lägga ut. Orden står i en enda cell.", lost=True)


class _Inner(_Reader):
    """The same walk inside a cell: the blocks are its own, the notes and the counting are those of the whole."""

    def __init__(self, outer: _Reader) -> None:
        self.outer = outer
        self.blocks, self.notes = [], []
        self.styles, self.footnotes = outer.styles, outer.footnotes

    def note(self, words: str, lost: bool = False) -> None:
        self.outer.note(words, lost)
