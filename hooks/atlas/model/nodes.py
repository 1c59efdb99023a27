"""Small readers of checked nodes, shared by everything that builds the model.

In: nodes of a tree without findings. Out: words, lists and matches. Not here: what they become.
"""

from collections.abc import Iterator

from atlas.load.quotes import Match
from atlas.load.read import Folder
from atlas.load.tree import Mapping, Sequence


def items(node: Mapping | None, key: str) -> Iterator[Mapping]:
    """The mappings of the list under a key; none when there is no list."""
    listed = node.get(key) if node else None
    if isinstance(listed, Sequence):
        yield from (item for item in listed.items if isinstance(item, Mapping))


def one_line(node: Mapping, key: str) -> str:
    """The text under a key, on one line; empty when there is none."""
    return " ".join(node.text(key).split())


def match_of(folder: Folder, node: Mapping) -> Match | None:
    """Where a node's quote stands; None when it has none."""
    found = folder.match(node)
    return found if isinstance(found, Match) else None
