"""Questions: each hangs on its fact, no wrong answer is true, and the same facts make the same questions."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from atlas.load.read import Entry
from atlas.model.agreement import Agreement, Atlas
from atlas.pipeline import load
from atlas.topics.topic import STATUSES
from atlas.views.quiz import SILENT, Question, quiz, quiz_url, quizzes
from atlas.views.quiz_kinds import KINDS
from atlas.views.quiz_values import (
    ages_clash,
    ages_words,
    names_clash,
    near_days,
    points,
    share,
    times_clash,
)
from edge.loading import load_root
from tests.conftest import Golden

COUNTY = "exempel/lan-2022"
FILE = f"agreements/{COUNTY}/agreement.yml"


def agreement_of(atlas: Atlas, id: str = COUNTY) -> Agreement:
    return next(each for each in atlas.agreements if each.id == id)


def questions(atlas: Atlas, id: str = COUNTY) -> dict[str, Question]:
    return {each.id: each for each in quiz(atlas, agreement_of(atlas, id)).questions}


def changed(corpus: Mapping[str, bytes], *edits: tuple[str, str]) -> Atlas:
    """The corpus with edits to the county's agreement."""
    text = corpus[FILE].decode()
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    outcome = load(Entry(path, text.encode() if path == FILE else data) for path, data in corpus.items())
    assert outcome.atlas, outcome.report
    return outcome.atlas


def test_questions(atlas: Atlas, golden: Golden) -> None:
    lines = []
    for each in quizzes(atlas):
        lines.append(f"{each.name} ({each.url})")
        for question in each.questions:
            source = question.fact.url if question.fact else STATUSES["silent"].label
            lines.append(f"\n{question.id}: {question.ask} [{source}]")
            for option in question.options:
                lines.append(f"  {'*' if option.right else '-'} {option.words}{' = ' * bool(option.name)}{option.name}")
        lines.append("")
    golden("quiz.txt", "\n".join(lines))


@pytest.mark.parametrize(
    ("question", "edits"),
    [
        ("extent-samordnare", (("      max_percent: 20\n", ""),)),
        ("deadline-verksamhetsberattelse", (("      deadline: 03-01\n", ""),)),
        ("dispute-tvist", (("      decided_by: länsgruppen\n", ""),)),
        ("meets-lansgruppen", (("      meets: {times: 2, per: year, at_least: true}\n", ""),)),
        # Silence is an answer only while nobody has found words.
        ("revision-revision", (("  revision: silent\n", ""),)),
    ],
)
def test_a_question_whose_fact_disappears_disappears(
    atlas: Atlas, corpus: Mapping[str, bytes], question: str, edits: tuple[tuple[str, str], ...]
) -> None:
    assert question in questions(atlas)
    assert question not in questions(changed(corpus, *edits))


def test_a_changed_value_makes_the_question_anew(atlas: Atlas) -> None:
    before = questions(atlas)["extent-samordnare"]
    answer = agreement_of(atlas).answers["coordinator"]
    facts = tuple(
        replace(fact, values={**fact.values, "max_percent": 25}) if "max_percent" in fact.values else fact
        for fact in answer.facts
    )
    after = questions(with_answer(atlas, replace(answer, facts=facts)))["extent-samordnare"]
    assert [each.options[each.right].words for each in (before, after)] == [
        "20 procent av heltid",
        "25 procent av heltid",
    ]


def with_answer(atlas: Atlas, answer: Any) -> Atlas:
    mine = agreement_of(atlas)
    new = replace(mine, answers={**mine.answers, answer.topic.id: answer})
    return replace(atlas, agreements=tuple(new if each.id == mine.id else each for each in atlas.agreements))


@pytest.mark.parametrize("status", ["ambiguous", "placeholder"])
def test_what_is_not_sure_is_not_asked(atlas: Atlas, status: str) -> None:
    assert not any(id.startswith("notice") for id in questions(atlas)), "the corpus has two readings of the notice"
    answer = agreement_of(atlas).answers["dispute"]
    facts = tuple(replace(fact, status=status) for fact in answer.facts)
    unsure = with_answer(atlas, replace(answer, status=status, facts=facts))
    assert not any(each.topic.id == "dispute" for each in questions(unsure).values())


def test_every_question_has_one_right_answer_and_no_two_alike(atlas: Atlas) -> None:
    for question in (each for made in quizzes(atlas) for each in made.questions):
        words = [option.words.casefold() for option in question.options]
        assert 3 <= len(words) <= 4 and len(set(words)) == len(words)
        assert [option.right for option in question.options].count(True) == 1
        assert (question.options[question.right].words == SILENT) == (question.fact is None)


@pytest.fixture(scope="module")
def real() -> Atlas:
    """The real agreements."""
    atlas = load_root(Path(__file__).resolve().parents[2]).atlas
    assert atlas
    return atlas


