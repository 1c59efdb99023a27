"""Packed documents (.docx and .odt are zip archives of XML), opened with care.

In: bytes. Out: the XML inside. Raises `Refused` for bombs, links out of the archive, entities and locked files.
"""

import zipfile
import zlib
from io import BytesIO
from xml.etree import ElementTree

from edge.importers.refuse import Refused

MOST_FILES = 2000
MOST_BYTES = 60_000_000  # unpacked, all together
MOST_XML = 20_000_000  # of one XML file
_DEEPEST = 200
_ENTITIES = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)


def has(root: ElementTree.Element, tag: str) -> bool:
    """Whether there is such an element. (An element without children counts as false, so `any` would not see it.)"""
    return next(root.iter(tag), None) is not None


class Archive:
    """A packed document that has been looked over."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise Refused("Filen är skadad och går inte att packa upp.") from None
        if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > MOST_BYTES:
            raise Refused("Filen blir orimligt stor när den packas upp, så den läses inte.")
        for each in entries:
            if each.filename.startswith(("/", "\\")) or ".." in each.filename.replace("\\", "/").split("/"):
                raise Refused("Filen innehåller sökvägar som pekar ut ur den, så den läses inte.")
            if each.flag_bits & 1:
                raise Refused("Filen är låst med lösenord. Spara den utan lösenord och försök igen.")
        self.names = frozenset(each.filename for each in entries)

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root of an XML file; nothing where there is none."""
        if name not in self.names:
            return None
        data = self._bytes(name)
        if any(mark in data for mark in _ENTITIES):
            raise Refused("Filen innehåller XML-entiteter, som ett dokument aldrig behöver, så den läses inte.")
        root: ElementTree.Element | None = None
        depth = 0
        try:
            for event, element in ElementTree.iterparse(BytesIO(data), events=("start", "end")):
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                if depth > _DEEPEST:
                    raise Refused("Filen är nästlad orimligt djupt, så den läses inte.")
        except (ElementTree.ParseError, LookupError, ValueError):
            raise Refused("Filen är skadad: dess XML går inte att läsa.") from None
        return root

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as file:
                data = file.read(MOST_XML + 1)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error):
            raise Refused("Filen är skadad och går inte att packa upp.") from None
        if len(data) > MOST_XML:
            raise Refused("Filen blir orimligt stor när den packas upp, så den läses inte.")
        return data
