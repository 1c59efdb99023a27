"""The data file that other programs read, and its JSON Schema (Fixed: see the README, «Data»).

In: the model. Out: JSON values. Not here: writing them, and the shapes of typed values (topics).
"""

import json
from fractions import Fraction
from typing import Any

from atlas.model.agreement import Agreement, Answer, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.agreement_file import FACT_STATUS, KIND
from atlas.topics.common import ANY_TOPIC, LEVEL
from atlas.topics.shape import Choice, Day, Field, Flag, Many, Number, Record, Shape, Share
from atlas.topics.topic import STATUSES

VERSION = 1


def to_json(value: object) -> bytes:
    """A JSON file: UTF-8, indented, in the order given, with a line feed at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def agreements(atlas: Atlas) -> dict[str, Any]:
    """All agreements, each with every topic."""
    return {"schema": VERSION, "agreements": [_agreement(agreement) for agreement in atlas.agreements]}


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
    spans = [{"line": span.line, "column": span.column, "end": [span.end_line, span.end_column]} for span in fact.spans]
    delegated = {"to": fact.to} if fact.status == "delegated" else {}
    return {
        "id": fact.id,
        "status": fact.status,
        "says": fact.says,
        "quote": fact.quote,
        "clause": list(fact.clause),
        "url": fact.url,
        "spans": spans,
        "values": dict(fact.values),
        "note": fact.note or None,
        **delegated,
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the data file, made from the topics' shapes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Avtalsatlas: avtal om familjecentraler",
        **_object({"schema": {"const": VERSION}, "agreements": _array(_agreement_schema())}),
    }


def _agreement_schema() -> dict[str, Any]:
    text = {"type": "string"}
    reviewed = _object({"on": text, "by": text, "current": {"type": "boolean"}})
    return _object(
        {
            "id": {"type": "string", "pattern": "^[a-z_]+/[a-z0-9-]+$"},
            "title": text,
            "county": text,
            "kind": {"enum": list(KIND.options)},
            "level": {"enum": list(LEVEL.options)},
            "url": text,
            "reviewed": reviewed,
            "topics": _object({id: _answer_schema(topic.fields) for id, topic in TOPICS.items()}),
        }
    )


def _answer_schema(fields: Any) -> dict[str, Any]:
    text = {"type": "string"}
    place = {"type": "integer", "minimum": 1}
    end = {"type": "array", "prefixItems": [place, place], "items": False, "minItems": 2}
    end["description"] = "Raden och kolumnen direkt efter citatets sista tecken."
    fact = {
        "id": text,
        "status": {"enum": list(FACT_STATUS.options)},
        "says": text,
        "quote": text,
        "clause": _array(text),
        "url": text,
        "spans": _array(_object({"line": place, "column": place, "end": end})),
        "values": _values_schema({**ANY_TOPIC, **fields}),
        "note": {"type": ["string", "null"]},
    }
    facts = _object(fact)
    facts["properties"]["to"] = {**text, "description": "Vart frågan lämnas, när status är delegated."}
    statuses = list(STATUSES)
    return _object({"status": {"enum": statuses}, "also": _array({"enum": statuses}), "facts": _array(facts)})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _values_schema(fields: dict[str, Field]) -> dict[str, Any]:
    found = _object({name: {**_shape_schema(field.shape), "description": field.help} for name, field in fields.items()})
    found["required"] = [name for name, field in fields.items() if field.required]
    return found


def _shape_schema(shape: Shape) -> dict[str, Any]:
    match shape:
        case Record(fields):
            return _values_schema(dict(fields))
        case Many(item):
            return _array(_shape_schema(item))
        case Number(low, high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case Choice(options):
            return {"enum": list(options)}
        case Flag():
            return {"type": "boolean"}
        case Share():
            return {"type": "string", "pattern": "^[0-9]+(/[0-9]+)?$"}
        case Day():
            return {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}){0,2}|[0-9]{2}-[0-9]{2})$"}
        case _:
            return {"type": "string"}
