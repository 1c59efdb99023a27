"""The words of a document as such: clean letters, lines joined, and what the start of a line says about it.

In: single lines. Out: words, and small answers about them. Not here: a line's neighbours (lines.py).
"""

import re
import unicodedata
from collections.abc import Collection

from atlas.convert.draft import BREAK

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BULLET = re.compile(r"(?:[•·▪▫◦‣○●■□➢✓\ue000-\uf8ff]\s*|[*–—-]\s+|o\s+(?=[A-ZÅÄÖ]))(?=\S)")
_DASH = re.compile(r"[–—-]\s")
_NUMBER = re.compile(r"(?:§\s*\d+(?:\.\d+)*|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zåäö]\)|[A-ZÅÄÖ]\.)(?=\s)")
_HEADING_NUMBER = re.compile(r"(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[A-ZÅÄÖ])")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{1,3}$")
_PAGE_MARK = re.compile(
    r"(?i)(?:[-–]\s?)?(?:(?:sida|sid|s\.)\s*)?\d{1,3}(?:\s*(?:av|/|of)\s*\d{1,3}|\s*\(\d{1,3}\))?(?:\s?[-–])?"
)
_NAMED_PAGE = re.compile(r"(?i)(?:sida|sid)\s*\d|\d+\s*\(\d+\)$")

LONGEST_HEADING = 90
_LONGEST_LEADERS = 300
_LONGEST_WORD = 100


def clean(text: str) -> str:
    """Text in form NFC with single blanks, without ligatures, control characters and invisible ones."""
    composed = unicodedata.normalize("NFC", "".join(_LIGATURES.get(letter, letter) for letter in text))
    seen = "".join(" " if letter.isspace() else letter for letter in composed if _is_seen(letter))
    return " ".join(seen.split())


def squeeze(text: str) -> str:
    """Words with single blanks; the line breaks of their author stay."""
    lines = (" ".join(line.split()) for line in text.split(BREAK))
    return BREAK.join(line for line in lines if line)


def _is_seen(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Cn")


def without_bullet(text: str) -> str:
    """The words after a bullet; nothing where the line has none."""
    match = _BULLET.match(text)
    return text[match.end() :] if match else ""


def has_dash(text: str) -> bool:
    """Whether what looks like a bullet is a dash, which may also stand in the middle of a sentence."""
    return bool(_DASH.match(text))


def number(text: str) -> str:
    """What numbers the line: «1.2», «§ 4», «a)»; nothing where it has none."""
    match = _NUMBER.match(text)
    return match.group() if match else ""


def heading_level(text: str) -> int:
    """The level that a heading's number gives it: 2 for «1 Parter», 3 for «1.2 Rubrik»; 0 where it is no heading."""
    match = _HEADING_NUMBER.match(text)
    if not match or not is_short(text):
        return 0
    return 2 + match.group(1).count(".")


def is_short(text: str) -> bool:
    """Whether the words are few enough for a heading, and no sentence."""
    return 0 < len(text) <= LONGEST_HEADING and not text.endswith((".", ",", ";", ":", "-", "!"))


def is_contents_line(text: str) -> bool:
    """Whether it is a line of a table of contents: words, dots and a page number."""
    return len(text) <= _LONGEST_LEADERS and bool(_LEADERS.search(text))


def is_page_mark(text: str, at_the_edge: bool) -> bool:
    """Whether the line is only a page number; in the middle of a page it has to say so («Sida 3 (7)»)."""
    return bool(_PAGE_MARK.fullmatch(text)) and (at_the_edge or bool(_NAMED_PAGE.match(text)))


def join(first: str, second: str, known: Collection[str] = ()) -> tuple[str, str]:
    """Two lines as one, and the word that was mended, if any.

    «familje-» and «central» are one word. «mödra-» and «och barnhälsovård» are not, nor «0-» and «6», nor a name
    after a hyphen; and a word that stands with its hyphen elsewhere in the text (`known`) keeps it.
    """
    if first.endswith("\u00ad"):
        return first[:-1] + second, ""
    head, tail = re.search(r"([^\W_]+)-$", first[-_LONGEST_WORD:]), re.match(r"[^\W_]+", second)
    if not head or not tail:
        return f"{first} {second}".strip(), ""
    if tail.group() in ("och", "eller", "samt", "respektive"):
        return f"{first} {second}", ""
    whole = head.group(1) + tail.group()
    kept = f"{head.group(1)}-{tail.group()}"
    if not tail.group()[0].islower() or kept.casefold() in known or not head.group(1)[-1].isalpha():
        return first + second, ""
    return first[:-1] + second, whole
