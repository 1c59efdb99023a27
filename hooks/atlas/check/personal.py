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
PERSONAL_NUMBER = Rule("A503", "Texten innehåller ett personnummer.", _STORY, _EXAMPLE, private=True)
EMAIL = Rule("A504", "Texten innehåller en e-postadress.", _STORY, _EXAMPLE, private=True)
PHONE = Rule("A505", "Texten innehåller ett telefonnummer.", _STORY, _EXAMPLE, private=True)

_BORN = r"\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])"
_PATTERNS = (
    # Born on a day that exists, with the four last digits: a case number such as 2013:185 627 is none.
    (PERSONAL_NUMBER, re.compile(rf"(?<![\w-])(?:{_BORN}[-+–]|(?:19|20){_BORN}[-+–]?)\d{{4}}(?!\w)")),
    (EMAIL, re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")),
    (
        PHONE,
        re.compile(
            r"(?<![\w.:/-])(?=(?:[ ()/–-]{0,3}[+\d]){8})(?:"
            r"07\d{8}"
            r"|0\d{1,3}(?: ?[-–/] ?| )\d{2,3}(?:(?: ?\d{2,3}){1,3}|(?:-\d{2,3}){1,3})"
            r"|(?:\+|00)46[ -]?(?:\(0\)[ -]?)?\d{1,3}(?: ?[-–/] ?| )?\d{2,3}(?:[ -]?\d{2,3}){1,3}"
            r")(?![\w-])"
        ),
    ),
)


# All that a number is written with: only where so much of it stands together is it worth looking closer.
_FIGURES = re.compile(r"[+\d][+\d ()/–-]{7,}")


def _places(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    if pattern is _PATTERNS[1][1]:
        yield from pattern.finditer(text) if "@" in text else ()
        return
    for run in _FIGURES.finditer(text):
        # One more, since what comes after a number tells whether it is one.
        yield from pattern.finditer(text, run.start(), run.end() + 1)


def found(text: str) -> Iterator[tuple[Rule, int, int]]:
    """What in a text belongs to a person: which rule, and from where to where."""
    for rule, pattern in _PATTERNS:
        for match in _places(pattern, text):
            yield rule, match.start(), match.end()


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all files: editors' own sentences and sources can hold such things too."""
    for file in tree.files.values():
        for rule, start, end in found(file.text):
            # The finding never repeats what it found: it ends up in public logs.
            span = file.span(start, end)
            yield rule.at(span, f"Det är {end - start} tecken långt. Raden visas inte här, men ska rättas.")
