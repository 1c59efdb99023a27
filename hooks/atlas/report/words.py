"""A source file and its text or texts, word by word: what differs, and where.

In: files. Out: `Difference` values, and their text. Not here: whether a difference may be; that a human decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from atlas.load.fold import fold
from atlas.source import File

# Marks that stand for structure, not for words: Markdown's own, and the bullets of word processors.
_STRUCTURE = re.compile(r"^(?:#{1,6}|[*+•·–]|[-:|]+|[\ue000-\uf8ff])$")
_EDGE_MARKS = re.compile(r"^[*|\ue000-\uf8ff]+|[*|\ue000-\uf8ff]+$|\*\*|\\(?=[*#|\[\]])")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the source (from `source_line`) that stand otherwise in the text (at `text_line`); one may be none.

    `path` names the text when the source became several.
    """

    source_line: int
    text_line: int
    source: str
    text: str
    path: str = ""


def compare_words(source: File, *texts: File) -> Iterator[Difference]:
    """Every difference, in order. Words that moved are a difference at both places.

    A source that holds several documents is held against all their texts, in the order of the source.
    """
    theirs = _words(source)
    ours = [word for text in texts for word in _words(text)]
    owners = [text.path if len(texts) > 1 else "" for text in texts for _ in _words(text)]
    matcher = SequenceMatcher(None, [word for word, _ in theirs], [word for word, _ in ours], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            owner = owners[min(j1, len(owners) - 1)] if owners else ""
            yield Difference(_line(theirs, i1), _line(ours, j1), _joined(theirs[i1:i2]), _joined(ours[j1:j2]), owner)


def differences(found: Iterable[Difference], source: str, text: str) -> str:
    """The differences for a person, each with its places; says so when there are none."""
    lines = [
        f"källan rad {each.source_line}: «{each.source}»  →  "
        f"{each.path or 'texten'} rad {each.text_line}: «{each.text}»"
        for each in found
    ]
    if not lines:
        return f"Inga ord skiljer {text} från {source}.\n"
    count = "1 skillnad." if len(lines) == 1 else f"{len(lines)} skillnader."
    return "\n".join([f"{source} → {text}", *lines, count, ""])


def _words(file: File) -> list[tuple[str, int]]:
    found = []
    for number in range(1, len(file.starts) + 1):
        for word in file.line(number).split():
            bare = _EDGE_MARKS.sub("", fold(word))
            if bare and not _STRUCTURE.match(bare):
                found.append((bare, number))
    return found


def _line(words: list[tuple[str, int]], index: int) -> int:
    return words[min(index, len(words) - 1)][1] if words else 1


def _joined(words: list[tuple[str, int]]) -> str:
    return " ".join(word for word, _ in words)
