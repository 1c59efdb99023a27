"""Web pages (.html): headings, lists and tables of the page itself, without its navigation.

In: bytes. Out: a `Draft` of blocks. Nothing that a page links to is ever fetched, and no script is run.
"""

import re
from html.parser import HTMLParser

from atlas.convert.draft import BREAK, Block, Draft, Note
from atlas.convert.words import squeeze
from edge.importers.letters import decode

_UNSEEN = {"script", "style", "template", "noscript", "head", "select", "textarea", "title"}
_AROUND = {"nav", "aside", "footer"}
_EMBEDDED = {"iframe": "inbäddad sida", "svg": "bild", "object": "inbäddad fil", "video": "film", "canvas": "bild"}
_VOID = {"br", "img", "hr", "input", "meta", "link", "source", "wbr", "col", "area", "base", "embed", "track", "param"}
_BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
    *("figure", "figcaption", "address", "form", "fieldset", "details", "summary", "hr", "body", "caption"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
_MOST_CELLS = 100


def read(data: bytes) -> Draft:
    """The blocks of a web page."""
    named = re.search(rb"""(?i)<meta[^>]{0,200}charset=["']?([\w-]{1,40})""", data[:4096])
    text, notes = decode(data, named.group(1).decode("ascii") if named else "")
    # What belongs to the page itself stands in <main>, where there is one.
    main = re.search(r"(?is)<main\b[^>]*>.*</main>", text)
    if main:
        notes.append(Note("", "Bara sidans huvudinnehåll togs med, inte det som står runt omkring."))
    page = _Page()
    page.feed(main.group() if main else text)
    page.end()
    return Draft(blocks=tuple(page.blocks), notes=(*notes, *page.notes))


class _Page(HTMLParser):
    """Collects words until the block that they stand in ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.words: list[str] = []
        self.skipped: list[str] = []
        self.lists: list[int] = []  # −1 for bullets, else the last number
        self.kind, self.level, self.mark = "paragraph", 0, ""
        self.rows: list[list[str]] | None = None
        self.nested = 0
        self.merged = False

    def note(self, words: str, lost: bool = False) -> None:
        """A note on the block that comes next."""
        self.notes.append(Note("", words, lost, len(self.blocks)))

    def end(self) -> None:
        """The page is over, also where its author forgot to close what was opened."""
        self.close()
        if self.skipped:
            words = f"Sidan är trasig: <{self.skipped[0]}> stängs aldrig. Det som står efter den lästes inte."
            self.note(words, lost=True)
        if self.rows is not None:
            self.nested = 1
            self._end_table()
        self.flush()

    def flush(self) -> None:
        """The words so far are a block; in a table they stay in their cell."""
        if self.rows is not None:
            self.words.append(" ")
            return
        text = squeeze("".join(self.words))
        self.words = []
        if text and self.kind == "heading":
            self.blocks.append(Block("heading", text, self.level))
        elif text and self.kind == "item":
            self.blocks.append(Block("item", f"{self.mark} {text}".strip(), max(len(self.lists) - 1, 0)))
            self.mark = ""
        elif text:
            self.blocks.append(Block("paragraph", text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See HTMLParser."""
        if self.skipped:
            if tag not in _VOID:
                self.skipped.append(tag)
            return
        given = dict(attrs)
        if tag in _UNSEEN or tag in _AROUND or tag in _EMBEDDED or ("hidden" in given and tag not in _VOID):
            self._skip(tag)
        elif tag == "img":
            about = f" Den beskrivs som «{given['alt']}»." if given.get("alt") else ""
            self.note(f"En bild kunde inte läsas.{about} Står det text i den behöver den skrivas av.", lost=True)
        elif tag == "br":
            self.words.append(BREAK)
        elif tag in ("table", "tr", "td", "th"):
            self._table(tag, given)
        elif tag in _BLOCKS:
            self.flush()
            self._begin(tag)

    def _skip(self, tag: str) -> None:
        self.skipped.append(tag)
        if tag in _EMBEDDED:
            self.note(f"En {_EMBEDDED[tag]} kunde inte läsas.", lost=True)
        elif tag not in _UNSEEN:
            self.note("En del av sidan togs inte med: navigering, sidfot eller något dolt.")

    def _begin(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.kind, self.level = "heading", int(tag[1])
        elif tag in ("ul", "ol"):
            self.lists.append(-1 if tag == "ul" else 0)
        elif tag == "li":
            self.kind = "item"
            if self.lists and self.lists[-1] >= 0:
                self.lists[-1] += 1
                self.mark = f"{self.lists[-1]}."
        elif not self.lists:
            self.kind = "paragraph"

    def _table(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "table":
            self.nested += 1
            if self.nested == 1:
                self.flush()
                self.rows, self.merged = [], False
            elif self.nested == 2:
                self.note("En tabell i en tabell gick inte att lägga ut. Orden står i en enda cell.", lost=True)
        elif self.rows is None or self.nested > 1:
            self.words.append(" ")
        elif tag == "tr":
            self._end_cell()
            self.rows.append([])
        else:
            self._end_cell()
            self.rows = self.rows or [[]]
            self.rows[-1].append("")
            wide = given.get("colspan") or "1"
            wide = wide if wide.isdecimal() else "1"
            self.merged |= wide != "1" or (given.get("rowspan") or "1") != "1"
            # The words of a merged cell go to its first place.
            self.after = min(int(wide), _MOST_CELLS) - 1

    after = 0

    def _end_cell(self) -> None:
        text = " ".join("".join(self.words).split())
        self.words = []
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}".strip()
            self.rows[-1] += [""] * self.after
        elif text:
            self.blocks.append(Block("paragraph", text))
        self.after = 0

    def handle_endtag(self, tag: str) -> None:
        """See HTMLParser."""
        if self.skipped:
            # Tags that were never closed end with what is around them.
            if tag in self.skipped:
                while self.skipped.pop() != tag:
                    pass
            return
        if tag == "table":
            self._end_table()
        elif tag in ("td", "th", "tr") and self.nested <= 1:
            if self.rows is not None:
                self._end_cell()
        elif tag in _BLOCKS:
            self.flush()
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            self.kind = "item" if self.lists and tag != "li" else "paragraph"

    def _end_table(self) -> None:
        self.nested = max(self.nested - 1, 0)
        if self.nested or self.rows is None:
            return
        self._end_cell()
        rows = [tuple(row) for row in self.rows if any(row)]
        self.rows = None
        if self.merged:
            self.note("En tabell har sammanslagna celler. Orden står i den första av dem.")
        if rows and max(len(row) for row in rows) > 1:
            self.blocks.append(Block("table", rows=tuple(rows)))
        else:
            self.blocks += [Block("paragraph", row[0]) for row in rows]

    def handle_data(self, data: str) -> None:
        """See HTMLParser."""
        if not self.skipped:
            self.words.append(data)
