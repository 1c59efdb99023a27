"""A located node held against a shape: the findings, and the value when there are none.

In: a node and a shape. Out: findings (`misfits`) or a plain value (`value_of`). Not here: which shape belongs where.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Fields
from typing import Any

from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import OWN_EXAMPLE, Finding, Rule, allowed, did_you_mean
from atlas.topics.shape import Choice, Day, Field, Flag, Many, Number, Record, Shape, ShapeError, Share

WRONG_KIND = Rule(
    "A301",
    "Här väntades något av ett annat slag.",
    "Ett värde kan vara en text, en lista (rader som börjar med streck) eller nycklar med värden. Här står ett slag "
    "där ett annat ska stå. Titta på exemplet och på indraget.",
    "who: [blivande_foraldrar, familjer]",
)
UNKNOWN_KEY = Rule(
    "A302",
    "Nyckeln är okänd.",
    "Okända nycklar skulle tyst falla bort. Kontrollera stavningen och att raden har rätt indrag.",
    "months: 12",
)
MISSING_KEY = Rule(
    "A303",
    "En nyckel saknas.",
    "Utan nyckeln går avtalet inte att visa rätt. Lägg till den.",
    "title: Överenskommelse om familjecentral i Exempellän",
)
NOT_ALLOWED = Rule(
    "A304",
    "Värdet finns inte bland de tillåtna.",
    "Bara vissa värden går att jämföra mellan avtal. Välj ett av dem som räknas upp.",
    "before: end_of_term",
)
BAD_NUMBER = Rule(
    "A305",
    "Talet går inte att läsa.",
    "Skriv heltal med siffror, utan inledande nolla och utan kolon: program läser annars 010 som 8 och 1:30 som 90. "
    "Bråk skrivs 1/4.",
    "months: 12",
)
BAD_DATE = Rule(
    "A306",
    "Datumet går inte att läsa.",
    "Datum skrivs år-månad-dag och måste finnas i kalendern.",
    "from: 2018-09-21",
)
BAD_FLAG = Rule(
    "A307",
    "Här ska det stå true eller false.",
    "Program läser ja, no, on och off olika. Därför används bara true och false.",
    "in_writing: true",
)
EMPTY_VALUE = Rule(
    "A308",
    "Värdet är tomt.",
    "En nyckel utan värde säger ingenting. Fyll i värdet eller ta bort raden.",
    "says: Uppsägningstiden är tolv månader.",
)

# What is wrong with a value, and how it could read. The form in the browser says the same.
MISSING = "Nyckeln «{key}» saknas {under}. {help}"
EMPTY = "«{key}» har inget värde."
NOT_AMONG = "«{text}» får inte stå under «{key}»."
WRONG = "{message} Här ska stå {says}."
LIKE_THIS = OWN_EXAMPLE + "{key}: {example}"
# What shows where words of the text go, since a file opens a folded block there.
_FOLDED, _WORDS = ">-", "Uppsägningstiden är tolv månader"
IN_FILE, UNDER = "i filen", "under «{name}»"

# The form of an id that becomes part of an address.
ID_PATTERN, ID_LONGEST = "[a-z][a-z0-9]*(-[a-z0-9]+)*", 60
# What Windows keeps for devices: no folder can be called so there, and the data could not be fetched.
RESERVED_NAMES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))


def misfits(node: Node, shape: Shape, name: str, example: str = "") -> Iterator[Finding]:
    """Every way in which `node`, found under the key `name`, is not of the shape."""
    if isinstance(shape, Record):
        yield from _record(node, shape.fields, name, example)
    elif isinstance(shape, Many):
        if isinstance(node, Sequence):
            for item in node.items:
                yield from misfits(item, shape.item, name, example)
        elif shape.or_one:
            yield from misfits(node, shape.item, name, example)
        else:
            yield _wrong_kind(node, name, "en lista", example)
    elif not isinstance(node, Scalar):
        yield _wrong_kind(node, name, shape.says, example)
    else:
        try:
            shape.read(node.text)
        except ShapeError as error:
            yield _bad_scalar(node, shape, name, str(error), example)


def _record(node: Node, fields: Fields[str, Field], name: str, example: str) -> Iterator[Finding]:
    if not isinstance(node, Mapping):
        yield _wrong_kind(node, name, Record(fields).says, example)
        return
    for key, value in node.entries:
        field = fields.get(key.text)
        if field is None:
            message = f"Nyckeln «{key.text}» finns inte {under(name)}."
            yield UNKNOWN_KEY.at(key.span, message, did_you_mean(key.text, fields), allowed(fields, what="Nycklar"))
        else:
            yield from misfits(value, field.shape, key.text, example_of(field))
    for key_name, field in fields.items():
        if field.required and node.get(key_name) is None:
            message = MISSING.format(key=key_name, under=under(name), help=field.help)
            yield MISSING_KEY.at(node.span, message, _like_this(key_name, example_of(field)))


def under(name: str) -> str:
    """Where a key stands, in words."""
    return IN_FILE if name == "filen" else UNDER.format(name=name)


def example_of(field: Field) -> str:
    """What may stand under a key, as a finding and the form in the browser show it."""
    inner = field.shape.item if isinstance(field.shape, Many) else field.shape
    if field.example or not isinstance(inner, Record):
        return _WORDS if field.example == _FOLDED else field.example
    needed = {name: each for name, each in inner.fields.items() if each.required} or inner.fields
    told = ", ".join(f"{name}: {each.example}" for name, each in needed.items() if each.example not in ("", _FOLDED))
    whole = f"{{{told}}}" if told else ""
    return f"[{whole}]" if whole and inner is not field.shape else whole


def _like_this(key: str, example: str) -> str:
    return LIKE_THIS.format(key=key, example=example) if example else ""


def _wrong_kind(node: Node, name: str, wanted: str, example: str) -> Finding:
    seen = {Scalar: "en text", Sequence: "en lista", Mapping: "nycklar med värden"}[type(node)]
    return WRONG_KIND.at(
        node.span, f"Under «{name}» väntades {wanted}, men här står {seen}.", _like_this(name, example)
    )


def _bad_scalar(node: Scalar, shape: Shape, name: str, message: str, example: str) -> Finding:
    hint = _like_this(name, example)
    if not node.text.strip():
        return EMPTY_VALUE.at(node.span, EMPTY.format(key=name), hint)
    if isinstance(shape, Choice):
        near = did_you_mean(node.text, shape.options)
        return NOT_ALLOWED.at(node.span, NOT_AMONG.format(text=node.text, key=name), near, allowed(shape.options))
    rule = {Number: BAD_NUMBER, Share: BAD_NUMBER, Day: BAD_DATE, Flag: BAD_FLAG}.get(type(shape), EMPTY_VALUE)
    return rule.at(node.span, WRONG.format(message=message, says=shape.says), hint)


def value_of(node: Node, shape: Shape) -> Any:
    """The value of a node that fits its shape: text, numbers, lists and dicts. Raises ShapeError when it does not."""
    if isinstance(shape, Record):
        assert isinstance(node, Mapping)
        return {
            key.text: value_of(value, shape.fields[key.text].shape)
            for key, value in node.entries
            if key.text in shape.fields
        }
    if isinstance(shape, Many):
        items = node.items if isinstance(node, Sequence) else (node,)
        return [value_of(item, shape.item) for item in items]
    assert isinstance(node, Scalar)
    return shape.read(node.text)


def is_id(text: str) -> bool:
    """Whether a text may be the id of a fact: it becomes part of an address."""
    return re.fullmatch(ID_PATTERN, text) is not None and len(text) <= ID_LONGEST
