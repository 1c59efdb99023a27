"""The facts and answers of one agreement in two states.

In: two agreements. Out: `FactChange` and `TopicChange` values. Not here: what is said of the agreement as a whole.
"""

from collections.abc import Iterator

from atlas.diff.changes import AROUND, GONE, MOVED, NEW, NOTE, RENAMED, STATUS, VALUE, WORDING, FactChange, TopicChange
from atlas.load.fold import fold
from atlas.model.agreement import Agreement, Fact
from atlas.topics import TOPICS


def topic_changes(before: Agreement, after: Agreement) -> Iterator[TopicChange]:
    """The topics whose answers have another status, in their order."""
    for topic in TOPICS:
        old, new = before.answers[topic].status, after.answers[topic].status
        if old != new:
            yield TopicChange(topic, old, new)


def fact_changes(before: Agreement, after: Agreement) -> Iterator[FactChange]:
    """What became of every fact that is not as it was, in the order of topics; what is gone comes after the rest."""
    old = {fact.id: fact for fact in before.facts}
    kept = {fact.id for fact in after.facts} & set(old)
    lost = {_content(fact): fact for fact in before.facts if fact.id not in kept}
    found: list[FactChange] = []
    for fact in after.facts:
        if fact.id in old:
            was = old[fact.id]
        elif _content(fact) in lost:
            was = lost.pop(_content(fact))
            kept.add(was.id)
        else:
            found.append(FactChange((NEW,), None, fact))
            continue
        if kinds := _kinds(before, was, after, fact):
            found.append(FactChange(kinds, was, fact))
    found += [FactChange((GONE,), fact, None) for fact in before.facts if fact.id not in kept]
    places = {topic: place for place, topic in enumerate(TOPICS)}
    yield from sorted(found, key=lambda change: places[change.topic])


def _content(fact: Fact) -> tuple[str, str, str]:
    """What makes two facts with different ids the same one."""
    return fact.topic, fold(fact.quote), fact.says


def _kinds(before: Agreement, was: Fact, after: Agreement, now: Fact) -> tuple[str, ...]:
    compared = {
        RENAMED: was.id != now.id,
        MOVED: was.topic != now.topic,
        STATUS: (was.status, was.to) != (now.status, now.to),
        VALUE: was.values != now.values,
        WORDING: (was.says, was.quote) != (now.says, now.quote),
        NOTE: (was.note, was.because) != (now.note, now.because),
    }
    kinds = tuple(kind for kind, differs in compared.items() if differs)
    # Words that nobody has touched cannot have moved the ground below a fact.
    if kinds or before.text.file.text == after.text.file.text:
        return kinds
    return (AROUND,) if _surroundings(before, was) != _surroundings(after, now) else ()


def _surroundings(agreement: Agreement, fact: Fact) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings above a quote, and the paragraphs, items and cells that it stands in."""
    blocks = agreement.text.clauses[fact.match.clause].blocks
    return fact.clause, tuple(blocks[part.block].words.folded for part in fact.match.stretches)
