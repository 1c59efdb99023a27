"""What counts as a difference, as a table of pairs; the values in words; and who is named in the spread."""

from dataclasses import replace
from typing import Any

import pytest

from atlas.model.agreement import Agreement, Answer, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.topic import PRECEDENCE
from atlas.views.comparison import comparisons, spread_told, taken_up
from atlas.views.differences import account, values_told
from atlas.views.keys import DIFFERS, SAME, UNREAD, WORDS, differing, key_of, verdict
from atlas.views.library import library
from atlas.views.matrix import matrix
from tests.conftest import Golden

Values = dict[str, Any]


def with_answer(agreement: Agreement, topic: str, *told: Values | str) -> Agreement:
    """The agreement with another answer: facts with these values, or the status of an answer without facts."""
    if told and isinstance(told[0], str):
        answer = Answer(TOPICS[topic], told[0], (), ())
    else:
        facts = tuple(_fact(agreement, topic, dict(values)) for values in told if isinstance(values, dict))
        statuses = [status for status in PRECEDENCE if any(fact.status == status for fact in facts)]
        answer = Answer(TOPICS[topic], statuses[0], tuple(statuses[1:]), facts)
    return replace(agreement, answers={**agreement.answers, topic: answer})


def _fact(agreement: Agreement, topic: str, values: Values) -> Fact:
    status = values.pop("status", "stated")
    return replace(agreement.facts[0], topic=topic, status=status, values=values, says=str(values), quote=str(values))


SIX, TWELVE = {"months": 6, "before": "end_of_term"}, {"months": 12, "before": "any_time"}
PAIRS = [
    # what it shows, topic, answer of one, answer of the other, verdict
    ("the same values", "notice", [SIX], [SIX], SAME),
    ("another number", "notice", [SIX], [{**SIX, "months": 12}], DIFFERS),
    ("another choice", "notice", [SIX], [{**SIX, "before": "other"}], DIFFERS),
    ("another flag", "notice", [{**SIX, "in_writing": True}], [{**SIX, "in_writing": False}], DIFFERS),
    ("a value that only one has", "notice", [SIX], [{"months": 6}], DIFFERS),
    ("another order of facts", "notice", [SIX, TWELVE], [TWELVE, SIX], SAME),
    ("the same fact said twice", "notice", [SIX, SIX], [SIX], SAME),
    ("one fact more", "notice", [SIX, TWELVE], [SIX], DIFFERS),
    ("one fact more, in words only", "notice", [SIX, {}], [SIX], SAME),
    ("other words", "duty_to_inform", [{"recipient": "varandra"}], [{"recipient": "den andra parten"}], WORDS),
    (
        "other words beside the same value",
        "reporting",
        [{"recipient": "A", "deadline": "03-01"}],
        [{"deadline": "03-01"}],
        SAME,
    ),
    ("another name for who decides", "dispute", [{"decided_by": "svensk domstol"}], [{"decided_by": "LAKO"}], DIFFERS),
    ("the same name, written otherwise", "dispute", [{"decided_by": "Lako"}], [{"decided_by": "LAKO"}], SAME),
    ("a list of other words", "parties", [{"names": ["A"]}], [{"names": ["B", "C"]}], WORDS),
    ("words against silence", "dispute", [{"decided_by": "LAKO"}], ["silent"], DIFFERS),
    ("both silent", "dispute", ["silent"], ["silent"], SAME),
    ("neither read", "dispute", ["unread"], ["unread"], UNREAD),
    ("silence is not unread", "dispute", ["silent"], ["unread"], DIFFERS),
    ("another status", "notice", [SIX], [{**SIX, "status": "placeholder"}], DIFFERS),
    ("another status besides", "notice", [SIX, {"status": "delegated"}], [SIX], DIFFERS),
    ("a date", "term", [{"from": "2022-03-11"}], [{"from": "2022-03"}], DIFFERS),
    ("terms in another order", "target_group", [{"who": ["familjer", "barn"]}], [{"who": ["barn", "familjer"]}], SAME),
    ("other terms", "target_group", [{"who": ["familjer"]}], [{"who": ["barn"]}], DIFFERS),
    (
        "a record's other number",
        "target_group",
        [{"ages": {"from": 0, "to": 6}}],
        [{"ages": {"from": 0, "to": 5}}],
        DIFFERS,
    ),
    (
        "another event",
        "target_group",
        [{"ages": {"from": 0, "until": "x"}}],
        [{"ages": {"from": 0, "until": "y"}}],
        SAME,
    ),
    ("an event or none", "target_group", [{"ages": {"from": 0, "until": "x"}}], [{"ages": {"from": 0}}], DIFFERS),
    ("a modality", "opening", [{"modality": "ska"}], [{"modality": "kan"}], DIFFERS),
    ("one law alone or in a list", "secrecy", [{"law": {"act": "osl"}}], [{"law": [{"act": "osl"}]}], SAME),
]


