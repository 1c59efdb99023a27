"""JSON Schema (draft 2020-12) from shapes, and the places of quotes, which agreements and documents tell alike.

In: shapes and spans. Out: plain values for JSON. Not here: what is in a data file (files/data.py, document_data.py).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from atlas.source import Span
from atlas.topics.shape import Choice, Day, Field, Flag, Many, Number, Record, Shape, Share


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has all of these and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def array_of(items: dict[str, Any]) -> dict[str, Any]:
    """A list of these."""
    return {"type": "array", "items": items}


def values_schema(fields: Mapping[str, Field]) -> dict[str, Any]:
    """An object with the values of these fields, of which the required ones must be there."""
    found = object_of({name: field_schema(field) for name, field in fields.items()})
    found["required"] = [name for name, field in fields.items() if field.required]
    return found


def field_schema(field: Field) -> dict[str, Any]:
    """A field: its shape and its help text."""
    return {**_shape_schema(field.shape), "description": field.help}


def _shape_schema(shape: Shape) -> dict[str, Any]:
    match shape:
        case Record(fields):
            return values_schema(fields)
        case Many(item):
            return array_of(_shape_schema(item))
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


def spans_data(spans: Iterable[Span]) -> list[dict[str, Any]]:
    """Where a quote stands in its file."""
    return [{"line": span.line, "column": span.column, "end": [span.end_line, span.end_column]} for span in spans]


def spans_schema() -> dict[str, Any]:
    """What `spans_data` makes."""
    place = {"type": "integer", "minimum": 1}
    end = {"type": "array", "prefixItems": [place, place], "items": False, "minItems": 2}
    end["description"] = "Raden och kolumnen direkt efter citatets sista tecken."
    return array_of(object_of({"line": place, "column": place, "end": end}))
