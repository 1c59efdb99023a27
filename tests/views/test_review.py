"""When each text is to be read again: the day follows from the file, and the order from what waits."""

from dataclasses import replace
from datetime import date

import pytest

from atlas.model.agreement import Agreement, Atlas
from atlas.topics.agreement_file import REVIEW_MONTHS, REVIEWED
from atlas.topics.topic import STATUSES
from atlas.views.review import Reviewing, due_of, reviews


def of(atlas: Atlas, id: str) -> Reviewing:
    return next(each for each in reviews(atlas) if each.document.id == id)


def test_every_text_is_there_once_and_what_waits_stands_first(atlas: Atlas) -> None:
    found = reviews(atlas)
    assert sorted(each.document.id for each in found) == sorted(
        each.id for each in (*atlas.agreements, *atlas.documents)
    )
    assert [each.document.id for each in found if each.waits] == ["exempel/kommun-2014"]
    assert found[0].waits
    assert [each.due for each in found[1:]] == sorted(each.due for each in found[1:])


def test_the_day_follows_from_the_last_review_and_the_interval(atlas: Atlas) -> None:
    own, ours = of(atlas, "exempel/lan-2022"), of(atlas, "exempel/rapport-2020")
    assert (own.due, own.rule) == (date(2027, 11, 21), "12 månader efter den senaste granskningen.")
    assert ours.due == date(2028, 11, 21)
    assert ours.rule == "24 månader efter den senaste granskningen. Tiden är vårt förslag."
    assert own.document.review.owner == "redaktionen" and ours.document.review.owner == ""


@pytest.mark.parametrize(
    ("on", "months", "due"),
    [
        ("2026-11-21", 1, date(2026, 12, 21)),
        ("2027-08-31", 6, date(2028, 2, 29)),
        ("2026-12-31", 2, date(2027, 2, 28)),
        ("2026-01-15", None, date(2028, 1, 15)),
        ("2024-02-29", 120, date(2034, 2, 28)),
    ],
)
def test_months_are_counted_as_deadlines_are(atlas: Atlas, on: str, months: int | None, due: date) -> None:
    agreement = atlas.agreements[0]
    assert due_of(replace(agreement, review=replace(agreement.review, on=on, every_months=months))) == due


def test_topics_that_nobody_has_read_for_are_named(atlas: Atlas) -> None:
    for each in reviews(atlas):
        answers = each.document.answers if isinstance(each.document, Agreement) else {}
        assert {topic.id for topic in each.unread} == {id for id in answers if answers[id].status == "unread"}
    assert of(atlas, "exempel/lan-2022").unread
    assert STATUSES["unread"].label == "Ej granskad"


def test_the_interval_comes_from_one_place() -> None:
    assert REVIEWED.fields["every_months"].default == str(REVIEW_MONTHS)
