"""A snippet per topic: a fact to fill in, in the order of its shape, for the program that an editor writes in.

In: the topics' shapes. Out: plain values for JSON. Not here: what a fact may be (schemas.py), and the file (files.py).
"""

from collections.abc import Iterator
from typing import Any

from atlas.load.markdown import slug
from atlas.topics import TOPICS
from atlas.topics.shape import Choice, Field, Flag
from atlas.topics.topic import Topic


def snippets() -> dict[str, Any]:
    """All snippets by name. A topic's own id and its Swedish name both bring it up."""
    return {f"Faktum: {topic.name}": _snippet(topic) for topic in TOPICS.values()}


def _snippet(topic: Topic) -> dict[str, Any]:
    return {
        "scope": "yaml",
        "prefix": sorted({topic.id, slug(topic.name)}),
        "description": f"{topic.border} Ta bort de rader som avtalet inte svarar på.",
        "body": list(_lines(topic)),
    }


def _lines(topic: Topic) -> Iterator[str]:
    yield f"- id: {_stop(1, slug(topic.name))}"
    yield f"  says: {_stop(2, 'En hel mening på klarspråk.')}"
    yield "  quote: >-"
    yield f"    {_stop(3, 'avtalets egna ord')}"
    for number, (name, field) in enumerate(topic.fields.items(), 4):
        yield f"  {name}: {_value(number, field)}"


def _value(number: int, field: Field) -> str:
    match field.shape:
        case Choice(options):
            return f"${{{number}|{','.join(options)}|}}"
        case Flag():
            return f"${{{number}|true,false|}}"
        case _:
            return _stop(number, field.example or "…")


def _stop(number: int, words: str) -> str:
    """A place to fill in, with words that show how."""
    plain = words.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
    return f"${{{number}:{plain}}}"
