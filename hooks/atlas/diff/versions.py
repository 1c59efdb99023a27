"""Versions of an agreement: which replaces which, and what changed from the one to the next.

In: an atlas. Out: `Version` values. Not here: how the data about one version has changed (past.py).
"""

from dataclasses import dataclass, replace

from atlas.diff.changes import AROUND, CHANGED
from atlas.diff.compare import agreement_change
from atlas.diff.told import Told, agreement_told
from atlas.model.agreement import Agreement, Atlas
from atlas.views.renewals import replaced_by

# What is said of a document itself differs by nature between two documents.
_OF_THE_DOCUMENT = ("title", "relates", "source", "reviewed", "notes", "left_out")


@dataclass(frozen=True, slots=True)
class Version:
    """An agreement, the one that it replaces, and the difference in sentences."""

    before: Agreement
    after: Agreement
    told: Told


def versions(atlas: Atlas, clock: str) -> tuple[Version, ...]:
    """Every agreement that replaces another one here, in the order in which agreements are always shown."""
    return tuple(
        Version(before, after, _told(atlas, before, after, clock))
        for after in atlas.agreements
        for before in replaced_by(atlas, after)
    )


def _told(atlas: Atlas, before: Agreement, after: Agreement, clock: str) -> Told:
    change = agreement_change(atlas, before, atlas, after, clock)
    head = tuple(each for each in change.head if each.field not in _OF_THE_DOCUMENT)
    facts = tuple(each for each in change.facts if each.kinds != (AROUND,))
    return agreement_told(atlas, replace(change, kind=CHANGED, head=head, text=None, facts=facts), atlas)
