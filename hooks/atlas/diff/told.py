"""A difference in Swedish sentences, by agreement and topic: «uppsägning: anges inte → 6 månader (§ 4; citatet …)».

In: a `Difference`. Out: `Told`, one for each thing that changed, with its sentences. Not here: formats (report, site).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.diff.changes import (
    CHANGED,
    GONE,
    NEW,
    RENAMED,
    AgreementChange,
    DeadlineChange,
    Difference,
    DocumentChange,
    HeadChange,
    TermChange,
    TextChange,
)
from atlas.diff.told_facts import Sentence, fact_sentences, lower
from atlas.model.agreement import Agreement, Atlas, Document
from atlas.topics import TOPICS
from atlas.topics.topic import STATUSES
from atlas.views.dates import Series
from atlas.views.names import short_name

VOCABULARY = "Ordlistan"
_LISTS = {
    "services": "Verksamheter",
    "professions": "Professioner",
    "bodies": "Grupper och roller",
    "who": "Målgrupper",
    "counties": "Län",
    "municipalities": "Kommuner",
    "laws": "Lagar",
    "goal_themes": "Teman för mål",
    "abbreviations": "Förkortningar",
    "definitions": "Definitioner",
}
_HAPPENED = {
    NEW: ("ny post", "nya poster"),
    GONE: ("borttagen post", "borttagna poster"),
    CHANGED: ("ändrad post", "ändrade poster"),
}
# How many things of a list are named before the rest is counted.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What changed in one agreement or document, or in the vocabulary (`id` and `url` are then empty).

    `unchanged` counts the facts that are as they were, None where there are none to count.
    """

    name: str
    id: str
    kind: str
    county: str
    url: str
    sentences: tuple[Sentence, ...]
    unchanged: int | None = None


def told(difference: Difference) -> tuple[Told, ...]:
    """All of it: agreements first, then documents, then the vocabulary."""
    old, new = difference.before, difference.after
    found = [agreement_told(old, each, new) for each in difference.agreements]
    found += [_document_told(old, each, new) for each in difference.documents]
    if difference.terms:
        found.append(Told(VOCABULARY, "", CHANGED, "", "", tuple(_terms(difference.terms))))
    return tuple(found)


def agreement_told(old: Atlas, change: AgreementChange, new: Atlas) -> Told:
    """One agreement."""
    agreement = change.agreement
    facts = fact_sentences(old, change, new) if change.before and change.after else ()
    sentences = (
        *_whole(change.kind, change.before, change.after, _answers),
        *(_head(each, agreement) for each in change.head),
        *_text(change.text, agreement),
        *facts,
        *(_deadline(each) for each in change.deadlines),
    )
    unchanged = change.unchanged if change.before and change.after else None
    return _told(old, change.kind, agreement, new, sentences, unchanged)


def _document_told(old: Atlas, change: DocumentChange, new: Atlas) -> Told:
    document = change.document
    parts = zip((("nytt", "nya"), ("borttaget", "borttagna"), ("ändrat", "ändrade")), change.entries, strict=True)
    counted = ", ".join(_many(count, *words) for words, count in parts if count)
    sentences = (
        *_whole(change.kind, change.before, change.after, lambda each: f"{len(each.entries)} citerade ställen"),
        *(_head(each, document) for each in change.head),
        *_text(change.text, document),
        *([Sentence("entries", "Citerade ställen", counted, url=document.url)] if counted else ()),
    )
    return _told(old, change.kind, document, new, sentences, None)


def _told(
    old: Atlas, kind: str, document: Document, new: Atlas, sentences: tuple[Sentence, ...], unchanged: int | None
) -> Told:
    atlas = old if kind == GONE else new
    url = "" if kind == GONE else document.url
    return Told(short_name(atlas, document), document.id, kind, document.county, url, sentences, unchanged)


def _whole(kind: str, before: Document | None, after: Document | None, about: object) -> Iterator[Sentence]:
    assert callable(about)
    if kind == NEW and after:
        yield Sentence(NEW, "Nytt på webbplatsen", f"{after.title} ({about(after)})", url=after.url)
    elif kind == GONE and before:
        yield Sentence(GONE, "Borttaget från webbplatsen", f"{before.title} ({about(before)})")
    elif kind == RENAMED and before and after:
        words = f"{before.id} → {after.id}. Texten är densamma, ord för ord, men adressen är ny"
        yield Sentence(RENAMED, "Nytt id", words, url=after.url)


def _answers(agreement: Agreement) -> str:
    """How a new agreement answers, counted by status."""
    counts = {id: sum(answer.status == id for answer in agreement.answers.values()) for id in STATUSES}
    counted = ", ".join(f"{count} {STATUSES[id].label.lower()}" for id, count in counts.items() if count)
    return f"{_many(len(agreement.facts), 'uppgift', 'uppgifter')}; ämnen: {counted}"


def _head(change: HeadChange, document: Document) -> Sentence:
    if len(change.before) == len(change.after) == 1:
        words = f"{change.before[0]} → {change.after[0]}"
    else:
        parts = (("nytt", change.after), ("borttaget", change.before))
        # The same things in another order.
        words = "; ".join(f"{what}: {_some(each)}" for what, each in parts if each) or "ny ordning"
    return Sentence("head", change.label, words, url=document.url)


def _some(words: tuple[str, ...]) -> str:
    """The first few, and how many more there are."""
    more = f" och {len(words) - _NAMED} till" if len(words) > _NAMED else ""
    return "; ".join(words[:_NAMED]) + more


def _text(change: TextChange | None, document: Document) -> Iterator[Sentence]:
    if change:
        where = ", ".join(f"«{each}»" for each in change.clauses)
        state = "Uppgifterna är granskade mot den nya texten" if change.reviewed else "Behöver granskas på nytt"
        yield Sentence("text", "Avtalstexten", f"ord har ändrats i {where}. {state}", url=document.url)


def _deadline(change: DeadlineChange) -> Sentence:
    series = change.series
    topics = dict.fromkeys(lower(TOPICS[fact.topic].name) for fact in series.facts)
    words = f"{_pattern(change.before)} → {_pattern(change.after)}"
    url = series.facts[0].url if change.after else ""
    return Sentence("deadline", series.what, words, f"följer av {' och '.join(topics)}", url)


def _pattern(series: Series | None) -> str:
    return series.pattern if series else "inget datum"


def _terms(changes: tuple[TermChange, ...]) -> Iterator[Sentence]:
    """A sentence for each list and kind of change."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in changes:
        name = f"{each.name} ({', '.join(each.keys)})" if each.keys else each.name
        found.setdefault((each.vocabulary, each.kind), []).append(name)
    for (vocabulary, kind), names in found.items():
        words = f"{_HAPPENED[kind][len(names) > 1]}: {', '.join(names)}"
        yield Sentence("vocabulary", _LISTS.get(vocabulary, vocabulary), words)


def _many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
