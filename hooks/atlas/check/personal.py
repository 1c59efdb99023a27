"""No personal numbers, e-mail addresses or phone numbers are left in a text: functions stand there instead."""

import re
from collections.abc import Iterator

from atlas.load.read import Tree
from atlas.source import Finding, Rule

_STORY = (
    "Uppgifter om enskilda personer hör inte hemma på webbplatsen, även om de står i en allmän handling. Ersätt dem "
    "med funktionen inom hakparentes."
)
_EXAMPLE = "[Förvaltningschef, Exempels kommun]"
PERSONAL_NUMBER = Rule("A503", "Texten innehåller ett personnummer.", _STORY, _EXAMPLE)
EMAIL = Rule("A504", "Texten innehåller en e-postadress.", _STORY, _EXAMPLE)
PHONE = Rule("A505", "Texten innehåller ett telefonnummer.", _STORY, _EXAMPLE)

_PATTERNS = (
    # Born on a day that exists, with the four last digits: a case number such as 2013:185 627 is none.
    (
        PERSONAL_NUMBER,
        re.compile(r"(?<![\d-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])[-+]\d{4}(?!\d)"),
    ),
    (EMAIL, re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        PHONE,
        re.compile(r"(?<![\d.:/-])(?:\+46[ -]?|0)\d{1,3}(?:[ ]?[-–/][ ]?|[ ])\d{2,3}(?:[ -]?\d{2,3}){1,3}(?![\d-])"),
    ),
)


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all texts."""
    for path, file in tree.files.items():
        if path.endswith("/text.md"):
            for rule, pattern in _PATTERNS:
                for match in pattern.finditer(file.text):
                    # The finding never repeats what it found: it ends up in public logs.
                    yield rule.at(file.span(match.start(), match.end()), "Ersätt uppgiften med en funktion.")
