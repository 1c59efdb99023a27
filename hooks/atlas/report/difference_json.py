"""A difference as JSON, for programs. What a key means does not change within a `schema`; new keys may come.

In: a `Report`. Out: JSON in a stable order. Not here: sentences other than those of the difference itself.
"""

import json
from typing import Any

from atlas.diff.changes import AgreementChange, DeadlineChange, DocumentChange, FactChange, HeadChange, TextChange
from atlas.diff.told import Told
from atlas.report.difference import Report

SCHEMA = 1


def to_json(report: Report) -> str:
    """The whole difference."""
    told = {each.id: each for each in report.told}
    difference = report.difference
    whole = {
        "schema": SCHEMA,
        "base": report.base,
        "head": report.head,
        "remarks": report.remarks,
        "unchanged": difference.unchanged,
        "agreements": [_agreement(each, told[each.agreement.id]) for each in difference.agreements],
        "documents": [_document(each, told[each.document.id]) for each in difference.documents],
        "vocabulary": [
            {"kind": each.kind, "vocabulary": each.vocabulary, "id": each.id, "name": each.name, "keys": each.keys}
            for each in difference.terms
        ],
        "pages": report.pages,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str) + "\n"


def _shared(change: AgreementChange | DocumentChange, told: Told) -> dict[str, Any]:
    return {
        "id": told.id,
        "was": change.before.id if change.before else None,
        "name": told.name,
        "kind": change.kind,
        "url": told.url or None,
        "told": [
            {"kind": each.kind, "subject": each.subject, "words": each.told, "url": each.url or None}
            for each in told.sentences
        ],
        "head": [_head(each) for each in change.head],
        "text": _text(change.text),
    }


def _agreement(change: AgreementChange, told: Told) -> dict[str, Any]:
    return {
        **_shared(change, told),
        "unchanged": change.unchanged,
        "topics": [{"topic": each.topic, "before": each.before, "after": each.after} for each in change.topics],
        "facts": [
            {"kinds": each.kinds, "before": _fact(each, "before"), "after": _fact(each, "after")}
            for each in change.facts
        ],
        "deadlines": [_deadline(each) for each in change.deadlines],
    }


def _document(change: DocumentChange, told: Told) -> dict[str, Any]:
    return {**_shared(change, told), "entries": dict(zip(("new", "gone", "changed"), change.entries, strict=True))}


def _head(change: HeadChange) -> dict[str, Any]:
    return {"field": change.field, "before": change.before, "after": change.after}


def _text(change: TextChange | None) -> dict[str, Any] | None:
    if change is None:
        return None
    named = {"before": change.before, "after": change.after}
    return {**named, "clauses": change.clauses, "reviewed": change.reviewed}


def _fact(change: FactChange, side: str) -> dict[str, Any] | None:
    fact = change.before if side == "before" else change.after
    if fact is None:
        return None
    plain = ("id", "topic", "status", "says", "quote", "clause", "values", "to", "note", "because")
    return {**{name: getattr(fact, name) for name in plain}, "url": fact.url if side == "after" else None}


def _deadline(change: DeadlineChange) -> dict[str, Any]:
    series = change.series
    return {
        "kind": series.kind,
        "what": series.what,
        "before": change.before.pattern if change.before else None,
        "after": change.after.pattern if change.after else None,
        "facts": [fact.id for fact in series.facts],
    }
