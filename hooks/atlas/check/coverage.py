"""Nothing that regulates is passed over: once every topic is read for, each statement is a fact or says why not."""

from collections.abc import Iterator

from atlas.load.quotes import Match
from atlas.load.read import Folder, Tree
from atlas.load.statements import statements
from atlas.load.tree import Mapping, Scalar, Sequence
from atlas.source import Finding, Rule
from atlas.topics import TOPICS

NOT_COVERED = Rule(
    "A210",
    "En mening som reglerar något är varken citerad eller utelämnad.",
    "När alla ämnen är granskade lovar sidan att ingenting har hoppats över. Citera meningen i ett faktum, eller skriv "
    "den under left_out med ett skäl.",
    "left_out:\n  - quote: >-\n      Detta avtal har upprättats i två exemplar\n    reason: formalia",
)


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all agreements that leave no topic unread."""
    for folder in tree.folders:
        if folder.kind == "agreement" and folder.text and not _has_unread(folder):
            yield from _folder(folder)


def _has_unread(folder: Folder) -> bool:
    answers = {key.text: node for key, node in folder.topics.entries} if folder.topics else {}
    read = {id for id, node in answers.items() if not (isinstance(node, Scalar) and node.text == "unread")}
    return not TOPICS.keys() <= read


def _folder(folder: Folder) -> Iterator[Finding]:
    assert folder.text
    covered: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for match in _matches(folder):
        for part in match.stretches:
            covered.setdefault((match.clause, part.block), []).append((part.start, part.end))
    for each in statements(folder.text):
        here = covered.get((each.clause, each.block), ())
        if each.regulates and not any(start < each.end and each.start < end for start, end in here):
            block = folder.text.clauses[each.clause].blocks[each.block]
            words = block.words.text[each.start : each.end]
            span = folder.text.span(block, each.start, each.end)
            yield NOT_COVERED.at(
                span, f"«{words if len(words) < 120 else words[:119] + '…'}» finns inte i {folder.file.path}."
            )


def _matches(folder: Folder) -> Iterator[Match]:
    left_out = folder.root.get("left_out") if folder.root else None
    nodes = [fact for _, fact in folder.facts()]
    nodes += [node for node in left_out.items if isinstance(node, Mapping)] if isinstance(left_out, Sequence) else []
    for node in nodes:
        found = folder.match(node)
        if isinstance(found, Match):
            yield found