def all_questions(atlas: Atlas) -> list[tuple[Agreement, Question]]:
    return [(made.agreement, each) for made in quizzes(atlas) for each in made.questions]


def test_the_real_agreements_have_enough_questions_on_varied_topics(real: Atlas) -> None:
    for made in quizzes(real):
        assert len(made.questions) >= 8
        assert len({each.topic.id for each in made.questions[:8]}) == 8
        assert sum(each.fact is None for each in made.questions) <= len(made.questions) / 3


def test_no_wrong_answer_is_true_of_its_agreement(real: Atlas) -> None:
    """Held against the agreement's own words and values, and not against how the wrong answers are chosen."""
    kinds = {kind.id: kind for kind in KINDS}
    for agreement, question in all_questions(real):
        kind = kinds.get(question.id.partition("-")[0])
        facts = agreement.answers[question.topic.id].facts
        for option in question.options:
            if option.right or kind is None or option.words == SILENT:
                continue
            own = [kind.value(fact.values) for fact in facts]
            said = {kind.words(value).casefold() for value in own if value is not None and not kind.vocabulary}
            assert option.words.casefold() not in said
            assert option.other is None or (option.other.agreement != agreement.id and option.other.status == "stated")
            if kind.names:
                assert all(option.words.casefold() not in fact.quote.casefold() for fact in facts)


def test_silence_is_told_with_the_law_that_holds_all_the_same(real: Atlas) -> None:
    silent = [each for _, each in all_questions(real) if each.topic.id == "duty_to_report" and each.fact is None]
    assert silent and all(each.laws for each in silent)


def test_the_same_facts_make_the_same_questions(atlas: Atlas) -> None:
    again = replace(atlas, agreements=tuple(reversed(atlas.agreements)))
    assert {made.url: made.questions for made in quizzes(again)} == {m.url: m.questions for m in quizzes(atlas)}


def test_a_question_stays_as_it_is_when_another_topic_changes(atlas: Atlas) -> None:
    answer = agreement_of(atlas).answers["dispute"]
    without = with_answer(atlas, replace(answer, status="unread", facts=()))
    kept = {id: each for id, each in questions(atlas).items() if each.topic.id != "dispute"}
    assert kept.items() <= questions(without).items()


def test_the_address(atlas: Atlas) -> None:
    assert quiz_url(agreement_of(atlas)) == "ny/fragor/exempel/lan-2022/index.html"


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("ledningsgruppen", "Ledningsgrupp", True),
        ("Förvaltningschef, Östersunds kommun", "förvaltningschef barn- och utbildning", True),
        ("svensk domstol", "Strategigrupp barn och unga", False),
        ("polisen", "socialtjänsten", False),
    ],
)
def test_names_that_could_be_one(one: str, other: str, clash: bool) -> None:
    assert names_clash(one, other) is clash


@pytest.mark.parametrize(("name", "vague"), [("respektive huvudman", True), ("Parterna", True), ("länsgruppen", False)])
def test_names_that_say_too_little(name: str, vague: bool) -> None:
    assert points(name) is vague


@pytest.mark.parametrize(
    ("one", "other", "near"), [("02-28", "03-01", True), ("12-31", "01-10", True), ("01-31", "03-01", False)]
)
def test_days_that_are_near(one: str, other: str, near: bool) -> None:
    assert near_days(one, other) is near


YEARLY, TWICE, MONTHLY = (1, "year", False), (2, "year", False), (1, "month", False)


@pytest.mark.parametrize(
    ("wrong", "right", "clash"),
    [
        (YEARLY, TWICE, False),
        ((12, "year", False), MONTHLY, True),
        ((None, "need", False), YEARLY, True),
        (YEARLY, (None, "need", False), False),
        # Four times is also at least twice, and what happens twice happens at least once.
        ((4, "year", False), (2, "year", True), True),
        ((1, "year", True), TWICE, True),
        ((1, "year", True), (2, "year", True), True),
        ((4, "year", True), (2, "year", True), False),
    ],
)
def test_rates_that_may_both_hold(wrong: Any, right: Any, clash: bool) -> None:
    assert times_clash(wrong, right) is clash


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ((0, 6, "", ""), (0, 5, "", ""), True),
        ((0, 6, "", ""), (0, None, "barnet börjar förskoleklass", ""), True),
        ((0, 18, "", ""), (0, 6, "", ""), False),
        ((7, None, "", ""), (0, 6, "", ""), False),
    ],
)
def test_ages_that_nearly_cover_each_other(one: Any, other: Any, clash: bool) -> None:
    assert ages_clash(one, other) is clash


def test_words_of_values() -> None:
    assert ages_words((0, 18, "", "framst")) == "främst 0–18 år"
    assert share({"paid_by": [{"share": Fraction(1, 2)}, {"share": Fraction(1, 2)}]}) == Fraction(1, 2)
    assert share({"paid_by": [{"share": Fraction(3, 4)}, {"share": Fraction(1, 4)}]}) is None
