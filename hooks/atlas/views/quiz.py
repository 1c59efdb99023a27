"""«Kan jag det här?»: questions made from the facts of one agreement, and from nothing else.

In: the model. Out: `Quiz`. Not here: the kinds of questions (quiz_kinds.py), and how a page shows them.

A question exists only while its fact does: stated, with a typed value, or the whole text read and silent. What is
ambiguous or left blank is never asked. Wrong answers are values of the same type, of other agreements first, that clash
with nothing that this agreement says. Nothing is random: the fact's address decides what is chosen, and in which order.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.model.once import once
from atlas.topics import TOPICS
from atlas.topics.topic import STATUSES, Topic
from atlas.views.laws import Statute, statutes
from atlas.views.names import short_name
from atlas.views.quiz_kinds import ANSWERED, KINDS, Kind
from atlas.views.quiz_values import Value, points

SILENT = STATUSES["silent"].label
_STATED, _DELEGATED = "Ja, texten anger vad som gäller", "Ja, men den hänvisar till ett annat dokument"
_ANSWERS = {"stated": _STATED, "delegated": _DELEGATED, "silent": SILENT}
_FEWEST, _MOST = 3, 4
_MOST_QUESTIONS, _MOST_WITHOUT_FACT, _MOST_ALSO = 14, 3, 3
_IT = {
    **{"avtal": "avtalet", "overenskommelse": "överenskommelsen", "mall": "mallen", "riktlinje": "riktlinjen"},
    **{"vagledning": "vägledningen", "avsiktsforklaring": "avsiktsförklaringen", "uppdrag": "uppdraget"},
    "forslag": "förslaget",
}


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose. `other` is the fact of another agreement whose value it is, `name` what that is called."""

    words: str
    right: bool = False
    other: Fact | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question. `fact` answers it (none: the text is silent), `also` are other facts that answer the same.

    `laws` say what holds on the topic whatever the agreement says.
    """

    id: str
    topic: Topic
    ask: str
    options: tuple[Option, ...]
    fact: Fact | None
    also: tuple[Fact, ...] = ()
    laws: tuple[Statute, ...] = ()

    @property
    def right(self) -> int:
        """The place of the right answer among the options."""
        return next(place for place, option in enumerate(self.options) if option.right)


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of one agreement. `it` is what the text calls itself: «avtalet»."""

    agreement: Agreement
    name: str
    it: str
    questions: tuple[Question, ...]

    @property
    def url(self) -> str:
        """Its page, from the site's root."""
        return quiz_url(self.agreement)


def quiz_url(agreement: Agreement) -> str:
    """The page with the questions of an agreement, from the site's root."""
    return f"ny/fragor/{agreement.id}/index.html"


def quizzes(atlas: Atlas) -> tuple[Quiz, ...]:
    """The questions of every agreement, templates included."""
    return tuple(quiz(atlas, agreement) for agreement in atlas.agreements)


# A kind's values among all agreements: value → the facts that state it, one per agreement.
Pool = Mapping[Value, tuple[Fact, ...]]


@once
def _pools(atlas: Atlas) -> Mapping[str, Pool]:
    return {kind.id: _pool(atlas, kind) for kind in KINDS}


def it_of(agreement: Agreement) -> str:
    """What its text calls itself: «avtalet»."""
    return _IT[agreement.kind]


@once
def quiz(atlas: Atlas, agreement: Agreement) -> Quiz:
    """The questions of one agreement: varied topics first, and no more than a short while takes."""
    known = _pools(atlas)
    made = [each for kind in KINDS for each in _questions(atlas, agreement, kind, known[kind.id])]
    asked = {each.topic.id for each in made}
    whether = [each for each in _on_answers(atlas, agreement) if each.topic.id not in asked]
    # That a text says something is worth less to know than what it says.
    with_fact = [*_varied([each for each in made if each.fact]), *(each for each in whether if each.fact)]
    # Silence where a law speaks all the same is what a new colleague most needs to know.
    silences = sorted((each for each in (*made, *whether) if not each.fact), key=lambda each: not each.laws)
    without = _varied(silences)[:_MOST_WITHOUT_FACT]
    chosen = [*with_fact[: _MOST_QUESTIONS - len(without)], *without]
    return Quiz(agreement, short_name(atlas, agreement), it_of(agreement), tuple(_varied(chosen)))


def _varied(questions: list[Question]) -> list[Question]:
    """One question from each topic before a second from any; within a round in the order in which they are made."""
    seen: dict[str, int] = {}
    rounds = []
    for question in questions:
        seen[question.topic.id] = seen.get(question.topic.id, 0) + 1
        rounds.append((seen[question.topic.id], question))
    return [question for _, question in sorted(rounds, key=lambda each: each[0])]


def _pool(atlas: Atlas, kind: Kind) -> Pool:
    found: dict[Value, dict[str, Fact]] = {}
    for agreement in atlas.agreements:
        for fact, value in _values(agreement, kind):
            if fact.status == "stated":
                found.setdefault(value, {}).setdefault(agreement.id, fact)
    return {value: tuple(facts.values()) for value, facts in found.items()}


def _values(agreement: Agreement, kind: Kind) -> list[tuple[Fact, Any]]:
    """The facts that say something of what the kind asks for, of any status, each with its value."""
    found = ((fact, kind.value(fact.values)) for fact in agreement.answers[kind.topic].facts)
    return [(fact, value) for fact, value in found if value is not None]


