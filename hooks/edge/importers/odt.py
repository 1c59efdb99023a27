"""OpenDocument texts (.odt): headings, lists, tables, notes and boxes.

In: bytes. Out: a `Draft` of blocks. Nothing that a document links to is ever fetched.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from atlas.convert.draft import BREAK, Block, Draft, Note
from atlas.convert.words import squeeze
from edge.importers.archive import Archive, has
from edge.importers.numbers import Counter, Level
from edge.importers.refuse import Refused

_PREFIX = "{urn:oasis:names:tc:opendocument:xmlns:"
_MOST_COPIES = 100  # of one cell or row that says it is there many times


def _in(room: str, name: str) -> str:
    return f"{_PREFIX}{room}:1.0}}{name}"


_TEXT, _TABLE, _STYLE, _DRAW = "text", "table", "style", "drawing"
_CONTENTS = {_in(_TEXT, name) for name in ("table-of-content", "alphabetical-index", "illustration-index")}
_BREAKS = {_in(_TEXT, "tab"): " ", _in(_TEXT, "line-break"): BREAK}
_PASSED = {_in(_TEXT, "tracked-changes"), _in("office", "annotation"), _in(_TEXT, "sequence-decls")}


def read(data: bytes) -> Draft:
    """The blocks of an OpenDocument text."""
    archive = Archive(data)
    content = archive.xml("content.xml")
    body = content.find(f"./{_in('office', 'body')}/{_in('office', 'text')}") if content is not None else None
    if content is None or body is None:
        raise Refused("Filen är inget textdokument i formatet odt, eller så är den skadad.")
    styles = archive.xml("styles.xml")
    reader = _Reader([root for root in (styles, content) if root is not None])
    reader.read(body)
    return Draft(blocks=tuple(reader.blocks), notes=(*reader.notes, *_about(body, styles)))


def _about(body: Element, styles: Element | None) -> Iterator[Note]:
    if has(body, _in(_TEXT, "tracked-changes")):
        words = "Dokumentet har spårade ändringar. De lästes som om alla vore godkända: be om en slutlig version."
        yield Note("", words, lost=True)
    if has(body, _in("office", "annotation")):
        yield Note("", "Kommentarer i marginalen togs inte med.")
    margins = styles.iter(_in(_STYLE, "master-page")) if styles is not None else ()
    texts = {" ".join("".join(part.itertext()).split()) for page in margins for part in page}
    for text in sorted(texts - {""}):
        yield Note("", f"Sidhuvud eller sidfot togs inte med: «{text}».")


class _Reader:
    """Walks a body once; the blocks and notes come in its order."""

    def __init__(self, roots: list[Element]) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.parents = {
            style.get(_in(_STYLE, "name")) or "": style for root in roots for style in root.iter(_in(_STYLE, "style"))
        }
        lists = [style for root in roots for style in root.iter(_in(_TEXT, "list-style"))]
        self.lists = {style.get(_in(_STYLE, "name")) or "": _levels(style) for style in lists}
        outlines = [style for root in roots for style in root.iter(_in(_TEXT, "outline-style"))]
        self.outline = Counter(_levels(outlines[0]) if outlines else {})
        self.title = 0

    def note(self, words: str, lost: bool = False) -> None:
        self.notes.append(Note("", words, lost, len(self.blocks)))

    def read(self, element: Element) -> None:
        """Everything in a body, a section or a box."""
        for child in element:
            if child.tag == _in(_TEXT, "h"):
                level = child.get(_in(_TEXT, "outline-level")) or "1"
                self._add(child, "heading", int(level) if level.isdecimal() else 1)
            elif child.tag == _in(_TEXT, "p"):
                title = self._is_title(child)
                self.title |= title
                self._add(child, "heading" if title else "paragraph", 0)
            elif child.tag == _in(_TEXT, "list"):
                self._list(child, 0, None)
            elif child.tag == _in(_TABLE, "table"):
                self._table(child)
            elif child.tag in _CONTENTS:
                self.note("Innehållsförteckningen togs bort.")
            elif child.tag not in _PASSED:
                self.read(child)

    def _is_title(self, paragraph: Element) -> bool:
        name = paragraph.get(_in(_TEXT, "style-name")) or ""
        style = self.parents.get(name)
        return "Title" in (name, style.get(_in(_STYLE, "parent-style-name")) if style is not None else "")

    def _add(self, element: Element, kind: str, level: int, mark: str = "") -> None:
        after: list[Block] = []
        text = squeeze("".join(self._words(element, after)))
        if kind == "heading" and text:
            number = self.outline.next(level - 1) if level else ""
            self.blocks.append(Block("heading", f"{number} {text}".strip(), min(max(level + self.title, 1), 6)))
        elif kind == "item" and text:
            self.blocks.append(Block("item", f"{mark} {text}".strip(), level))
        elif text:
            self.blocks.append(Block("paragraph", text))
        self.blocks += after

    def _words(self, element: Element, after: list[Block]) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if child.tag == _in(_TEXT, "s"):
                count = child.get(_in(_TEXT, "c")) or "1"
                yield " " * min(int(count) if count.isdecimal() else 1, 100)
            elif child.tag in _BREAKS:
                yield _BREAKS[child.tag]
            elif child.tag == _in(_TEXT, "note"):
                body = child.find(_in(_TEXT, "note-body"))
                self.note("En fotnot flyttades in i texten, efter stycket som den hör till.")
                after.append(Block("paragraph", " ".join("".join(body.itertext() if body is not None else ()).split())))
            elif child.tag == _in(_DRAW, "frame"):
                self._frame(child, after)
            elif child.tag not in _PASSED:
                yield from self._words(child, after)
            yield child.tail or ""

    def _frame(self, frame: Element, after: list[Block]) -> None:
        box = frame.find(_in(_DRAW, "text-box"))
        if box is None:
            self.note("En bild kunde inte läsas. Står det text i den behöver den skrivas av.", lost=True)
            return
        self.note("En textruta flyttades in i texten. Se efter att den hamnade rätt.")
        after += self._apart(box)

    def _apart(self, element: Element) -> list[Block]:
        """The blocks of an element, kept out of the flow."""
        flow, self.blocks = self.blocks, []
        self.read(element)
        found, self.blocks = self.blocks, flow
        return found

    def _list(self, element: Element, depth: int, counter: Counter | None) -> None:
        name = element.get(_in(_TEXT, "style-name")) or ""
        counter = Counter(self.lists[name]) if name in self.lists else counter or Counter({})
        for item in element:
            first = item.tag == _in(_TEXT, "list-item")  # a list's header has no number
            for child in item:
                if child.tag == _in(_TEXT, "list"):
                    self._list(child, depth + 1, counter)
                elif child.tag == _in(_TEXT, "h"):
                    level = child.get(_in(_TEXT, "outline-level")) or "1"
                    self._add(child, "heading", int(level) if level.isdecimal() else 1)
                elif child.tag == _in(_TEXT, "p"):
                    self._add(child, "item", depth, counter.next(depth) if first else "")
                    first = False

    def _table(self, table: Element) -> None:
        rows = [self._row(row) for row in table.iter(_in(_TABLE, "table-row"))]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        if has(table, _in(_TABLE, "covered-table-cell")):
            self.note("En tabell har sammanslagna celler. Orden står i den första av dem.")
        if len(list(table.iter(_in(_TABLE, "table")))) > 1:
            self.note("En tabell i en tabell gick inte att lägga ut. Orden kan stå två gånger.", lost=True)
        if max(len(row) for row in rows) == 1:
            self.blocks += [Block("paragraph", row[0]) for row in rows]
        else:
            self.blocks.append(Block("table", rows=tuple(tuple(row) for row in rows)))

    def _row(self, row: Element) -> list[str]:
        cells: list[str] = []
        for cell in row:
            copies = cell.get(_in(_TABLE, "number-columns-repeated")) or "1"
            blocks = self._apart(cell)
            text = " ".join(block.text or " ".join(" ".join(each) for each in block.rows) for block in blocks)
            cells += [text] * (min(int(copies), _MOST_COPIES) if copies.isdecimal() else 1)
        return cells


def _levels(style: Element) -> dict[int, Level]:
    """How each level of a list counts. Level 2 of three shows «1.2»."""
    levels = {}
    for each in style:
        depth = each.get(_in(_TEXT, "level")) or ""
        form = each.get(_in(_STYLE, "num-format")) or ""
        if not depth.isdecimal():
            continue
        shown = each.get(_in(_TEXT, "display-levels")) or "1"
        first = max(int(depth) - (int(shown) if shown.isdecimal() else 1) + 1, 1)
        figures = ".".join(f"%{at}" for at in range(first, int(depth) + 1))
        before, after = each.get(_in(_STYLE, "num-prefix")) or "", each.get(_in(_STYLE, "num-suffix")) or ""
        start = each.get(_in(_TEXT, "start-value")) or "1"
        levels[int(depth) - 1] = Level(
            form or "none", f"{before}{figures}{after}", int(start) if start.isdecimal() else 1
        )
    return levels
