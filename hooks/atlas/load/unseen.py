"""Characters that nobody sees and that change how text is read: control characters and marks that turn its direction.

In: text. Out: the first such character, and the finding. Not here: soft hyphens and the like, which change nothing.
"""

import re

from atlas.source import Finding, Rule, Span

ODD_CHARACTER = Rule(
    "A104",
    "Filen innehåller ett osynligt styrtecken.",
    "Styrtecken syns inte men kan ändra hur text läses, till exempel kasta om ordningen. De följer ofta med när text "
    "kopieras från pdf eller webb. Ta bort tecknet.",
    "Uppsägningstiden är tolv månader.",
)
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufffe\uffff]|\r(?!\n)"
)


def unseen(text: str) -> re.Match[str] | None:
    """The first such character of a text."""
    return _ODD.search(text)


def told(span: Span, where: str, odd: re.Match[str]) -> Finding:
    """The finding of one that stands `where`, in words that go on with «det osynliga tecknet»."""
    return ODD_CHARACTER.at(span, f"{where} det osynliga tecknet U+{ord(odd.group()):04X}. Ta bort det.")
