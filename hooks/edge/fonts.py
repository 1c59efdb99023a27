"""The site's own web fonts, cut down to what Swedish text needs.

In: the TTF files of the pinned packages `font-source-sans-pro` and `font-source-serif-pro`.
Out: `web_fonts()`, a mapping from the path in the site to the bytes: WOFF2 files and their licences.
Not here: which font stands where (that is CSS), and fonts fetched from another host (never).
"""

from __future__ import annotations

import io
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import distribution, version
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "fonts"

FOLDER = "assets/fonts"


@dataclass(frozen=True)
class Family:
    """A typeface: its name here, its package, and its styles."""

    name: str  # as in the paths of the site
    package: str
    stem: str
    styles: dict[str, str]  # the name in the site → the name in the package


FAMILIES = (
    Family(
        "source-sans",
        "font-source-sans-pro",
        "SourceSansPro",
        {"regular": "Regular", "italic": "It", "semibold": "Semibold", "bold": "Bold"},
    ),
    Family(
        "source-serif",
        "font-source-serif-pro",
        "SourceSerifPro",
        {"regular": "Regular", "italic": "It", "semibold": "Semibold"},
    ),
)

# A character that a font lacks is left out in silence, and the browser takes it from the next font.
CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),  # Latin-1: Swedish and Finnish
    *range(0x2007, 0x2016),  # spaces, hyphens and dashes
    *map(ord, "‘’‚“”„†‡•…\u202f‰′″‹›⁄€№←↑→↓↔↕↖↗↘↙−≈≠≤≥✓■▲▼▶"),
)

# What few pages need, in files of their own that a browser fetches only there. CSS says which (`unicode-range`).
MORE = tuple(range(0x100, 0x180))  # Latin Extended-A: Sámi names and those of our neighbours

FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "mark", "onum", "pnum", "tnum")

# Copyright, licence and where it stands must follow the font; the rest are names, which browsers want to see.
NAMES = (0, 1, 2, 3, 4, 6, 13, 14)


def web_fonts(cache: Path = CACHE) -> dict[str, bytes]:
    """Every font file of the site and the licences beside them, the same bytes on every run."""
    files: dict[str, bytes] = {}
    for family in FAMILIES:
        originals = _folder(family)
        for style, original in family.styles.items():
            source = (originals / f"{family.stem}-{original}.ttf").read_bytes()
            for part, characters in (("", CHARACTERS), ("-more", MORE)):
                name = f"{family.name}-{style}{part}.woff2"
                files[f"{FOLDER}/{name}"] = _cached(cache / _recipe(source) / name, source, characters)
        files[f"{FOLDER}/LICENSE-{family.name}.txt"] = (originals / "LICENSE.txt").read_bytes()
    return files


def _folder(family: Family) -> Path:
    # Through the metadata, since `importlib.resources` would run the package's own code to find it.
    module = family.package.replace("-", "_")
    return Path(str(distribution(family.package).locate_file(f"{module}/files")))


def _recipe(source: bytes) -> str:
    """Names everything that the result hangs on; this file is in it, so a change here needs no thought."""
    tools = f"fonttools {version('fonttools')}, brotli {version('brotli')}"
    return sha256(source + Path(__file__).read_bytes() + tools.encode()).hexdigest()[:16]


def _cached(path: Path, source: bytes, characters: tuple[int, ...]) -> bytes:
    with suppress(OSError):
        return path.read_bytes()
    made = _cut(source, characters)
    # Moved into place whole: a build that is stopped, or another at the same time, never leaves half a font.
    # A folder that cannot be written costs the next build a few seconds, and nothing else.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as beside:
            beside.write(made)
        os.replace(beside.name, path)
    return made


def _cut(source: bytes, characters: tuple[int, ...]) -> bytes:
    options = subset.Options(
        flavor="woff2",
        layout_features=list(FEATURES),
        hinting=False,
        name_IDs=list(NAMES),
        # A changed font may not carry the reserved name «Source», and CSS names the family anyway.
        obfuscate_names=True,
        notdef_outline=True,
        # The default writes the time of the run into the font.
        recalc_timestamp=False,
    )
    font: TTFont = subset.load_font(io.BytesIO(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()
