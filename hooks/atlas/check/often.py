"""What happens so and so often says how many times, unless it is told without a number."""

from collections.abc import Iterator

from atlas.load.read import Tree
from atlas.load.tree import Mapping
from atlas.source import Finding, Rule
from atlas.topics.common import PER, TIMELESS

HOW_MANY = Rule(
    "A315",
    "Antalet gånger saknas, eller hör inte hit.",
    "Hur ofta något sker är ett antal gånger under en tid. Bara vid behov (need) och enligt överenskommelse (agreed) "
    "skrivs utan antal.",
    "meets: {times: 2, per: year}",
)


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all that says how often."""
    for folder in tree.folders:
        for _, fact in folder.facts():
            for key in ("every", "meets"):
                node = fact.get(key)
                if isinstance(node, Mapping) and node.text("per") in PER.options:
                    yield from _often(key, node)


def _often(key: str, node: Mapping) -> Iterator[Finding]:
    per, times = node.text("per"), node.get("times")
    if per in TIMELESS and times is not None:
        yield HOW_MANY.at(times.span, f"Under «{key}» står per: {per}, som inte har något antal. Ta bort times.")
    elif per not in TIMELESS and times is None:
        yield HOW_MANY.at(node.span, f"Under «{key}» saknas hur många gånger per {PER.options[per]}: times.")
