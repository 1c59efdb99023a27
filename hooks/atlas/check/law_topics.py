"""What the vocabulary of laws says about a topic is said about a topic that exists."""

from collections.abc import Iterator

from atlas.load.read import Tree
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule, allowed, did_you_mean
from atlas.topics import TOPICS

UNKNOWN_TOPIC = Rule(
    "A412",
    "Lagen nämner ett ämne som inte finns.",
    "Det som en lag kräver visas bredvid ämnet. Ett ämne som ingen sida har skulle gömma kravet för läsaren.",
    "holds:\n  - topic: duty_to_report\n    section: 19 kap. 1 §\n    says: Den som arbetar med barn måste anmäla oro.",
)


def check_vocabulary(tree: Tree) -> Iterator[Finding]:
    """Findings of all topics named under `holds` and `mistaken`."""
    laws = tree.vocabularies.get("laws")
    for _, law in laws.root.entries if laws and laws.root else ():
        if not isinstance(law, Mapping):
            continue
        yield from _topics(law.get("holds"))
        sections = law.get("sections")
        for _, section in sections.entries if isinstance(sections, Mapping) else ():
            yield from _topics(section.get("mistaken") if isinstance(section, Mapping) else None)


def _topics(items: Node | None) -> Iterator[Finding]:
    for item in items.items if isinstance(items, Sequence) else ():
        topic = item.get("topic") if isinstance(item, Mapping) else None
        if isinstance(topic, Scalar) and topic.text and topic.text not in TOPICS:
            message = f"Ämnet «{topic.text}» finns inte."
            yield UNKNOWN_TOPIC.at(topic.span, message, did_you_mean(topic.text, TOPICS), allowed(TOPICS, what="Ämnen"))
