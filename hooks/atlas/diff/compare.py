"""Two states of the data held against each other.

In: two atlases, and the date up to which series of dates are counted in both. Out: `Difference`. Not here: sentences.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeVar

from atlas.diff.changes import (
    AROUND,
    CHANGED,
    GONE,
    NEW,
    RENAMED,
    AgreementChange,
    DeadlineChange,
    Difference,
    DocumentChange,
    TermChange,
)
from atlas.diff.facts import fact_changes, topic_changes
from atlas.diff.heads import head_changes, text_change
from atlas.model.agreement import Agreement, Atlas, Document, Term
from atlas.model.document import Entry
from atlas.topics.vocabulary_file import DEFINED
from atlas.views.dates import Series, series_of

Kept = TypeVar("Kept", bound=Document)


def compare(before: Atlas, after: Atlas, clock: str) -> Difference:
    """The difference. Series go as far ahead in both states, so that only what changed in the data is told."""
    agreements = [
        agreement_change(before, old, after, new, clock) for old, new in _paired(before.agreements, after.agreements)
    ]
    documents = [_document_change(before, old, after, new) for old, new in _paired(before.documents, after.documents)]
    return Difference(
        before,
        after,
        tuple(each for each in agreements if each),
        tuple(each for each in documents if each),
        tuple(_term_changes(before, after)),
        sum(each.unchanged for each in agreements),
    )


def agreement_change(
    old: Atlas, before: Agreement | None, new: Atlas, after: Agreement | None, clock: str
) -> AgreementChange:
    """One agreement in two states, or two versions of it."""
    if not before or not after:
        return AgreementChange(_kind(before, after), before, after)
    facts = tuple(fact_changes(before, after))
    touched = {change.after.id for change in facts if change.after and change.kinds != (AROUND,)}
    return AgreementChange(
        _kind(before, after),
        before,
        after,
        tuple(head_changes(old, before, new, after)),
        text_change(before, after),
        tuple(topic_changes(before, after)),
        facts,
        tuple(_deadline_changes(series_of(before, clock), series_of(after, clock))),
        sum(fact.id not in touched for fact in after.facts),
    )


def _kind(before: Document | None, after: Document | None) -> str:
    if not before or not after:
        return NEW if after else GONE
    return CHANGED if before.id == after.id else RENAMED


def _paired(before: tuple[Kept, ...], after: tuple[Kept, ...]) -> Iterator[tuple[Kept | None, Kept | None]]:
    """Each with itself, in the order of the later state: by id, else by its text, word for word."""
    old = {each.id: each for each in before}
    kept = {each.id for each in after} & set(old)
    lost = [each for each in before if each.id not in kept]
    for each in after:
        was = old[each.id] if each.id in kept else _same_text(lost, each)
        if was in lost:
            lost.remove(was)
        yield was, each
    yield from ((each, None) for each in lost)


def _same_text(lost: list[Kept], document: Document) -> Kept | None:
    return next((each for each in lost if each.text.fingerprint == document.text.fingerprint), None)


def _deadline_changes(before: tuple[Series, ...], after: tuple[Series, ...]) -> Iterator[DeadlineChange]:
    old, new = {_place(series): series for series in before}, {_place(series) for series in after}
    lost, come = [series for series in before if _place(series) not in new], []
    for series in after:
        was = old.get(_place(series))
        if was is None:
            come.append(series)
        elif (was.what, was.pattern) != (series.what, series.pattern):
            yield DeadlineChange(was, series)
    # A series hangs on its fact. When that has another id, one of a kind is still the same deadline.
    alone = [kind for kind, count in Counter(series.kind for series in lost).items() if count == 1]
    for series in come:
        was = next((each for each in lost if each.kind == series.kind and each.kind in alone), None)
        if was:
            lost.remove(was)
        if not was or was.pattern != series.pattern:
            yield DeadlineChange(was, series)
    yield from (DeadlineChange(series, None) for series in lost)


def _place(series: Series) -> str:
    """What a series is known by within its agreement, which may have another id than it had."""
    return series.id.partition("#")[2]


def _document_change(old: Atlas, before: Document | None, new: Atlas, after: Document | None) -> DocumentChange:
    if not before or not after:
        return DocumentChange(_kind(before, after), before, after)
    return DocumentChange(
        _kind(before, after),
        before,
        after,
        tuple(head_changes(old, before, new, after)),
        text_change(before, after),
        _entries(before, after),
    )


def _entries(before: Document, after: Document) -> tuple[int, int, int]:
    """How many entries are new, gone and changed. Where they stand in the file does not count."""
    old, new = ({entry.id: _said(entry) for entry in each.entries} for each in (before, after))
    changed = sum(old[id] != said for id, said in new.items() if id in old)
    return len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed


def _said(entry: Entry) -> tuple[object, ...]:
    names = [name for owner in type(entry).__mro__ for name in getattr(owner, "__slots__", ())]
    placed = ("match", "spans", "place", "document_id", "asks", "statements", "ends")
    return tuple(getattr(entry, name) for name in sorted(names) if name not in placed)


def _term_changes(before: Atlas, after: Atlas) -> Iterator[TermChange]:
    for name in dict.fromkeys((*after.vocabulary, *before.vocabulary)):
        old, new = before.vocabulary.get(name, {}), after.vocabulary.get(name, {})
        for id in dict.fromkeys((*new, *old)):
            if id not in old or id not in new:
                yield TermChange(NEW if id in new else GONE, name, id, _name(new.get(id) or old[id]))
            elif keys := _differing(old[id].values, new[id].values):
                yield TermChange(CHANGED, name, id, _name(new[id]), keys)


def _name(term: Term) -> str:
    """A definition has no name of its own: it is known by whose it is, and of what."""
    whose = term.values.get("whose")
    return f"{whose} om {DEFINED.options[term.values['about']]}" if whose else term.name


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys((*after, *before)) if before.get(key) != after.get(key))
