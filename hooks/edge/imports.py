"""Import a document: a file that somebody sent becomes the text.md of an agreement's folder.

In: the project's root, a file and a folder. Out: what happened, in words, and whether a human is needed. The file is
read and converted in a process of its own, with limits, since nobody knows what it holds. Not here: formats and words.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from atlas.convert.text import Converted, converted_from
from atlas.convert.told import incomplete, nothing, tell
from edge.importers import FORMATS
from edge.importers.refuse import Refused
from edge.writing import replace, write_new

MOST_BYTES = 50_000_000
SECONDS = 60
_OLDER = {".doc": ".docx", ".rtf": ".docx", ".docm": ".docx", ".pages": ".docx", ".odm": ".odt", ".xhtml": ".html"}


def import_file(root: Path, file: Path, folder: Path) -> tuple[bool, str]:
    """Whether all of the file could be read, and the report. Raises `Refused` when nothing was written."""
    target = _target(root, folder)
    done = _read(file)
    if not done.markdown:
        raise Refused(nothing(done, file.name).rstrip())
    data = done.markdown.encode()
    try:
        if _is_empty(target):
            replace(target, data)
        else:
            write_new(target.parent, {target.name: data})
    except FileExistsError:  # a text that appeared meanwhile is somebody's work, too
        raise Refused(_there_is(root, target)) from None
    return not incomplete(done), tell(done, file.name, _shown(root, target))


def _target(root: Path, folder: Path) -> Path:
    """The text.md to write. A folder is a path, or an agreement's id."""
    place = root / "agreements" / folder if _is_id(folder) else folder
    target = place / "text.md"
    home = Path(os.path.abspath(place))  # noqa: PTH100 (links are what is asked about)
    if home.is_relative_to(root.resolve()) and not place.resolve().is_relative_to(root.resolve()):
        raise Refused(f"Mappen {folder} är en länk ut ur projektet. Ange mappen själv.")
    if target.is_symlink() or (target.exists() and not _is_empty(target)):
        raise Refused(_there_is(root, target))
    return target


def _is_empty(target: Path) -> bool:
    """Whether it is the empty text that `new` lays out to be filled in: nobody's work is in it."""
    return target.is_file() and target.stat().st_size < 100 and not target.read_bytes().strip()


def _is_id(folder: Path) -> bool:
    """Whether it is <county>/<agreement> rather than a path from here."""
    return len(folder.parts) == 2 and not folder.is_absolute() and not Path(folder.parts[0]).is_dir()


def _shown(root: Path, target: Path) -> str:
    """A path as editors know it: from the project's folder when it lies there."""
    inside = target.resolve().is_relative_to(root.resolve())
    return target.resolve().relative_to(root.resolve()).as_posix() if inside else str(target)


def _there_is(root: Path, target: Path) -> str:
    shown = _shown(root, target)
    return f"{shown} finns redan och skrivs aldrig över. Ange en annan mapp, eller flytta undan den gamla texten."


def _read(file: Path) -> Converted:
    suffix = file.suffix.lower()
    if suffix not in FORMATS:
        as_what = f" Spara filen som {_OLDER[suffix]} och försök igen." if suffix in _OLDER else ""
        raise Refused(f"{file.name} går inte att läsa. Formaten är {', '.join(FORMATS)}.{as_what}")
    if not file.exists():
        raise Refused(f"Filen {file} finns inte.")
    if not file.resolve().is_relative_to(file.parent.resolve()) or not file.is_file():
        raise Refused(f"{file.name} är en länk till en annan plats, eller ingen vanlig fil. Ange filen själv.")
    if file.stat().st_size > MOST_BYTES:
        raise Refused(f"{file.name} är större än {MOST_BYTES // 1_000_000} MB, så den läses inte.")
    return _ask(suffix, file.read_bytes(), file.name)


def _ask(suffix: str, data: bytes, name: str) -> Converted:
    """What a reader in a process of its own makes of the bytes."""
    code = Path(__file__).resolve().parents[1]
    words = [sys.executable, "-m", "edge.importers", suffix]
    try:
        answered = subprocess.run(words, cwd=code, input=data, capture_output=True, timeout=SECONDS, check=False)
        answer = json.loads(answered.stdout)
    except subprocess.TimeoutExpired:
        raise Refused(f"{name} tog längre tid än {SECONDS} sekunder att läsa, så läsningen avbröts.") from None
    except ValueError:
        raise Refused(f"{name} gick inte att läsa: den är skadad, eller kräver för mycket minne.") from None
    if "refused" in answer:
        raise Refused(f"{name}: {answer['refused']}")
    return converted_from(answer["done"])