@pytest.mark.parametrize(
    ("topic", "one", "other", "expected"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS]
)
def test_what_differs(
    atlas: Atlas, topic: str, one: list[Values | str], other: list[Values | str], expected: str
) -> None:
    first, second = (with_answer(atlas.agreements[0], topic, *told) for told in (one, other))
    assert verdict([first, second], topic) == verdict([second, first], topic) == expected
    assert (topic in differing([first, second])) == (expected == DIFFERS)
    assert (key_of(first, topic) == key_of(second, topic)) == (expected != DIFFERS)


def test_parties_compare_by_side_and_not_by_their_own_ids(atlas: Atlas) -> None:
    one = with_answer(atlas.agreements[0], "parties", {"party": "a", "of": "kommun"}, {"party": "b", "of": "region"})
    other = with_answer(atlas.agreements[0], "parties", {"party": "x", "of": "kommun"}, {"party": "y", "of": "region"})
    same = [
        with_answer(one, "party_commitments", {"party": "a"}),
        with_answer(other, "party_commitments", {"party": "x"}),
    ]
    assert verdict(same, "party_commitments") == SAME
    crossed = [same[0], with_answer(other, "party_commitments", {"party": "y"})]
    assert verdict(crossed, "party_commitments") == DIFFERS


def test_values_in_words_name_who_has_them(atlas: Atlas) -> None:
    first, second, _ = atlas.agreements
    told = account(atlas, "notice", [with_answer(first, "notice", SIX), with_answer(second, "notice", TWELVE)])
    assert [(line.words, [each.id for each in line.agreements]) for line in told.lines] == [
        ("6 månader, före avtalstidens slut", [first.id]),
        ("12 månader, när som helst", [second.id]),
    ]
    assert told.told == "«6 månader, före avtalstidens slut» mot «12 månader, när som helst»"


def test_what_all_have_is_no_difference(atlas: Atlas) -> None:
    both = [with_answer(each, "notice", SIX) for each in atlas.agreements[:2]]
    assert account(atlas, "notice", both).lines == ()
    more = [both[0], with_answer(both[1], "notice", SIX, TWELVE)]
    assert [line.words for line in account(atlas, "notice", more).lines] == ["12 månader, när som helst"]


def test_words_are_not_told_as_a_difference(atlas: Atlas) -> None:
    words = with_answer(atlas.agreements[0], "reporting", {"recipient": "LAKO", "deadline": "03-01"})
    told = values_told(atlas, words, "reporting")
    assert told and all("LAKO" not in each for each in told)


def test_differences(atlas: Atlas, golden: Golden) -> None:
    binding = [agreement for agreement in atlas.agreements if agreement.binds]
    lines = []
    for compared in comparisons(atlas):
        found = account(atlas, compared.topic.id, binding)
        lines.append(f"{compared.topic.id}: {found.verdict}; {found.told}")
        lines += [f"  {line.words} → {', '.join(each.id for each in line.agreements)}" for line in found.lines]
        lines += [f"  {words}." for words in spread_told(compared).values()]
    golden("differences.txt", "\n".join(lines) + "\n")


def test_matrix(atlas: Atlas, golden: Golden) -> None:
    rows = matrix(atlas, comparisons(atlas))
    assert sorted(row.topic.id for row in rows) == sorted(TOPICS)
    lines = [
        f"{row.group} / {row.topic.id}: "
        + " | ".join("+".join((mark.status, *mark.also)) + f" {mark.url.partition('#')[2]}" for mark in row.marks)
        + f" | {row.count}"
        for row in rows
    ]
    golden("matrix.txt", "\n".join(lines) + "\n")


def test_no_template_is_counted(atlas: Atlas) -> None:
    binding = sum(agreement.binds for agreement in atlas.agreements)
    counts = {taken_up(atlas, topic) for topic in TOPICS}
    assert binding < len(atlas.agreements) and max(counts) == binding and min(counts) == 0
    for topic in TOPICS:
        only = tuple(each for each in atlas.agreements if each.binds)
        assert taken_up(atlas, topic) == taken_up(replace(atlas, agreements=only), topic)


def test_each_quote_stands_once_with_its_agreement(atlas: Atlas) -> None:
    for topic in TOPICS:
        for voice in library(atlas, topic):
            found = [(fact.match.clause, fact.quote) for fact in voice.quotes]
            assert len(found) == len(set(found))
            assert {quote for _, quote in found} == {fact.quote for fact in voice.agreement.answers[topic].facts}
    services = next(voice for voice in library(atlas, "services") if voice.agreement.id == "exempel/lan-2022")
    assert len(services.quotes) < len(services.agreement.answers["services"].facts)
