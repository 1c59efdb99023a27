"""Bytes to letters, where a file does not say how it was written, or says it wrongly.

In: bytes. Out: text, and a note where a guess was needed. Raises `Refused` when the letters cannot be told.
"""

import codecs
import re

from atlas.convert.draft import Note
from edge.importers.refuse import Refused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAVE_AS = "Öppna den i ett ordbehandlingsprogram och spara den som text i UTF-8."
# What å, ä and ö look like when UTF-8 was once read as something else.
_BROKEN = re.compile("Ã[¥¤¶…„–\u0085\u0084\u0096]")
# Letters and signs of a Swedish text in the old code of Windows; others in number mean that it is another code.
_USUAL = set("åäöÅÄÖéÉüÜ§–—”“’‘…•·´°½«»\xa0\xad")


def decode(data: bytes, named: str = "") -> tuple[str, list[Note]]:
    """The text. `named` is the encoding that the file itself claims."""
    text, notes = _decoded(data, named)
    if "\0" in text:
        raise Refused("Filen är ingen text, utan innehåller nollbyte.")
    if _BROKEN.search(text):
        words = "Tecken som «Ã¤» står där å, ä eller ö borde stå. Filen har sparats fel: be om originalet."
        notes.append(Note("", words, lost=True))
    if "\ufffd" in text:
        words = "Tecken som inte kan visas står i filen. De är utbytta mot \ufffd."
        notes.append(Note("", words, lost=True))
    return text, notes


def _decoded(data: bytes, named: str) -> tuple[str, list[Note]]:
    for mark, code in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(code), []
            except UnicodeDecodeError:
                raise Refused(f"Filens tecken går inte att tolka. {_SAVE_AS}") from None
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        # A few broken bytes among many good letters: told by decode().
        if sum(1 for letter in text if letter in _USUAL) > 2 * text.count("\ufffd"):
            return text, []
    try:
        text = data.decode("cp1252" if named.lower() in ("", "utf-8", "iso-8859-1", "latin1") else named)
    except (UnicodeDecodeError, LookupError):
        raise Refused(f"Filens tecken går inte att tolka. {_SAVE_AS}") from None
    strange = sum(1 for letter in text if ord(letter) > 127 and letter not in _USUAL)
    if strange * 4 > sum(1 for letter in text if ord(letter) > 127):
        raise Refused(f"Filens tecken går inte att tolka. {_SAVE_AS}")
    words = "Filen är inte i UTF-8. Den lästes som Windows-1252. Se efter att å, ä och ö stämmer."
    return text, [] if named else [Note("", words)]
