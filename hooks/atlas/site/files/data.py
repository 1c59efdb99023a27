"""The data file that other programs read, and its JSON Schema (Fixed: see the README, «Data»).

In: the model. Out: two files. Not here: the shapes of typed values (topics).
"""

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from typing import Any

from atlas.model.agreement import Agreement, Answer, Atlas, Fact
from atlas.site.document_data import document_data, document_schema
from atlas.site.json_schema import array_of, field_schema, object_of, spans_data, spans_schema, values_schema
from atlas.site.made import Long, Make
from atlas.site.page import Renderer
from atlas.topics import TOPICS
from atlas.topics.agreement_file import FACT_STATUS, KIND
from atlas.topics.common import ANY_TOPIC, LEVEL
from atlas.topics.topic import STATUSES, Topic

VERSION = 1
_TEXT = {"type": "string"}
_TO = "Vart frågan lämnas, när status är delegated; annars ämnets eget värde."


def files(render: Renderer) -> dict[str, Make]:
    """The data and its schema."""
    return {
        "data/agreements.json": Long(partial(_pieces, render.atlas)),
        "data/agreements.schema.json": lambda: to_json(schema()),
    }


def to_json(value: object) -> bytes:
    """A JSON file: UTF-8, indented, in the order given, with a line feed at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def _pieces(atlas: Atlas) -> Iterator[bytes]:
    """All agreements, each with every topic, and all documents that go with them, each with its parts.

    One stands on a line of its own: so the file can be read, searched and compared line by line, however long it is.
    """
    yield f'{{"schema": {VERSION}, "agreements": [\n'.encode()
    yield from _lines(_agreement(agreement) for agreement in atlas.agreements)
    yield b'\n], "documents": [\n'
    yield from _lines(document_data(document) for document in atlas.documents)
    yield b"\n]}\n"


def _lines(values: Iterable[object]) -> Iterator[bytes]:
    for number, value in enumerate(values):
        yield ((",\n" if number else "") + json.dumps(value, ensure_ascii=False, default=_plain)).encode()


def _agreement(agreement: Agreement) -> dict[str, Any]:
    review = agreement.review
    return {
        "id": agreement.id,
        "title": agreement.title,
        "county": agreement.county,
        "kind": agreement.kind,
        "level": agreement.level,
        "url": agreement.url,
        "reviewed": {"on": review.on, "by": review.by, "current": review.current},
        "topics": {id: _answer(answer) for id, answer in agreement.answers.items()},
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {"status": answer.status, "also": list(answer.also), "facts": [_fact(fact) for fact in answer.facts]}


def _fact(fact: Fact) -> dict[str, Any]:
    # Where a delegated question is left stands among the values, as it does in the file that editors write.
    to = {"to": fact.to} if fact.status == "delegated" else {}
    return {
        "id": fact.id,
        "status": fact.status,
        "says": fact.says,
        "quote": fact.quote,
        "clause": list(fact.clause),
        "url": fact.url,
        "spans": spans_data(fact.spans),
        "values": {**fact.values, **to},
        "note": fact.note or None,
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the data file, made from the topics' shapes."""
    reviewed = object_of({"on": _TEXT, "by": _TEXT, "current": {"type": "boolean"}})
    agreement = object_of(
        {
            "id": {"type": "string", "pattern": "^[a-z_]+/[a-z0-9-]+$"},
            "title": _TEXT,
            "county": _TEXT,
            "kind": {"enum": list(KIND.options)},
            "level": {"enum": list(LEVEL.options)},
            "url": _TEXT,
            "reviewed": reviewed,
            "topics": object_of({id: {"$ref": f"#/$defs/answers/{id}"} for id in TOPICS}),
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Avtalsatlas: avtal om familjecentraler",
        **object_of(
            {"schema": {"const": VERSION}, "agreements": array_of(agreement), "documents": array_of(document_schema())}
        ),
        "$defs": {
            "fact": _fact_schema(),
            "any": {name: field_schema(field) for name, field in ANY_TOPIC.items()},
            "answers": {id: _answer_schema(topic) for id, topic in TOPICS.items()},
        },
    }


def _fact_schema() -> dict[str, Any]:
    """What every fact has; the values are said topic by topic, so only the whole closes the object."""
    return object_of(
        {
            "id": _TEXT,
            "status": {"enum": list(FACT_STATUS.options)},
            "says": _TEXT,
            "quote": _TEXT,
            "clause": array_of(_TEXT),
            "url": _TEXT,
            "spans": spans_schema(),
            "values": {"type": "object"},
            "note": {"type": ["string", "null"]},
        }
    )


def _answer_schema(topic: Topic) -> dict[str, Any]:
    values = values_schema(topic.fields)
    values["properties"] |= {name: {"$ref": f"#/$defs/any/{name}"} for name in ANY_TOPIC}
    values["properties"]["to"] = {**_TEXT, "description": _TO}
    fact = {"$ref": "#/$defs/fact", "properties": {"values": values}}
    statuses = list(STATUSES)
    answer = object_of({"status": {"enum": statuses}, "also": array_of({"enum": statuses}), "facts": array_of(fact)})
    return {"description": f"{topic.name}. {topic.border}", **answer}
