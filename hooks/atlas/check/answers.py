"""Each topic is known, and its answer is `silent`, `unread` or a list of facts with values of the topic's shape."""

from collections.abc import Iterator

from atlas.check.walk import UNKNOWN_KEY, misfits
from atlas.load.read import Tree
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule, allowed, did_you_mean
from atlas.topics import TOPICS
from atlas.topics.agreement_file import fact_record

UNKNOWN_TOPIC = Rule(
    "A401",
    "Ämnet är okänt.",
    "Avtal jämförs ämne för ämne, och ämnenas id är desamma i alla avtal. Välj det ämne som frågan hör till.",
    "notice:\n  - id: uppsagning-tid",
)
BARE_ANSWER = Rule(
    "A202",
    "Ett ensamt ord står där ett faktum eller citat väntades.",
    "Ett svar är en lista med fakta, vart och ett med id, mening och citat. Bara orden silent (hela texten är läst och "
    "svarar inte) och unread (ingen har läst) får stå ensamma.",
    "insurance: silent",
)
# Answers that need no fact.
LONE_ANSWERS = ("silent", "unread")
_WANTED = "Skriv silent eller unread, eller en lista med fakta som vart och ett börjar med - id:."


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all answers."""
    for folder in tree.folders:
        for key, answer in folder.topics.entries if folder.topics else ():
            if key.text not in TOPICS:
                near = did_you_mean(key.text, TOPICS)
                yield UNKNOWN_TOPIC.at(key.span, f"Ämnet «{key.text}» finns inte.", near, allowed(TOPICS, what="Ämnen"))
            else:
                yield from _answer(key.text, answer)


def _answer(topic: str, answer: Node) -> Iterator[Finding]:
    if isinstance(answer, Scalar):
        if answer.text not in LONE_ANSWERS:
            message = f"Under «{topic}» står bara «{answer.text}»." if answer.text else f"«{topic}» har inget svar."
            yield BARE_ANSWER.at(answer.span, message, did_you_mean(answer.text, LONE_ANSWERS), _WANTED)
        return
    if isinstance(answer, Mapping):
        if near := did_you_mean("id", [key.text for key, _ in answer.entries]):
            yield BARE_ANSWER.at(answer.span, f"Under «{topic}» saknas strecket (-) före faktumets första rad.")
        else:
            yield UNKNOWN_KEY.at(answer.span, f"Under «{topic}» väntades en lista med fakta.", near)
        return
    assert isinstance(answer, Sequence)
    if not answer.items:
        yield BARE_ANSWER.at(answer.span, f"«{topic}» är en tom lista.", _WANTED)
    for fact in answer.items:
        if isinstance(fact, Scalar):
            yield BARE_ANSWER.at(fact.span, f"«{fact.text}» är inget faktum: det saknar id, mening och citat.")
        else:
            delegated = isinstance(fact, Mapping) and fact.text("status") == "delegated"
            yield from misfits(fact, fact_record(TOPICS[topic], delegated), topic)
