"""Who may be named in a text: an editor puts the person's function there instead, in square brackets.

In: blocks and their lines. Out: `Person` values, which never repeat what they found. Not here: the rules that stop a
build (check/personal.py); names have no rule, since a name cannot be told from other words with certainty, which the
report says (told.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atlas.check.personal import EMAIL, PHONE, found
from atlas.convert.draft import Block

_TITLE = re.compile(
    r"(?i)\b(?P<title>(?:(?:tf|t\.f\.|bitr\.|biträdande|vice|regional) )?[a-zåäö]*"
    r"(?:chef|direktör|ordförande|sekreterare|samordnare|ledare|strateg|handläggare"
    r"|kurator|barnmorska|sjuksköterska|rektor|ombud|utvecklare|direktor|föreståndare))(?:e?n|ens?)?\b"
)
_NAME_WORD = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?"
_NAME = rf"{_NAME_WORD}(?: [A-ZÅÄÖ]\.?)?(?: (?:af|von|de))?(?: {_NAME_WORD}){{1,2}}"
_ALONE = re.compile(rf"{_NAME}(?=$|,| \()")
_LABELLED = re.compile(
    r"(?i:\b(?:namnförtydligande|kontaktperson(?:er)?|handläggare|underskrift|undertecknare|namn|författare|kontakt))"
    rf"\s*:\s*(?P<name>{_NAME})"
)
_ANY_TITLE = _TITLE.pattern.replace("(?i)", "(?i:", 1) + ")"
_AFTER_TITLE = re.compile(rf"{_ANY_TITLE}[,:]? (?P<name>{_NAME})")
_BEFORE_TITLE = re.compile(rf"\b(?P<name>{_NAME_WORD} {_NAME_WORD}),? {_ANY_TITLE}")
_NO_NAME = re.compile(
    r"(?i)kommun|region|landsting|\blän|förvaltning|central|avtal|överenskommelse|förskola|hälsovård|nämnd|sverige|stad"
    r"|verksamhet|socialtjänst|primärvård|vård|chef|direktör|grupp|bilaga"
    r"|\b(?:om|att|den|det|de|för|som|när|varje|denna|detta|enligt|på|vid|till|parterna|samt|och|hos|från)\b"
)
# What stands around a signature or a way to reach somebody.
_SIGNED = re.compile(r"(?i)[_….]{4,}|\bort och datum|^(?:ort|datum)\b|underskrift|undertecknat|^för .{3,60}$")
# Words within a sentence that are written like a name. Places and organisations mostly begin or end with one of these.
_WITHIN = re.compile(rf"(?<=[a-zåäö,] )(?P<name>{_NAME_WORD} {_NAME_WORD})(?![\w-])")
_NO_PERSON = re.compile(
    r"\b(?:Västra|Östra|Norra|Södra|Mellersta|Inre|Yttre|Övre|Nedre|Nya|Gamla|Stora|Lilla|Svenska|Sveriges|Rädda|Röda|"
    r"Svenskt|Nordiska|Barn|Unga|Familj\w*|Föräldra\w*|Öppna|Socialstyrelsen\w*|Folkhälso\w*|Institutet|Rådet|Huset|"
    r"Barnkonvention\w*|Förenta|Microsoft|Word|Excel|Adobe|Teams)\b"
)
_PARTY = re.compile(
    r"Region [A-ZÅÄÖ]\w+(?: län)?|Landstinget i [A-ZÅÄÖ]\w+(?: län)?|[A-ZÅÄÖ]\w+(?: läns landsting| kommun| stad)"
)
_NEAR = 3  # blocks around a name in which its function and its party stand


@dataclass(frozen=True, slots=True)
class Person:
    """A line of the text that may say something of a person, what that is, and what could stand there instead."""

    line: int
    what: str
    instead: str


def people(blocks: Sequence[Block], starts: Sequence[int]) -> Iterator[Person]:
    """Everything that looks like a name, a personal number, an address or a telephone number."""
    texts = [" ".join(" ".join(row) for row in block.rows) or block.text for block in blocks]
    for at, text in enumerate(texts):
        for rule, _start, _end in found(text):
            what = "en e-postadress" if rule is EMAIL else "ett telefonnummer" if rule is PHONE else "ett personnummer"
            yield Person(starts[at], what, _instead(texts, at))
        if blocks[at].kind != "heading" and _names(texts, at):
            yield Person(starts[at], "ett namn", _instead(texts, at))
        elif blocks[at].kind != "heading" and _perhaps(text):
            yield Person(starts[at], "kanske ett namn", _instead(texts, at))


def _names(texts: Sequence[str], at: int) -> bool:
    text = texts[at]
    for pattern in (_LABELLED, _AFTER_TITLE, _BEFORE_TITLE):
        if any(not _NO_NAME.search(match["name"]) for match in pattern.finditer(text)):
            return True
    alone = _ALONE.match(text)
    around = [each for each in texts[max(0, at - 1) : at + 3] if len(each) < 80]
    # A name by itself is one only where a function, a signature or a number stands near it.
    near = any(_TITLE.search(each) or _SIGNED.search(each) or [*found(each)] for each in around)
    return bool(alone and near and len(text) < 80 and not _NO_NAME.search(alone.group()))


def _perhaps(text: str) -> bool:
    """Whether two words within a sentence are written like a name, and are no place or organisation that we know."""
    within = [*_WITHIN.finditer(text), *(re.finditer(_NAME, text) if [*found(text)] else ())]
    return any(not (_NO_NAME.search(each.group()) or _NO_PERSON.search(each.group())) for each in within)


def _instead(texts: Sequence[str], at: int) -> str:
    """The function and the party that stand nearest, in square brackets; words for both where none does."""
    near = range(max(0, at - _NEAR), min(len(texts), at + _NEAR + 1))
    around = sorted(near, key=lambda each: (abs(each - at), -each))
    title = next((match["title"] for each in around if (match := _TITLE.search(texts[each]))), "funktion")
    party = next((match.group() for each in around if (match := _PARTY.search(texts[each]))), "partens namn")
    return f"[{title[0].upper() + title[1:]}, {party}]"
