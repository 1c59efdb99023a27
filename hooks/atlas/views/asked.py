"""A topic as the questions that it answers: who says what on each, and what each agreement leaves open.

In: the model; the questions are the options of the topic's own value `about`. Out: `Question`, `Open`. Not here: law
(laws.py), and any answer that no fact gives.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.shape import Choice
from atlas.views.laws import Citation, all_citations
from atlas.views.names import short_name

PRIVACY = ("duty_to_report", "secrecy")


@dataclass(frozen=True, slots=True)
class Given:
    """What one agreement answers to a question."""

    agreement: Agreement
    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its id, its words, and the agreements that answer it. `count` counts those that bind, of `of`."""

    id: str
    words: str
    given: tuple[Given, ...]
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Open:
    """What one agreement leaves open: its status on the topic, and the questions that it does not answer."""

    agreement: Agreement
    name: str
    status: str
    questions: tuple[str, ...]


def questions(atlas: Atlas, topic: str) -> tuple[Question, ...]:
    """The questions of a topic in its own order; facts on none of them come last, under no words."""
    options = {**_options(topic), "": ""}
    found = (_question(atlas, topic, id, words) for id, words in options.items())
    return tuple(each for each in found if each.id or each.given)


def left_open(atlas: Atlas, topic: str) -> tuple[Open, ...]:
    """The agreements that leave something open, with what; also those that nobody has read for it."""
    asked = questions(atlas, topic)
    found = []
    for agreement in atlas.agreements:
        answered = {each.id for each in asked for given in each.given if given.agreement == agreement}
        missing = tuple(each.words for each in asked if each.id and each.id not in answered)
        status = agreement.answers[topic].status
        if missing:
            # What nobody has read for may be answered or not: nothing is known to be open.
            found.append(Open(agreement, short_name(atlas, agreement), status, missing if status != "unread" else ()))
    return tuple(found)


def outdated(atlas: Atlas, topic: str) -> tuple[Citation, ...]:
    """References to law on the topic that a reader of today should not follow as written."""
    return tuple(
        each for each in all_citations(atlas) if each.stands_out and any(fact.topic == topic for fact in each.facts)
    )


def recipients(atlas: Atlas) -> tuple[Given, ...]:
    """The agreements that say where a report goes, with the facts that do."""
    return _given(atlas, TOPICS, lambda fact: "recipient" in fact.values and fact.values.get("about") == "duty")


def lifted(atlas: Atlas) -> tuple[Given, ...]:
    """The agreements that say when secrecy gives way to a report; the same words may answer two topics."""
    private = [topic for topic in TOPICS if topic in PRIVACY]
    found = _given(atlas, private, lambda fact: fact.values.get("about") == "lifted")
    return tuple(replace(each, facts=_once(each.facts)) for each in found)


def _once(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple({fact.match: fact for fact in facts}.values())


def _given(atlas: Atlas, topics: Iterable[str], fits: Callable[[Fact], bool]) -> tuple[Given, ...]:
    found = []
    for agreement in atlas.agreements:
        if facts := tuple(fact for topic in topics for fact in agreement.answers[topic].facts if fits(fact)):
            found.append(Given(agreement, short_name(atlas, agreement), facts))
    return tuple(found)


def _options(topic: str) -> dict[str, str]:
    shape = TOPICS[topic].fields["about"].shape
    assert isinstance(shape, Choice)
    return dict(shape.options)


def _question(atlas: Atlas, topic: str, id: str, words: str) -> Question:
    given = _given(atlas, (topic,), lambda fact: fact.values.get("about", "") == id)
    binding = sum(agreement.binds for agreement in atlas.agreements)
    return Question(id, words, given, sum(each.agreement.binds for each in given), binding)
