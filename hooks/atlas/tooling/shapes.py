"""A shape as JSON Schema for the program that an editor writes in: what may stand here, told in Swedish while typing.

In: shapes, and the ids of the vocabulary with their names. Out: plain values for JSON. Not here: whole files
(schemas.py), and the schema of the published data, whose values are typed already (site/json_schema.py).

Draft 7, which is what YAML tools know. Our loader reads every scalar as text and the tools guess at types, so that a
number is let through as a number and as text. `errorMessage` and `enumDescriptions` are for the tools alone.
"""

from collections.abc import Mapping
from typing import Any

from atlas.check.fact_ids import RESERVED
from atlas.check.walk import ID_LONGEST, ID_PATTERN
from atlas.load.tree import Mapping as Keys
from atlas.load.tree import Node, Scalar, Sequence, parse
from atlas.source import File
from atlas.topics.agreement_file import FACT_STATUS
from atlas.topics.shape import Choice, Day, Field, Flag, Many, Number, Record, Shape, Share, Term
from atlas.topics.topic import STATUSES

Json = dict[str, Any]
# Vocabulary → id → name.
Ids = Mapping[str, Mapping[str, str]]

# No flags: a tool would offer true and false wherever words may stand.
_WORDS: Json = {"type": ["string", "number"], "pattern": r"\S", "errorMessage": "Här saknas text."}
_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"


def object_schema(fields: Mapping[str, Field], ids: Ids) -> Json:
    """Keys with values: those of the fields and no others."""
    return closed({name: field_schema(name, field, ids) for name, field in fields.items()}, needed(fields))


def needed(fields: Mapping[str, Field]) -> list[str]:
    """The fields that must be there."""
    return [name for name, field in fields.items() if field.required]


def closed(properties: Json, required: list[str]) -> Json:
    """An object with these keys and no others."""
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def field_schema(name: str, field: Field, ids: Ids) -> Json:
    """A key's value: its shape, its help where the pointer rests, an example, and what holds when it is left out."""
    # An id becomes part of an address, wherever there is one.
    found = _id_schema() if name == "id" else shape_schema(field.shape, ids)
    found = {"description": field.help, "markdownDescription": f"{field.help}\n\nHär ska stå {_says(field)}.", **found}
    if field.example not in ("", ">-"):
        found["examples"] = [_typed(field.example, field.shape)]
    if field.default:
        found["default"] = _typed(field.default, field.shape)
    return found


def _says(field: Field) -> str:
    return f"en lista med {field.shape.item.says}" if isinstance(field.shape, Many) else field.shape.says


def shape_schema(shape: Shape, ids: Ids) -> Json:
    """What a value may look like."""
    match shape:
        case Record(fields):
            return object_schema(fields, ids)
        case Many(item, or_one):
            one = shape_schema(item, ids)
            listed = {"type": "array", "items": one}
            return {"anyOf": [one, listed]} if or_one else listed
        case Term(vocabularies):
            return _term(shape, {id: name for each in vocabularies for id, name in ids.get(each, {}).items()})
        case _:
            return {**_scalar(shape), "errorMessage": f"Här ska stå {shape.says}."}


def _scalar(shape: Shape) -> Json:
    match shape:
        case Number(low, high):
            number = {"type": ["integer", "string"], "minimum": low, "maximum": high}
            return {**number, "pattern": "^(0|[1-9][0-9]*)$"}
        case Choice(options):
            means = {id: f"{label}: {STATUSES[id].means}" for id, label in FACT_STATUS.options.items()}
            return choice_schema(means if shape is FACT_STATUS else options)
        case Flag():
            return {"type": ["boolean", "string"], "pattern": "^(true|false)$"}
        case Share():
            return {"type": "string", "pattern": "^[1-9][0-9]?/[1-9][0-9]?$"}
        case Day(partial, yearly):
            return _day(partial, yearly)
        case _:
            return _WORDS


def choice_schema(options: Mapping[str, str]) -> Json:
    """One of a closed list, each with its label."""
    return {"enum": list(options), "enumDescriptions": list(options.values())}


def _term(shape: Term, known: Mapping[str, str]) -> Json:
    told = {"errorMessage": f"Här ska stå {shape.says}."}
    if not known:
        return {**_WORDS, **told}
    choice = {**choice_schema(known), **told}
    # The parties of the file itself are no list that a schema knows: its own ids are offered, any word passes.
    return {"anyOf": [choice, _WORDS]} if "parties" in shape.vocabularies else choice


def _day(partial: bool, yearly: bool) -> Json:
    forms = [f"[0-9]{{4}}-{_MONTH}-{_DAY}"]
    forms += [f"[0-9]{{4}}(-{_MONTH})?"] if partial else []
    forms += [f"{_MONTH}-{_DAY}"] if yearly else []
    pattern = f"^({'|'.join(forms)})$"
    # A year alone is a number to a tool.
    years = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
    return {**(years if partial else {"type": "string"}), "pattern": pattern}


def _id_schema() -> Json:
    words = "små bokstäver a–z, siffror och bindestreck, och börja med en bokstav"
    return {
        "type": "string",
        "pattern": f"^(?!{'|'.join(RESERVED)}){ID_PATTERN}$",
        "maxLength": ID_LONGEST,
        "errorMessage": f"Ett id ska ha {words}.",
    }


def _typed(example: str, shape: Shape) -> Any:
    node, _ = parse(File("", example))
    assert node
    return _value(node, shape)


def _value(node: Node, shape: Shape) -> Any:
    """A node as a tool reads it: numbers and flags typed, all else text."""
    if isinstance(shape, Many):
        items = node.items if isinstance(node, Sequence) else None
        return [_value(each, shape.item) for each in items] if items is not None else _value(node, shape.item)
    if isinstance(node, Keys):
        assert isinstance(shape, Record)
        return {key.text: _value(value, shape.fields[key.text].shape) for key, value in node.entries}
    assert isinstance(node, Scalar)
    return shape.read(node.text) if isinstance(shape, Number | Flag) else node.text
