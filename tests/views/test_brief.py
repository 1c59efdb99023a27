"""What to bring to a meeting: each topic stands in one part, and nothing unread is said to be alike or different."""

from dataclasses import replace

import pytest

from atlas.model.agreement import Agreement, Answer, Atlas, Review
from atlas.topics import TOPICS
from atlas.views.brief import ANSWERS, NAMES_ONLY, QUIET, Brief, brief, briefs
from atlas.views.keys import DIFFERS, SAME, UNREAD, WORDS
from tests.conftest import Golden

CLOCK = "2026-01-01"


def dump(told: Brief) -> str:
    lines = [told.title, f"alone: {told.alone}, counted: {told.counted}"]
    lines += [f"{read.name} ({read.kind}, {read.url}): {read.read}. {read.in_force} {read.open}" for read in told.reads]
    lines += [f"! {words}" for words in told.overlaps]
    lines += [f"? {line.status} {line.name}: {line.says} → {line.to} | {line.remark}" for line in told.unclear]
    lines += [f"@ {day.name}, {day.what}: {day.next}; {day.pattern}. {day.rule} {day.url}" for day in told.dates]
    for part in told.parts:
        lines.append(f"\n{part.title} [{part.id}] {part.lead}")
        for subject in part.subjects:
            lines.append(f"- {subject.name}: {subject.told} {subject.spread}")
            for side in () if part.named else subject.sides:
                lines.append(f"  {side.name}: {side.status} {side.also} «{side.short}»")
                lines += [f"    {line.says} | {line.quote} | {line.clause} | {line.url}" for line in side.lines]
    return "\n".join(lines) + "\n"


def test_briefs(atlas: Atlas, golden: Golden) -> None:
    golden("briefs.txt", "\n\n".join(dump(each) for each in briefs(atlas, CLOCK)))


def test_every_topic_stands_in_one_part(atlas: Atlas) -> None:
    for told in briefs(atlas, CLOCK):
        named = [subject.topic for part in told.parts for subject in part.subjects]
        assert sorted(named) == sorted(TOPICS)
        assert [part.named for part in told.parts] == [part.id in NAMES_ONLY for part in told.parts]


def test_differences_come_first(atlas: Atlas) -> None:
    told = briefs(atlas, CLOCK)[0]
    assert told.parts[0].id == DIFFERS
    assert "notice" in topics(told, DIFFERS)


def topics(told: Brief, part: str) -> set[str]:
    return {subject.topic for each in told.parts if each.id == part for subject in each.subjects}


def pair(atlas: Atlas, topic: str, one: Answer | None, other: Answer | None) -> Brief:
    """The brief on a made county of two, which answer as given: None is the first agreement's own answer."""
    first = atlas.agreements[0]
    two = [
        replace(first, id=f"exempel/{name}", answers={**first.answers, topic: answer or first.answers[topic]})
        for name, answer in (("ett", one), ("tva", other))
    ]
    return brief(replace(atlas, agreements=tuple(two)), two[0], CLOCK)


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("", "", SAME),
        ("silent", "silent", QUIET),
        ("silent", "", DIFFERS),
        ("unread", "", UNREAD),
        ("unread", "unread", UNREAD),
    ],
)
def test_where_a_topic_goes(atlas: Atlas, one: str, other: str, part: str) -> None:
    first, second = (Answer(TOPICS["notice"], status, (), ()) if status else None for status in (one, other))
    assert "notice" in topics(pair(atlas, "notice", first, second), part)


def test_words_alone_are_for_people_to_compare(atlas: Atlas) -> None:
    answer = atlas.agreements[0].answers["notice"]
    wordy = replace(answer, facts=tuple(replace(fact, values={}) for fact in answer.facts))
    assert "notice" in topics(pair(atlas, "notice", wordy, wordy), WORDS)


def test_alone_in_the_county_nothing_is_said_to_differ(atlas: Atlas) -> None:
    alone = [told for told in briefs(atlas, CLOCK) if told.alone]
    assert alone and all({part.id for part in told.parts} <= {ANSWERS, QUIET, UNREAD} for told in alone)


def test_a_template_is_not_counted_and_holds_nowhere(atlas: Atlas) -> None:
    template = next(told for told in briefs(atlas, CLOCK) if not told.reads[0].binds)
    assert template.counted == sum(each.binds for each in atlas.agreements) < len(atlas.agreements)
    assert "räknas inte" in template.reads[0].in_force
    assert template.reads[0].open == ()


@pytest.mark.parametrize(("answer", "current", "questions"), [("okänt", True, 1), ("okänt", False, 2), ("ja", True, 0)])
def test_what_nobody_has_checked_is_an_open_question(atlas: Atlas, answer: str, current: bool, questions: int) -> None:
    first: Agreement = atlas.agreements[0]
    known = {"answer": answer, "on": "2026-01-02", "source": "Frågat."}
    made = replace(first, in_force=known, review=Review("2026-01-02", "redaktionen", current))
    assert len(brief(replace(atlas, agreements=(made,)), made, CLOCK).reads[0].open) == questions
