"""What a new version takes over from the older file, line by line, with the editor's own comments and way of writing.

In: the older file and a node of it. Out: lines of YAML. Not here: what may be taken over (work.py, renewed.py).
"""

from atlas.edit.change import offsets
from atlas.edit.passage import Passage
from atlas.edit.pieces import is_block, pieces
from atlas.edit.written import quoted
from atlas.load.tree import Mapping
from atlas.source import File

_CITING = ("quote", "under", "nth")


def head(file: File, root: Mapping, key: str) -> list[str]:
    """A key at the top of the file with its value, as it stands there; nothing when the file has not got it."""
    found = {piece.key: piece.text for piece in pieces(file, root)[2]}
    return found.get(key, "").strip().splitlines()


def entry(file: File, node: Mapping, now: Passage | None, indent: int) -> list[str]:
    """An entry of a list, from its dash, citing the passage where its words stand now; None keeps the older words."""
    lines: list[str] = []
    for key, text in _parts(file, node).items():
        if now is None or key not in _CITING:
            lines += text
        elif key == "quote":
            lines += quoted(now, 0)
    room = " " * indent
    return [f"{room}- {lines[0]}", *(f"{room}  {line}".rstrip() for line in lines[1:])]


def _parts(file: File, node: Mapping) -> dict[str, list[str]]:
    """The lines of each key, without what all of them are indented by."""
    if not is_block(file, node):
        spans = {key.text: offsets(file, value.span) for key, value in node.entries}
        return {key: [f"{key}: {' '.join(file.text[a:b].split())}"] for key, (a, b) in spans.items()}
    room = " " * (node.entries[0][0].span.column - 1)
    found = pieces(file, node)[2]
    return {
        piece.key: [line.removeprefix(room).rstrip() for line in piece.text.splitlines() if line.strip()]
        for piece in found
    }
