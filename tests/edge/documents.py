"""Documents to import, made by the tests: Word, OpenDocument and PDF, down to the bytes.

In: words. Out: bytes. Not here: assertions. The PDFs are written by hand, so that every letter stands where it is put.
"""

import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Package

# (left, base line from the bottom, size, bold, words)
Placed = tuple[float, float, float, bool, str]

TEXT, BOLD = "/F1", "/F2"


def word(document: Package) -> bytes:
    """A Word document as a file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def new_word() -> Package:
    """An empty Word document."""
    return Document()


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{room}:1.0"'
    for name, room in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
    }.items()
)


def odt(body: str, styles: str = "", lists: str = "") -> bytes:
    """An OpenDocument text from the XML of its body, its styles and its list styles."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{lists}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if styles:
        files["styles.xml"] = f"<office:document-styles {_SPACES}>{styles}</office:document-styles>"
    return packed(files)


def pdf(pages: Iterable[Sequence[Placed]], scanned: Sequence[int] = (), pictures: Sequence[int] = ()) -> bytes:
    """A PDF on A4. Pages (from 1) may also be covered by a picture, or hold a small one."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = b"/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont"
    objects += [b"<< " + fonts + b" /Helvetica >>", b"<< " + fonts + b" /Helvetica-Bold >>"]
    pixels = zlib.compress(b"\x80" * 16)
    image = b"<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects.append(_stream(image + b" /Filter /FlateDecode", pixels))
    kids = []
    for number, page in enumerate(pages, start=1):
        drawn = [_shown(*each) for each in page]
        drawn += [b"q 595 0 0 842 0 0 cm /I1 Do Q"] if number in scanned else []
        drawn += [b"q 60 0 0 60 480 760 cm /I1 Do Q"] if number in pictures else []
        objects.append(_stream(b"<<", b"\n".join(drawn)))
        resources = b"<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 5 0 R >> >>"
        contents = f"/Contents {len(objects)} 0 R".encode()
        box = b"/MediaBox [0 0 595 842] "
        objects.append(b"<< /Type /Page /Parent 2 0 R " + box + contents + b" /Resources " + resources + b" >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


def _shown(left: float, base: float, size: float, bold: bool, words: str) -> bytes:
    escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT {BOLD if bold else TEXT} {size} Tf {left} {base} Td (".encode() + escaped + b") Tj ET"


def _stream(head: bytes, data: bytes) -> bytes:
    return head + f" /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + each + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def set_lines(left: float, top: float, lines: Iterable[str], size: float = 11, bold: bool = False) -> list[Placed]:
    """Lines below each other; an empty one is air."""
    return [(left, top - 14 * at, size, bold, words) for at, words in enumerate(lines) if words]
