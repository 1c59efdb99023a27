"""A status has what it needs: a quote, a note, or where the question is left to. So has in_force."""

from collections.abc import Iterator

from atlas.load.read import Tree
from atlas.load.tree import Mapping
from atlas.source import Finding, Rule
from atlas.topics import TOPICS
from atlas.topics.topic import STATUSES

NEEDS = Rule(
    "A311",
    "Status saknar det som den behöver.",
    "Varje status lovar läsaren något. Allt utom silent och unread visar avtalets ord och behöver citat. Tvetydigt "
    "(ambiguous) behöver en note som förklarar läsningarna. Hänvisas (delegated) behöver to: vart frågan lämnas.",
    "status: delegated\nto: lokalt hyresavtal",
)
IN_FORCE_NEEDS = Rule(
    "A312",
    "Uppgiften om avtalet gäller saknar datum eller källa.",
    "Ett ja eller nej utan källa är en gissning. Skriv när och hur det kontrollerades, eller svara okänt.",
    "in_force: {answer: okänt}",
)
# What a status needs besides a quote.
BESIDES_QUOTE = {"stated": (), "ambiguous": ("note",), "placeholder": (), "delegated": ("to",)}
# The form in the browser says the same.
LACKS = "Ett faktum under «{topic}» med status {status} ({label}) saknar «{key}»."
NOT_DELEGATED = "«to» hör bara till status delegated, men här är status {status}."
DEMANDS = "Svaret {answer} kräver att «{key}» är ifyllt."
IN_FORCE_DEMANDS = {"ja": ("on", "source"), "nej": ("on", "source")}


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all statuses."""
    for folder in tree.folders:
        for topic, fact in folder.facts():
            yield from _fact(topic, fact)
        in_force = folder.root.get("in_force") if folder.root else None
        if isinstance(in_force, Mapping):
            answer = in_force.text("answer")
            for key in IN_FORCE_DEMANDS.get(answer, ()):
                if in_force.get(key) is None:
                    yield IN_FORCE_NEEDS.at(in_force.span, DEMANDS.format(answer=answer, key=key))


def _fact(topic: str, fact: Mapping) -> Iterator[Finding]:
    status = fact.text("status") or "stated"
    label = STATUSES[status].label if status in STATUSES else status
    for key in ("quote", *BESIDES_QUOTE.get(status, ())):
        if fact.get(key) is None:  # an empty one has its own finding
            yield NEEDS.at(fact.span, LACKS.format(topic=topic, status=status, label=label, key=key))
    node = fact.get("to")
    own = topic in TOPICS and "to" in TOPICS[topic].fields
    if node is not None and status in STATUSES and status != "delegated" and not own:
        yield NEEDS.at(node.span, NOT_DELEGATED.format(status=status))
