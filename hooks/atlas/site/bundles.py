"""Style sheets and scripts: many small files to read and write, few to fetch.

In: the files by path, and which of them go together (the map stands in mkdocs.yml). Out: `Bundles`, the joined files
under names that carry a fingerprint of what is in them, so that a browser may keep them for ever. Not here: the disk,
and anything that rewrites code: files are put one after the other, scripts whole and style sheets without comments,
since every page waits for those before it is drawn.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

# As deep as where the files are written, so that what they say of each other holds.
STYLES, SCRIPTS, FONTS = "assets/styles/", "assets/scripts/", "assets/fonts/"


# A string, which may look as if it held a comment; a comment, unless it says that it must stay; and lines that are
# indented or empty. No string goes over a line's end.
_STRING_OR_COMMENT = re.compile(rb"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*(?!!).*?\*/""", re.DOTALL)
_BETWEEN_LINES = re.compile(rb"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Kind:
    """Scripts that only some pages need: those whose HTML holds one of the words `where`. `name` is the bundle's, and
    `needs` names those that run before it.
    """

    name: str
    where: tuple[str, ...]
    files: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundles:
    """Every path is counted from the site's root. `kinds` pairs the words that a page must hold with its script."""

    styles: str
    start: str
    script: str
    kinds: tuple[tuple[tuple[str, ...], str], ...]
    files: Mapping[str, bytes]


def bundle(
    styles: Iterable[str], start: str, scripts: Iterable[str], kinds: Iterable[Kind], sources: Mapping[str, bytes]
) -> Bundles:
    """Join what belongs together. `sources` holds the fonts too, whose names in the style sheets change with theirs.
    `start` is the script that runs before the page is drawn. A file that is missing raises KeyError.
    """
    files: dict[str, bytes] = {}

    def put(path: str, data: bytes) -> str:
        files[fingerprinted(path, data)] = data
        return fingerprinted(path, data)

    style = bare(_joined(styles, sources))
    for path in sorted(path for path in sources if path.startswith(FONTS)):
        name = put(path, sources[path]) if path.endswith(".woff2") else path
        files.setdefault(name, sources[path])
        style = style.replace(_font(path), _font(name))
    of_pages = tuple((kind.where, put(f"{SCRIPTS}{kind.name}.js", _once(kind, sources))) for kind in kinds)
    return Bundles(
        styles=put(f"{STYLES}site.css", style),
        start=put(f"{SCRIPTS}start.js", sources[start]),
        script=put(f"{SCRIPTS}site.js", _joined(scripts, sources)),
        kinds=of_pages,
        files=files,
    )


def fingerprinted(path: str, data: bytes) -> str:
    """`assets/styles/site.css` → `assets/styles/site.3f9c01ab.css`."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}.{sha256(data).hexdigest()[:8]}.{ending}"


def bare(styles: bytes) -> bytes:
    """A style sheet without comments and indentation, which are a fourth of ours when packed. A comment leaves a space
    behind, for it may part two words; one that begins with `/*!`, as licences do, stays.
    """
    return _BETWEEN_LINES.sub(b"\n", _STRING_OR_COMMENT.sub(lambda found: found[1] or b" ", styles)).lstrip()


def _joined(paths: Iterable[str], sources: Mapping[str, bytes]) -> bytes:
    return b"\n".join(sources[path].rstrip() + b"\n" for path in paths)


def _once(kind: Kind, sources: Mapping[str, bytes]) -> bytes:
    # Instant navigation runs the scripts of a page each time that it comes, in the order in which they arrive.
    head = f"Avtalsatlas.once({json.dumps(kind.name)}, {json.dumps(kind.needs)}, () => {{\n"
    return head.encode() + _joined(kind.files, sources) + b"});\n"


def _font(path: str) -> bytes:
    return f'url("../fonts/{path.removeprefix(FONTS)}")'.encode()
