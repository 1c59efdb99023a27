"""Facts and answers that changed, each in a sentence.

In: the change of one agreement. Out: `Sentence` values, by topic. Not here: what else changed in it (told.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.diff.changes import (
    AROUND,
    GONE,
    MOVED,
    NEW,
    NOTE,
    RENAMED,
    STATUS,
    VALUE,
    WORDING,
    AgreementChange,
    FactChange,
    TopicChange,
)
from atlas.diff.words import fact_words, label, value_changes, wording
from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics import TOPICS


@dataclass(frozen=True, slots=True)
class Sentence:
    """One change: what it is about («Uppsägning»), what became of it, what that rests on, and where it can be read.

    `kind` is the weightiest kind of change, `about` tells a fact from others on its topic, `topic` is empty for what
    is no answer. `url` is an address from the site's root, empty for what is gone.
    """

    kind: str
    subject: str
    words: str
    source: str = ""
    url: str = ""
    topic: str = ""
    about: str = ""

    @property
    def told(self) -> str:
        """The change after its subject: «anges inte → 6 månader (§ 4; citatet finns i texten)»."""
        about = f"«{self.about}»: " if self.about else ""
        return about + self.words + (f" ({self.source})" if self.source else "")


def lower(name: str) -> str:
    """A topic's name within a sentence."""
    return name[:1].lower() + name[1:]


def fact_sentences(old: Atlas, change: AgreementChange, new: Atlas) -> tuple[Sentence, ...]:
    """By topic: what became of the answer as a whole where no fact says it, then fact by fact.

    Last come the facts that are as they were among words that are not: a sentence for each passage, not each fact.
    """
    assert change.before and change.after
    found = []
    for topic in TOPICS:
        answers = [each for each in change.topics if each.topic == topic]
        facts = [each for each in change.facts if each.topic == topic and each.kinds != (AROUND,)]
        found += [_answer(each, change.after) for each in answers if _by_itself(change, each)]
        found += [_fact(old, change, new, each) for each in facts]
    passages: dict[tuple[str, ...], list[Fact]] = {}
    for each in change.facts:
        if each.kinds == (AROUND,):
            passages.setdefault(each.fact.clause, []).append(each.fact)
    return (*found, *(_around(facts) for facts in passages.values()))


def _around(facts: list[Fact]) -> Sentence:
    """Facts of one passage that are as they were, while words beside their quotes are not."""
    first, count = facts[0], len(facts)
    topics = ", ".join(dict.fromkeys(lower(TOPICS[fact.topic].name) for fact in facts))
    which, quotes = ("Oförändrad uppgift", "citatet") if count == 1 else ("Oförändrade uppgifter", "citaten")
    number = "" if count == 1 else f"{count} "
    words = f"{number}under «{first.clause[-1]}», men avtalets ord runt {quotes} har ändrats"
    return Sentence(AROUND, which, words, topics, first.url)


def _by_itself(change: AgreementChange, topic: TopicChange) -> bool:
    """A topic that comes to have facts, or to have none, is told by these."""
    assert change.before and change.after
    return bool(change.before.answers[topic.topic].facts) == bool(change.after.answers[topic.topic].facts)


def _answer(change: TopicChange, agreement: Agreement) -> Sentence:
    facts = agreement.answers[change.topic].facts
    whole = "svaret som helhet: " if facts else ""
    url = facts[0].url if facts else agreement.url
    words = f"{whole}{label(change.before)} → {label(change.after)}"
    return Sentence("topic", TOPICS[change.topic].name, words, url=url, topic=change.topic)


def _fact(old: Atlas, change: AgreementChange, new: Atlas, fact: FactChange) -> Sentence:
    before, after = change.before, change.after
    assert before and after
    name = TOPICS[fact.topic].name
    if fact.after is None:
        assert fact.before
        gone, answer = fact_words(old, before, fact.before), after.answers[fact.topic]
        words = f"borttagen uppgift: {gone}" if answer.facts else f"{gone} → {label(answer.status)}"
        return Sentence(GONE, name, words, topic=fact.topic)
    now, source = fact.after, f"{fact.after.clause[-1]}; citatet finns i texten"
    if fact.before is None:
        was = before.answers[fact.topic]
        come = fact_words(new, after, now)
        words = f"ny uppgift: {come}" if was.facts else f"{label(was.status)} → {come}"
        return Sentence(NEW, name, words, source, now.url, now.topic)
    words = "; ".join(_aspects(old, before, fact.before, new, after, now, fact.kinds))
    # A topic with a single fact needs no more than its name.
    about = now.says if len(after.answers[now.topic].facts) > 1 else ""
    return Sentence(fact.kinds[0], name, words, source, now.url, now.topic, about)


def _aspects(
    old: Atlas, before: Agreement, was: Fact, new: Atlas, after: Agreement, now: Fact, kinds: tuple[str, ...]
) -> Iterator[str]:
    if RENAMED in kinds:
        yield f"nytt id: {was.id} → {now.id}"
    if MOVED in kinds:
        yield f"flyttad hit från {lower(TOPICS[was.topic].name)}"
    if STATUS in kinds:
        yield f"{_status(was)} → {_status(now)}"
    if VALUE in kinds:
        yield from value_changes(old, before, was, new, after, now)
    if WORDING in kinds:
        only = "bara ordalydelsen: " if kinds == (WORDING,) else ""
        yield only + "; ".join(_wordings(was, now))
    if NOTE in kinds:
        yield from _notes(was, now)


def _status(fact: Fact) -> str:
    return f"{label(fact.status)} till {fact.to}" if fact.to else label(fact.status)


def _wordings(was: Fact, now: Fact) -> Iterator[str]:
    if was.says != now.says:
        yield f"vår mening {wording(was.says, now.says)}"
    if was.quote != now.quote:
        yield f"citatet {wording(was.quote, now.quote)}"


def _notes(was: Fact, now: Fact) -> Iterator[str]:
    for what, before, after in (("kommentaren", was.note, now.note), ("skälet", was.because, now.because)):
        if before and after and before != after:
            yield f"{what} {wording(before, after)}"
        elif before != after:
            yield f"{what} är ny: «{after}»" if after else f"{what} är borttagen: «{before}»"
