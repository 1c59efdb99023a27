"""What only two states of the data show: a date of review that was moved forward with nothing behind it.

In: the tree of the base and the tree of now. Out: findings. Not here: where the base comes from (edge), what else has
changed (diff), and any judgement of one state alone: a text that nobody has read again is a state, not a mistake.

The base may break rules that came later, and counts as far as it can be read.
"""

from collections.abc import Iterator
from typing import Any

from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule
from atlas.topics.shape import Day, ShapeError

MOVED_ALONE = Rule(
    "A601",
    "Granskningsdatumet är flyttat framåt, men inget visar att någon har granskat.",
    "reviewed.on säger när fakta senast hölls mot texten, och läsaren litar på det. Ett datum som flyttas ensamt säger "
    "bara att tiden har gått. Stämde allt så skriver du det under found. Har texten ändrats hör ett nytt fingeravtryck "
    "till granskningen. Har ingen läst får datumet stå kvar: att en text väntar på att läsas är inget fel.",
    "reviewed: {on: 2026-11-21, by: redaktionen, text: 3f9c04b1a2d7, found: Alla fakta stämde 2026-11-21.}",
)
# What says how a review is planned, not that anyone has done it.
_PLANS = ("on", "every_months", "owner")


def check_against(base: Tree, tree: Tree) -> tuple[Finding, ...]:
    """Findings of what has changed since the base, in the order of the files."""
    before = {folder.id: folder for folder in base.folders}
    found = [each for folder in tree.folders if folder.id in before for each in _moved(before[folder.id], folder)]
    return tuple(sorted(found, key=lambda finding: finding.order))


def _moved(before: Folder, folder: Folder) -> Iterator[Finding]:
    was, now = _reviewed(before), _reviewed(folder)
    if not (was and now and folder.text):
        return
    date, held = now.get("on"), now.text("text")
    if not isinstance(date, Scalar) or not _is_later(was.text("on"), date.text):
        return
    message = f"Datumet är flyttat från {was.text('on')} till {date.text}, men "
    current = folder.text.fingerprint
    if held != current:
        hint = f"Har du hållit fakta mot texten som den är nu? Skriv då text: {current}"
        yield MOVED_ALONE.at(date.span, f"{message}fingeravtrycket är kvar från en äldre text.", hint)
    elif _seen(before) == _seen(folder):
        hint = f"Läste du och allt stämde? Skriv det, till exempel found: Alla fakta stämde {date.text}."
        yield MOVED_ALONE.at(date.span, f"{message}inget annat i filen eller texten är ändrat.", hint)


def _reviewed(folder: Folder) -> Mapping | None:
    node = folder.root.get("reviewed") if folder.root else None
    return node if isinstance(node, Mapping) else None


def _is_later(was: str, now: str) -> bool:
    try:
        return Day().read(now) > Day().read(was)
    except ShapeError:
        return False


def _seen(folder: Folder) -> dict[str, Any]:
    """All that may have come of a review: the whole file, but for how reviews are planned."""
    entries = {key.text: _plain(node) for key, node in folder.root.entries} if folder.root else {}
    reviewed = {key: value for key, value in entries.get("reviewed", {}).items() if key not in _PLANS}
    return {**entries, "reviewed": reviewed}


def _plain(node: Node) -> Any:
    """What a node says, wherever it stands and however it is laid out."""
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items] if isinstance(node, Sequence) else " ".join(node.text.split())
