"""The model carries what the files say: statuses by precedence, typed values, places, and whether a review is fresh."""

from fractions import Fraction

import pytest

from atlas.load.read import Entry
from atlas.model.agreement import Agreement, Atlas
from atlas.pipeline import load
from atlas.topics import TOPICS
from atlas.topics.topic import PRECEDENCE


def by_id(atlas: Atlas, id: str) -> Agreement:
    found = atlas.by_id(id)
    assert isinstance(found, Agreement)
    return found


def test_every_agreement_answers_every_topic(atlas: Atlas) -> None:
    for agreement in atlas.agreements:
        assert list(agreement.answers) == list(TOPICS)


def test_a_topic_has_the_first_status_of_its_facts(atlas: Atlas) -> None:
    for agreement in atlas.agreements:
        for answer in agreement.answers.values():
            statuses = {fact.status for fact in answer.facts}
            in_order = [status for status in PRECEDENCE if status in statuses]
            assert [answer.status, *answer.also] == (in_order or [answer.status])
            assert bool(answer.facts) == (answer.status not in ("silent", "unread"))


def test_all_six_answers_occur(atlas: Atlas) -> None:
    seen = {answer.status for agreement in atlas.agreements for answer in agreement.answers.values()}
    assert seen == {*PRECEDENCE, "silent", "unread"}


def test_spans_hold_the_quote(atlas: Atlas) -> None:
    for agreement in atlas.agreements:
        for fact in agreement.facts:
            words = ""
            for span in fact.spans:
                file = agreement.text.file
                assert span.path == file.path
                start = file.starts[span.line - 1] + span.column - 1
                end = file.starts[span.end_line - 1] + span.end_column - 1
                words += file.text[start:end]
            plain = "".join(character for character in fact.quote.replace("[…]", "") if character.isalnum())
            assert "".join(character for character in words if character.isalnum()) == plain, fact.url


def test_values_are_typed(atlas: Atlas) -> None:
    facts = [fact for agreement in atlas.agreements for fact in agreement.facts]
    kinds = {type(value) for fact in facts for value in fact.values.values()}
    assert kinds >= {str, int, bool, dict, list}
    shares = [
        payer["share"]
        for agreement in atlas.agreements
        for fact in agreement.facts
        for payer in fact.values.get("paid_by", ())
    ]
    assert shares and all(isinstance(share, Fraction) for share in shares)


def test_a_stale_review_is_a_state_and_no_finding(atlas: Atlas) -> None:
    fresh = {agreement.review.current for agreement in atlas.agreements}
    assert fresh == {True, False}


def test_where_a_delegated_question_goes_is_no_value_of_its_topic(atlas: Atlas) -> None:
    delegated = [fact for agreement in atlas.agreements for fact in agreement.facts if fact.status == "delegated"]
    assert delegated
    assert all(fact.to and "to" not in fact.values for fact in delegated)


def test_findings_stop_the_way_to_the_model(corpus: dict[str, bytes]) -> None:
    broken = dict(corpus)
    path = next(path for path in corpus if path.endswith("agreement.yml"))
    broken[path] = broken[path].replace(b"title:", b"titel:", 1)
    outcome = load(Entry(each, data) for each, data in broken.items())
    assert outcome.findings and outcome.atlas is None


@pytest.mark.parametrize("id", ["exempel/finns-inte", ""])
def test_what_is_not_there_is_none(atlas: Atlas, id: str) -> None:
    assert atlas.by_id(id) is None


def test_order_is_by_county_then_name(atlas: Atlas) -> None:
    assert [agreement.id for agreement in atlas.agreements] == [
        "exempel/kommun-2014",
        "exempel/lan-2022",
        "prov/mall-2020",
    ]
    assert list(atlas.counties()) == ["exempel", "prov"]
