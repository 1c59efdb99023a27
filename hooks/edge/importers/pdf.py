"""PDF files: letters and where they stand, page by page, and what is only a picture.

In: bytes. Out: a `Draft` of pages. Not here: columns, lines and tables (atlas/convert/layout.py).
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atlas.convert.draft import Draft, Note, Page, Run
from edge.importers.refuse import Refused

try:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw
except ImportError:
    pdfium = raw = None

MOST_PAGES = 300
_APART = 1.5  # in letter heights: what stands further apart is no longer one run


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


_BLANK = _Letter(" ", 0, 0, 0, 0, False)


def read(data: bytes) -> Draft:
    """The placed letters of a PDF."""
    if pdfium is None:
        raise Refused("För PDF behövs ett paket till. Kör make import FILE=avtal.pdf, så hämtas det.")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("Filen är låst med lösenord. Spara den utan lösenord och försök igen.") from None
        raise Refused("Filen är skadad: den går inte att läsa som PDF.") from None
    if len(document) > MOST_PAGES:
        raise Refused(f"Filen har {len(document)} sidor. Fler än {MOST_PAGES} läses inte: dela den.")
    pages: list[Page] = []
    notes: list[Note] = []
    for number in range(1, len(document) + 1):
        try:
            sheet = document[number - 1]
            page, told = _page(sheet, number)
        except pdfium.PdfiumError:
            notes.append(Note(f"sidan {number}", "Sidan är skadad och gick inte att läsa.", lost=True))
            continue
        pages.append(page)
        notes += told
    return Draft(pages=tuple(pages), notes=tuple(notes))


def _page(sheet: "pdfium.PdfPage", number: int) -> tuple[Page, list[Note]]:
    width, height = sheet.get_size()
    text = sheet.get_textpage()
    unknown = [0]
    turned = [0]
    runs = tuple(_runs(_letters(text, height, unknown, turned)))
    return Page(number, width, runs), list(_notes(sheet, number, bool(runs), unknown[0], turned[0]))


def _notes(sheet: "pdfium.PdfPage", number: int, has_text: bool, unknown: int, turned: int) -> Iterator[Note]:
    place = f"sidan {number}"
    width, height = sheet.get_size()
    areas = []
    for image in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = image.get_bounds()
        areas.append((right - left) * (top - bottom) / (width * height or 1))
    covered = max(areas, default=0) > 0.6
    if not has_text and areas:
        yield Note(place, "Sidan är inskannad: en bild utan text. Skriv av den, eller be om originalet.", lost=True)
    elif not has_text:
        drawn = any(True for _ in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
        yield Note(place, "Sidan har ingen text, bara streck och figurer." if drawn else "Sidan är tom.", lost=drawn)
    elif covered:
        yield Note(place, "Sidan är en bild med maskinläst text. Jämför varje ord med originalet.", lost=True)
    elif areas:
        many = "En bild" if len(areas) == 1 else f"{len(areas)} bilder"
        yield Note(place, f"{many} kunde inte läsas. Står det text där behöver den skrivas av.", lost=True)
    if unknown:
        yield Note(place, f"{unknown} tecken gick inte att tolka. De saknas i texten.", lost=True)
    if turned:
        yield Note(place, f"{turned} tecken står på tvären. De saknas i texten.", lost=True)


def _letters(
    text: "pdfium.PdfTextPage", height: float, unknown: list[int], turned: list[int]
) -> Iterator[_Letter | None]:
    """The letters in the order of the file; nothing where PDFium saw a line end."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index) or 0xFFFF)
        if letter in "\r\n":
            yield None
            continue
        if letter.isspace():
            yield _BLANK
            continue
        if raw.FPDFText_HasUnicodeMapError(text, index) == 1 or letter in "\uffff\ufffd":
            unknown[0] += 1
            continue
        if letter in "\x02\ufffe":  # PDFium's own sign for a hyphen at the end of a line
            letter = "-"
        if abs(raw.FPDFText_GetCharAngle(text, index)) > 0.05:
            turned[0] += 1
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        size = max(box.top - box.bottom, 0.1)
        yield _Letter(letter, box.left, box.right, height - y.value, size, _is_bold(text, index))


def _is_bold(text: "pdfium.PdfTextPage", index: int) -> bool:
    """Whether a letter is bold, by its font's weight or, where the file gives none, by the font's name."""
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 100, flags)
    heavy = any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))
    return heavy or raw.FPDFText_GetFontWeight(text, index) >= 600


def _runs(letters: Iterator[_Letter | None]) -> Iterator[Run]:
    """Letters that stand together. A blank belongs to the letter before it, since PDFium places some at random."""
    held: list[_Letter] = []
    for letter in letters:
        if letter is _BLANK and held:
            held[-1] = replace(held[-1], text=held[-1].text.rstrip() + " ")
            continue
        if letter is _BLANK:
            continue
        if held and (letter is None or _parts(held[-1], letter)):
            yield _run(held)
            held = []
        if letter is not None:
            held.append(letter)
    if held:
        yield _run(held)


def _parts(before: _Letter, letter: _Letter) -> bool:
    same_line = abs(before.base - letter.base) <= 0.35 * max(before.size, letter.size)
    apart = letter.left - before.right
    size = min(before.size, letter.size)
    return not same_line or apart > _APART * size or apart < -size or before.bold != letter.bold


def _run(held: list[_Letter]) -> Run:
    size = sorted(each.size for each in held)[len(held) // 2]
    text = "".join(each.text for each in held)
    return Run(text, held[0].left, held[-1].right, held[0].base, round(size, 1), held[0].bold)
