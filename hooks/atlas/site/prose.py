"""What of a page is our own running prose, and which pages are ours.

In: a page as HTML. Out: its passages. Not here: counting (report/lix.py), and how Markdown becomes HTML (edge).

Left out are quotes, tables, term lists, code, pictures, headings, navigation, controls, and what an element with
`data-facts` holds: words made of facts or taken from the vocabulary. All else counts, so that no prose can hide by
being forgotten.
"""

from html.parser import HTMLParser

# Pages made of agreements and topics: what is said there is theirs, or stands in tables.
NOT_OURS = ("avtal/", "jamfor/", "underlag/")

_LEFT_OUT = {
    *("blockquote", "q", "table", "dl", "pre", "code", "svg", "figure", "nav", "script", "style", "template"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "button", "select", "label", "summary", "legend"),
}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time"}
_EMPTY = {"br", "hr", "img", "input", "wbr", "meta", "link", "col", "source"}


def is_ours(path: str) -> bool:
    """Whether we wrote the page at `path`: the lists of agreements and topics are, the pages below them are not."""
    return not path.startswith(NOT_OURS) or path in {f"{folder}index.md" for folder in NOT_OURS}


def passages(html: str) -> tuple[str, ...]:
    """Our prose, one passage for every paragraph, list item or other block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_passage()
    return tuple(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._words: list[str] = []
        # The open elements, and how many of them are left out: words count while none is.
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_passage()
        if tag not in _EMPTY:
            names = dict(attrs)
            hidden = "aa-hidden" in (names.get("class") or "") or names.get("aria-hidden") == "true"
            self._open.append((tag, tag in _LEFT_OUT or "data-facts" in names or hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_passage()
        # An end without its start closes nothing; a start without its end is closed by the one around it.
        if tag in (name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not any(left_out for _, left_out in self._open):
            self._words.append(data)

    def end_passage(self) -> None:
        words = " ".join("".join(self._words).split())
        self.found += [words] if words else []
        self._words = []
