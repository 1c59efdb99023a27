"""The shapes as the form in the browser reads them, and the messages of the rules that they make.

In: shapes and the words of the check. Out: plain values for JSON. Not here: the form itself (docs/assets/js/form-*.js),
and the rules that need the whole project: they are told in the pull request.

An editor's program gets JSON Schema (tooling/schemas.py). It cannot hold our messages, so the form gets the shapes
themselves.
"""

from collections.abc import Mapping
from typing import Any

from atlas.check.fact_ids import ID_FORM, ID_TWICE, IS_RESERVED, ODD_FORM, RESERVED, TAKEN, TOO_LONG
from atlas.check.folders import A_NAME, BAD_NAME, ODD_NAME
from atlas.check.statuses import (
    BESIDES_QUOTE,
    DEMANDS,
    IN_FORCE_DEMANDS,
    IN_FORCE_NEEDS,
    LACKS,
    NEEDS,
    NOT_DELEGATED,
)
from atlas.check.terms import NO_SUCH_TERM, UNKNOWN_TERM, where
from atlas.check.walk import (
    BAD_DATE,
    BAD_FLAG,
    BAD_NUMBER,
    EMPTY,
    EMPTY_VALUE,
    ID_LONGEST,
    ID_PATTERN,
    IN_FILE,
    LIKE_THIS,
    MISSING,
    MISSING_KEY,
    NOT_ALLOWED,
    NOT_AMONG,
    UNDER,
    WRONG,
    example_of,
)
from atlas.load.fold import INVISIBLE, SAME
from atlas.load.markdown import PLAIN
from atlas.source import ALLOWED, AND_MORE, MOST_WORDS, NEAREST, VALUES, Rule
from atlas.topics.shape import (
    LEADING_ZERO,
    NO_DATE,
    NO_FLAG,
    NO_NUMBER,
    NO_SHARE,
    NO_SUCH_DAY,
    OUT_OF_BOUNDS,
    Choice,
    Day,
    Field,
    Flag,
    Many,
    Number,
    Record,
    Shape,
    Share,
    Term,
)

Json = dict[str, Any]


def fields_data(fields: Mapping[str, Field]) -> Json:
    """Fields by their keys, in their order."""
    return {name: field_data(field) for name, field in fields.items()}


def field_data(field: Field) -> Json:
    """What a key is for, whether it must be there, an example and a default if there are any, and its shape."""
    found: Json = {"help": field.help, **shape_data(field.shape)}
    if field.required:
        found["required"] = True
    if example := example_of(field):
        found["example"] = example
    if field.default:
        found["default"] = field.default
    return found


def shape_data(shape: Shape) -> Json:
    """A shape by its kind, with what its rules and messages need."""
    match shape:
        case Record(fields):
            return {"kind": "record", "fields": fields_data(fields)}
        case Many(item):
            return {"kind": "many", "item": shape_data(item)}
        case Term(lists):
            return {"kind": "term", "lists": lists, "where": where(shape)}
        case Choice(options):
            return {"kind": "choice", "options": dict(options)}
        case Number(low, high):
            return {"kind": "number", "low": low, "high": high, "says": shape.says}
        case Day(partial, yearly):
            return {"kind": "day", "partial": partial, "yearly": yearly, "says": shape.says}
        case Share() | Flag():
            return {"kind": "share" if isinstance(shape, Share) else "flag", "says": shape.says}
        case _:
            return {"kind": "words"}


def words_data() -> Json:
    """Every message that the form can give, as patterns to fill in, and the lists that its rules go by."""
    return {
        "rules": {name: {"code": rule.code, "says": says} for name, (rule, says) in _RULES.items()},
        "wrong": WRONG,
        "likeThis": LIKE_THIS,
        "nameLikeThis": A_NAME,
        "inFile": IN_FILE,
        "under": UNDER,
        "nearest": NEAREST,
        "allowed": ALLOWED,
        "andMore": AND_MORE,
        "values": VALUES,
        "mostWords": MOST_WORDS,
        "ids": {"pattern": f"^{ID_PATTERN}$", "longest": ID_LONGEST, "reserved": RESERVED},
        "letters": {chr(number): plain for number, plain in PLAIN.items()},
        "same": SAME,
        "invisible": INVISIBLE,
        "besidesQuote": BESIDES_QUOTE,
        "inForceDemands": IN_FORCE_DEMANDS,
    }


_RULES: dict[str, tuple[Rule, str]] = {
    "missing": (MISSING_KEY, MISSING),
    "empty": (EMPTY_VALUE, EMPTY),
    "notAmong": (NOT_ALLOWED, NOT_AMONG),
    "leadingZero": (BAD_NUMBER, LEADING_ZERO),
    "noNumber": (BAD_NUMBER, NO_NUMBER),
    "outOfBounds": (BAD_NUMBER, OUT_OF_BOUNDS),
    "noShare": (BAD_NUMBER, NO_SHARE),
    "noDay": (BAD_DATE, NO_SUCH_DAY),
    "noDate": (BAD_DATE, NO_DATE),
    "noFlag": (BAD_FLAG, NO_FLAG),
    "noTerm": (UNKNOWN_TERM, NO_SUCH_TERM),
    "lacks": (NEEDS, LACKS),
    "notDelegated": (NEEDS, NOT_DELEGATED),
    "demands": (IN_FORCE_NEEDS, DEMANDS),
    "isReserved": (ID_FORM, IS_RESERVED),
    "tooLong": (ID_FORM, TOO_LONG),
    "oddForm": (ID_FORM, ODD_FORM),
    "taken": (ID_TWICE, TAKEN),
    "badName": (ODD_NAME, BAD_NAME),
}
