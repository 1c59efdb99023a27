"""What office files have in common: text that they can hold, dates that they want, and a ZIP without a clock.

In: text, the clock's ISO date, the bytes of an office file. Out: the same, fit for it. Not here: what any file says.
Files are made in memory only; this is the one module of the core that needs streams and dates as Python has them.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

AUTHOR = "Avtalsatlas"
# What XML 1.0, and with it every office format, has no way to write.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The earliest that ZIP can tell. A real date would say nothing that the document itself does not say.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def fit(text: str) -> str:
    """`text` with what an office file cannot hold shown as the sign for an unknown character."""
    return _NO_XML.sub("\ufffd", text)


def moment(clock: str) -> datetime:
    """The clock's date as office files want it: with a time, which nobody knows."""
    return datetime.fromisoformat(clock).replace(tzinfo=UTC)


def made(write: Callable[[IO[bytes]], None]) -> bytes:
    """What `write` writes."""
    stream = BytesIO()
    write(stream)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a ZIP file by name."""
    with ZipFile(BytesIO(data)) as given:
        return {name: given.read(name) for name in given.namelist()}


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP file with its members in order of name and no dates: two builds of one commit are the same bytes.

    The list of contents goes first, as office programs expect.
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(members, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = ZipInfo(name, _ZIP_DATE)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0
            new.writestr(entry, members[name])
    return out.getvalue()
