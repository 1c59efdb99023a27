"""A document that goes with agreements as plain values for the data file, and their JSON Schema.

In: the model and the shapes of document.yml. Out: plain values. Not here: agreements, and the file (files/data.py).
"""

from collections.abc import Iterable
from typing import Any

from atlas.model.agreement import Document
from atlas.model.document import Entry
from atlas.site.json_schema import array_of, object_of, spans_data, spans_schema, values_schema
from atlas.topics.agreement_file import RELATION
from atlas.topics.document_file import DOCUMENT_KIND, NESTED, PARTS
from atlas.topics.shape import Field, Record

_TEXT = {"type": "string"}
# What every entry has; all other fields are its values, or entries of their own.
_COMMON = ("id", "quote", "under", "nth", "note", "because")


def document_data(document: Document) -> dict[str, Any]:
    """One document with all its parts."""
    review = document.review
    return {
        "id": document.id,
        "title": document.title,
        "county": document.county,
        "kind": document.kind,
        "url": document.url,
        "relates": [
            {"as": each.kind, "to": each.to or None, "words": each.words or None} for each in document.relations
        ],
        "reviewed": {"on": review.on, "by": review.by, "current": review.current},
        **{part: _entries(getattr(document.parts, part), record) for part, record in PARTS.items()},
    }


def _entries(entries: Iterable[Entry], record: Record) -> list[dict[str, Any]]:
    return [_entry(entry, record) for entry in entries]


def _entry(entry: Entry, record: Record) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in _values(record)}
    return {
        "id": entry.id,
        "quote": entry.quote,
        "clause": list(entry.clause),
        "url": entry.url,
        "spans": spans_data(entry.spans),
        "values": {name: value for name, value in values.items() if value not in ("", (), None)},
        **{name: _entries(getattr(entry, name), NESTED[name]) for name in record.fields if name in NESTED},
        "note": entry.note or None,
    }


def _values(record: Record) -> dict[str, Field]:
    return {name: field for name, field in record.fields.items() if name not in _COMMON and name not in NESTED}


def document_schema() -> dict[str, Any]:
    """The JSON Schema of a document."""
    words = {"type": ["string", "null"]}
    return object_of(
        {
            "id": {"type": "string", "pattern": "^[a-z_]+/[a-z0-9-]+$"},
            "title": _TEXT,
            "county": _TEXT,
            "kind": {"enum": list(DOCUMENT_KIND.options)},
            "url": _TEXT,
            "relates": array_of(object_of({"as": {"enum": list(RELATION.options)}, "to": words, "words": words})),
            "reviewed": object_of({"on": _TEXT, "by": _TEXT, "current": {"type": "boolean"}}),
            **{part: array_of(_entry_schema(record)) for part, record in PARTS.items()},
        }
    )


def _entry_schema(record: Record) -> dict[str, Any]:
    return object_of(
        {
            "id": _TEXT,
            "quote": _TEXT,
            "clause": array_of(_TEXT),
            "url": _TEXT,
            "spans": spans_schema(),
            "values": values_schema(_values(record)),
            **{name: array_of(_entry_schema(NESTED[name])) for name in record.fields if name in NESTED},
            "note": {"type": ["string", "null"]},
        }
    )
