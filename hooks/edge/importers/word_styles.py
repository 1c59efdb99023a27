"""Styles and numbering of a Word document: what level a paragraph has, and what Word counts in front of it.

In: the styles and the numbering of an archive. Out: `Style` and marks. Not here: the words themselves (word.py).
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from edge.importers.archive import Archive
from edge.importers.numbers import Counter, Level

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str) -> str:
    """A name in Word's own vocabulary."""
    return _SPACE + name


@dataclass(frozen=True, slots=True)
class Style:
    """The level of a heading (0 for text), and whether the paragraph is a line of a table of contents."""

    level: int
    is_contents: bool


class Styles:
    """All that stands about paragraphs outside of them. It counts as it goes, so ask in the order of the text."""

    def __init__(self, archive: Archive) -> None:
        styles = archive.xml("word/styles.xml")
        found = styles.findall(w("style")) if styles is not None else []
        self._styles = {each.get(w("styleId")) or "": each for each in found}
        self._lists = _lists(archive.xml("word/numbering.xml"))
        self._title = False

    def of(self, paragraph: Element) -> Style:
        """How a paragraph is to be taken."""
        names = [_value(each, "name").casefold() for each in self._chain(paragraph)]
        if any(name.startswith(("toc ", "innehåll ")) for name in names):
            return Style(0, True)
        if "title" in names:
            self._title = True
            return Style(1, False)
        levels = (re.fullmatch(r"(?:heading|rubrik) ([1-9])", name) for name in names)
        level = next((int(match.group(1)) for match in levels if match), 0) or self._outline(paragraph)
        # Below a title the headings are one level further down.
        return Style(min(level + self._title, 6) if level else 0, False)

    def _outline(self, paragraph: Element) -> int:
        for owner in (paragraph, *self._chain(paragraph)):
            value = _value(owner.find(w("pPr")), "outlineLvl")
            if value.isdecimal():
                return int(value) + 1 if int(value) < 9 else 0
        return 0

    def _chain(self, paragraph: Element) -> list[Element]:
        """The paragraph's style, and those that it builds upon."""
        chain: list[Element] = []
        style = self._styles.get(_value(paragraph.find(w("pPr")), "pStyle"))
        while style is not None and style not in chain:
            chain.append(style)
            style = self._styles.get(_value(style, "basedOn"))
        return chain

    def number(self, paragraph: Element) -> tuple[int, str] | None:
        """The depth of a list's item and the number that Word shows; nothing for what is in no list."""
        list_id, depth = "", ""
        for owner in (paragraph, *self._chain(paragraph)):
            properties = owner.find(f"./{w('pPr')}/{w('numPr')}")
            list_id = list_id or _value(properties, "numId")
            depth = depth or _value(properties, "ilvl")
        if list_id not in self._lists:
            return None
        at = int(depth) if depth.isdecimal() else 0
        names = (_value(each, "name").casefold() for each in self._chain(paragraph))
        # Word's own styles for deeper lists are lists of one level each.
        deeper = next((int(name[-1]) - 1 for name in names if re.fullmatch(r"list \w+ [2-5]", name)), 0)
        return at or deeper, self._lists[list_id].next(at)

    def is_bold(self, paragraph: Element) -> bool:
        """Whether all words of a paragraph are bold."""
        runs = [run for run in paragraph.iter(w("r")) if any((text.text or "").strip() for text in run.iter(w("t")))]
        marks = [run.find(f"./{w('rPr')}/{w('b')}") for run in runs]
        return bool(runs) and all(mark is not None and mark.get(w("val")) not in ("0", "false") for mark in marks)


def _value(owner: Element | None, name: str) -> str:
    found = owner.find(w(name)) if owner is not None else None
    return (found.get(w("val")) or "") if found is not None else ""


def _lists(numbering: Element | None) -> dict[str, Counter]:
    """Every list by its number. Lists of one kind count on together, as in Word."""
    if numbering is None:
        return {}
    kinds = {each.get(w("abstractNumId")) or "": Counter(_levels(each)) for each in numbering.findall(w("abstractNum"))}
    lists = {}
    for each in numbering.findall(w("num")):
        kind = kinds.get(_value(each, "abstractNumId"))
        if kind:
            # A list that says where it starts counts for itself.
            starts_anew = each.find(f"./{w('lvlOverride')}/{w('startOverride')}") is not None
            lists[each.get(w("numId")) or ""] = Counter(kind.levels) if starts_anew else kind
    return lists


def _levels(kind: Element) -> dict[int, Level]:
    levels = {}
    for level in kind.findall(w("lvl")):
        depth, start = level.get(w("ilvl")) or "", _value(level, "start")
        if depth.isdecimal():
            first = int(start) if start.isdecimal() else 1
            levels[int(depth)] = Level(_value(level, "numFmt"), _value(level, "lvlText"), first)
    return levels