def _questions(atlas: Atlas, agreement: Agreement, kind: Kind, pool: Pool) -> Iterator[Question]:
    own = _values(agreement, kind)
    if not own and kind.silent and agreement.answers[kind.topic].status == "silent":
        options = _options(atlas, agreement, kind, pool, None, "")
        yield from _question(atlas, agreement, kind.id, kind.topic, _ask(agreement, kind, kind.unnamed), options, ())
    subjects = {fact.id: kind.about(atlas, fact) for fact, _ in own}
    for subject in dict.fromkeys(subjects.values()):
        same = [(fact, value) for fact, value in own if subjects[fact.id] == subject]
        # Where one reading is not sure, none is asked for; a subject without a name cannot be asked for either.
        if any(fact.status != "stated" for fact, _ in same) or (kind.subject and not subject):
            continue
        if kind.vocabulary:
            same.sort(key=lambda each: len(pool[each[1]]))
        fact, value = same[0]
        options = _options(atlas, agreement, kind, pool, value, fact.id, tuple(each for _, each in same))
        facts = (fact, *(each for each, other in same[1:] if other != value))
        yield from _question(atlas, agreement, kind.id, kind.topic, _ask(agreement, kind, subject), options, facts)


def _ask(agreement: Agreement, kind: Kind, subject: str) -> str:
    return " ".join(kind.ask.format(it=_IT[agreement.kind], about=subject).split())


def _question(
    atlas: Atlas, agreement: Agreement, kind: str, topic: str, ask: str, options: list[Option], facts: tuple[Fact, ...]
) -> Iterator[Question]:
    if len(options) >= _FEWEST:
        fact = facts[0] if facts else None
        ordered = sorted(options, key=lambda each: (each.words == SILENT, _turn(agreement, kind, fact, each.words)))
        id = f"{kind}-{fact.id}" if fact else f"{kind}-{topic}"
        laws = statutes(atlas, topic) if fact is None else ()
        yield Question(id, TOPICS[topic], ask, tuple(ordered), fact, facts[1 : 1 + _MOST_ALSO], laws)


def _turn(agreement: Agreement, kind: str, fact: Fact | None, words: str) -> int:
    """Where words stand among others: as good as random, and always the same."""
    return crc32(f"{agreement.id}#{fact.id if fact else ''}/{kind}/{words}".encode())


def _options(
    atlas: Atlas, agreement: Agreement, kind: Kind, pool: Pool, right: Any, fact: str, same: tuple[Any, ...] = ()
) -> list[Option]:
    """The right answer first, then wrong ones; «Anges inte» is among them where the kind knows it."""
    taken = [] if right is None else [right]
    options = [Option(SILENT, right=True)] if right is None else [Option(_words(atlas, kind, right), right=True)]
    last = [Option(SILENT)] if kind.silent and right is not None else []
    for value, other in _wrong(agreement, atlas, kind, pool, right, fact):
        if len(options) + len(last) == _MOST:
            break
        words = _words(atlas, kind, value)
        new = all(each.words.casefold() != words.casefold() for each in options)
        if new and not any(kind.clash(value, each) for each in (*taken, *same)):
            taken.append(value)
            options.append(Option(words, False, other, _name(atlas, other)))
    return options + last


def _wrong(
    agreement: Agreement, atlas: Atlas, kind: Kind, pool: Pool, right: Any, fact: str
) -> Iterator[tuple[Any, Fact | None]]:
    """Values that nothing in the agreement says: those of other agreements first, then those made by rule."""
    own = [value for _, value in _values(agreement, kind)]
    quotes = " ".join(each.quote for each in agreement.answers[kind.topic].facts).casefold()

    def turn(value: Value) -> int:
        return crc32(f"{agreement.id}#{fact}/{kind.id}/{value}".encode())

    of_others = {value: facts[0] for value, facts in pool.items()} if kind.others else {}
    made = [*kind.wrong(right), *(atlas.vocabulary[kind.vocabulary] if kind.vocabulary else ())]
    candidates: list[tuple[Value, Fact | None]] = [(value, of_others[value]) for value in sorted(of_others, key=turn)]
    candidates += [(value, None) for value in sorted(made, key=turn) if value not in of_others]
    for value, other in candidates:
        true = any(kind.clash(value, each) if kind.names else value == each for each in own)
        if kind.names:
            true = true or (other is not None and points(str(value))) or str(value).casefold() in quotes
        if kind.vocabulary:
            true = true or _mentioned(agreement, atlas.vocabulary[kind.vocabulary][str(value)].values["forms"])
        if not true:
            yield value, other


def _mentioned(agreement: Agreement, forms: list[str]) -> bool:
    """Whether a text has one of the forms of a term, anywhere."""
    text = agreement.text.file.text.casefold()
    # Few forms stand there at all: only those are looked at as words, which is slow.
    there = (form for form in map(str.casefold, forms) if form in text)
    return any(re.search(rf"\b{re.escape(form)}\b", text) for form in there)


def _words(atlas: Atlas, kind: Kind, value: Any) -> str:
    words = atlas.name(kind.vocabulary, value) if kind.vocabulary else kind.words(value)
    return words[0].upper() + words[1:]


def _name(atlas: Atlas, fact: Fact | None) -> str:
    agreement = next((each for each in atlas.agreements if fact and each.id == fact.agreement), None)
    return short_name(atlas, agreement) if agreement else ""


def _on_answers(atlas: Atlas, agreement: Agreement) -> Iterator[Question]:
    """Whether the text says something of a topic, where its answer is one of three and only one."""
    for topic, words in ANSWERED.items():
        answer = agreement.answers[topic]
        if answer.status in _ANSWERS and not answer.also:
            right = _ANSWERS[answer.status]
            options = [Option(each, right=each == right) for each in _ANSWERS.values()]
            ask = f"Säger {_IT[agreement.kind]} något om {words}?"
            yield from _question(atlas, agreement, "answers", topic, ask, options, answer.facts[:2])
