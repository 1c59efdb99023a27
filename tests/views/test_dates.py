"""Dates that follow from facts: the rules as tables, what gives no date, and what is drawn, in full for the corpus."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from atlas.load.quotes import Match
from atlas.model.agreement import Agreement, Answer, Atlas, Fact
from atlas.source import Span
from atlas.views.dates import add_months, all_series, before, in_year, often, period_end, series_of, year_fraction
from atlas.views.timeline import period_lines, timeline_of, timeline_of_all
from atlas.views.undated import all_undated, reliance, standing, undated_of
from tests.conftest import Golden

CLOCK = "2026-01-01"
Values = Mapping[str, Any]
NOWHERE = Match(0, ())


@pytest.fixture
def bare(atlas: Atlas) -> Agreement:
    """An agreement that answers nothing on time, and that nobody has asked about."""
    agreement = next(each for each in atlas.agreements if each.id == "exempel/kommun-2014")
    answers = {id: Answer(answer.topic, "silent", (), ()) for id, answer in agreement.answers.items()}
    return replace(agreement, answers=answers, in_force={"answer": "okänt"})


def says(agreement: Agreement, topic: str, *many: Values, status: str = "stated") -> Agreement:
    """The agreement with facts that have these values; a fact's id is its topic and number."""
    place = Span("agreement.yml", 1, 1, 1, 2)
    facts = tuple(
        Fact(
            id=f"{topic}-{number}",
            agreement=agreement.id,
            topic=topic,
            status=status,
            says="Påhittat.",
            quote="Påhittat",
            clause=("1. Påhittat",),
            match=NOWHERE,
            text=agreement.text,
            values=values,
            to="",
            note="",
            because="",
            place=place,
        )
        for number, values in enumerate(many, 1)
    )
    answer = replace(agreement.answers[topic], status=status, facts=facts)
    return replace(agreement, answers={**agreement.answers, topic: answer})


def told(agreement: Agreement, kind: str) -> list[list[str]]:
    """The days of every series of a kind."""
    return [[day.isoformat() for day in each.dates] for each in series_of(agreement, CLOCK) if each.kind == kind]


# --- the calendar ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2010-12-31", -6, "2010-06-30"),
        ("2011-12-31", -6, "2011-06-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2023-03-31", -1, "2023-02-28"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2025-01-15", -1, "2024-12-15"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2025-06-30", -6, "2024-12-30"),
        ("2025-06-30", 0, "2025-06-30"),
        ("2000-02-29", 1200, "2100-02-28"),
    ],
)
def test_a_deadline_keeps_its_day_of_the_month(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == expected


@pytest.mark.parametrize(
    ("last", "months", "expected"),
    [
        ("2010-12-31", 12, "2011-12-31"),
        ("2011-02-28", 12, "2012-02-29"),
        ("2012-02-29", 12, "2013-02-28"),
        ("2011-06-30", 6, "2011-12-31"),
        ("2011-06-15", 6, "2011-12-15"),
        ("2011-01-30", 1, "2011-02-28"),
        ("2012-02-28", 12, "2013-02-28"),
    ],
)
def test_a_period_that_ends_with_a_month_still_does_so_when_renewed(last: str, months: int, expected: str) -> None:
    assert period_end(date.fromisoformat(last), months).isoformat() == expected


@pytest.mark.parametrize(
    ("yearly", "year", "expected"),
    [("03-01", 2026, "2026-03-01"), ("02-29", 2024, "2024-02-29"), ("02-29", 2025, "2025-02-28")],
)
def test_a_yearly_day_exists_in_every_year(yearly: str, year: int, expected: str) -> None:
    assert in_year(yearly, year).isoformat() == expected


@pytest.mark.parametrize(
    ("months", "words"),
    [(12, "varje år"), (24, "vartannat år"), (48, "vart fjärde år"), (120, "vart 10:e år"), (18, "var 18:e månad")],
)
def test_how_often_in_words(months: int, words: str) -> None:
    assert often(months) == words


def test_places_on_an_axis_of_years() -> None:
    assert year_fraction(date(2010, 1, 1)) == 2010
    assert year_fraction(date(2010, 12, 31)) < 2011
    assert year_fraction(date(2024, 7, 2)) == pytest.approx(2024.5, abs=0.001)
    assert before(date(2027, 6, 30), 3).days == -92


# --- the rules ------------------------------------------------------------------------------------------------------

YEAR = {"from": "2010-01-01", "to": "2010-12-31"}


def test_notice_before_a_term_that_renews_itself(bare: Agreement) -> None:
    agreement = says(bare, "term", YEAR, {"renews_months": 12})
    agreement = says(agreement, "notice", {"months": 6, "before": "end_of_term"})
    (days,) = told(agreement, "notice")
    assert days == [f"{year}-06-30" for year in range(2010, 2036)]
    (series,) = [each for each in series_of(agreement, CLOCK) if each.kind == "notice"]
    assert [fact.id for fact in series.facts] == ["notice-1", "term-1", "term-2"]
    assert series.id == f"{bare.id}#notice-1/notice"
    (renewals,) = told(agreement, "renewal")
    assert (renewals[0], renewals[-1]) == ("2011-01-01", "2036-01-01")
    assert told(agreement, "end") == []


@pytest.mark.parametrize(
    ("term", "months", "expected"),
    [
        # a term that is not renewed has one last day
        ({"from": "2024-01-01", "to": "2027-12-31"}, 6, ["2027-06-30"]),
        # renewed by half years, over the end of February
        (
            {"from": "2033-03-01", "to": "2034-02-28", "renews_months": 6},
            3,
            ["2033-11-28", "2034-05-31", "2034-11-28", "2035-05-31", "2035-11-29"],
        ),
        # nobody can give notice before there is an agreement
        ({"from": "2034-01-01", "to": "2034-12-31", "renews_months": 12}, 12, ["2034-12-31", "2035-12-31"]),
        # without a first day nothing says that it was too early
        ({"to": "2034-12-31", "renews_months": 12}, 12, ["2033-12-31", "2034-12-31", "2035-12-31"]),
        # days that the text does not name are not made up
        ({"to": "2027"}, 6, []),
        ({"to": "2027-12"}, 6, []),
        ({"from": "2024-01-01", "until_further_notice": True}, 6, []),
        ({}, 6, []),
    ],
)
def test_last_days_to_give_notice(bare: Agreement, term: Values, months: int, expected: list[str]) -> None:
    agreement = says(bare, "term", term)
    agreement = says(agreement, "notice", {"months": months, "before": "end_of_term"})
    assert told(agreement, "notice") == ([expected] if expected else [])
    assert any(each.topic == "notice" for each in undated_of(agreement, CLOCK)) == (not expected)


def test_every_reading_has_a_series_of_its_own(bare: Agreement) -> None:
    agreement = says(bare, "term", {"to": "2030-12-31"}, {"to": "2031-12-31"}, status="ambiguous")
    agreement = says(agreement, "notice", {"months": 6, "before": "end_of_term"})
    assert told(agreement, "notice") == [["2030-06-30"], ["2031-06-30"]]
    ids = [series.id for series in series_of(agreement, CLOCK)]
    assert len(ids) == len(set(ids)) == 4
    assert all(series.ambiguous for series in series_of(agreement, CLOCK))


def test_readings_that_differ_in_renewal_only_have_names_of_their_own(bare: Agreement) -> None:
    renewals = ({"renews_months": 12}, {"renews_months": 24})
    agreement = says(bare, "term", {"to": "2033-12-31"}, *renewals, status="ambiguous")
    agreement = says(agreement, "notice", {"months": 6, "before": "end_of_term"})
    assert told(agreement, "notice") == [["2033-06-30", "2034-06-30", "2035-06-30"], ["2033-06-30", "2035-06-30"]]
    ids = [series.id for series in series_of(agreement, CLOCK)]
    assert len(ids) == len(set(ids)) == 4


def test_every_series_goes_forward_to_ten_years_ahead(atlas: Atlas) -> None:
    found = all_series(atlas, CLOCK)
    assert len({series.id for series in found}) == len(found)
    for series in found:
        assert list(series.dates) == sorted(set(series.dates)) and series.dates[-1] <= date(2036, 1, 1)
        assert series.facts and series.rule.endswith(".")
        assert (series.step > 0) == (len(series.dates) > 1)


@pytest.mark.parametrize(
    ("term", "decided", "expected", "word"),
    [
        ({"from": "2016-02-29"}, (), ["2020-02-29", "2024-02-29", "2028-02-29", "2032-02-29"], "börjar gälla"),
        ({"from": "2022-03-11"}, ({"on": "2020-01-01"},), ["2026-03-11", "2030-03-11", "2034-03-11"], "börjar gälla"),
        ({}, ({"on": "2020-05-01"}, {"on": "2021-05-01"}), ["2025-05-01", "2029-05-01", "2033-05-01"], "beslutet"),
        ({"from": "2022-03-11", "to": "2031-01-01"}, (), ["2026-03-11", "2030-03-11"], "börjar gälla"),
        ({"from": "2022"}, ({"on": "2022-03"}, {"by": "nämnden"}), [], ""),
    ],
)
def test_revisions_say_what_they_are_counted_from(
    bare: Agreement, term: Values, decided: tuple[Mapping[str, str], ...], expected: list[str], word: str
) -> None:
    agreement = says(replace(bare, decided=decided), "term", term)
    agreement = says(agreement, "revision", {"every_years": 4})
    found = [series for series in series_of(agreement, CLOCK) if series.kind == "revision"]
    assert [[day.isoformat() for day in series.dates] for series in found] == ([expected] if expected else [])
    assert all(word in series.rule for series in found)
    missing = [each.words for each in undated_of(agreement, CLOCK) if each.topic == "revision"]
    assert bool(missing) == (not expected)


@pytest.mark.parametrize(
    ("term", "deadline", "first", "last", "count"),
    [
        ({"from": "2010-01-01"}, "01-31", "2010-01-31", "2035-01-31", 26),
        ({"from": "2022-03-11"}, "03-01", "2023-03-01", "2035-03-01", 13),
        ({"from": "2023-06-01"}, "02-29", "2024-02-29", "2035-02-28", 12),
        ({}, "03-01", "2026-03-01", "2035-03-01", 10),
        ({"from": "2010-01-01", "to": "2012-12-31"}, "03-01", "2010-03-01", "2012-03-01", 3),
        ({"from": "2010-01-01"}, "2024-06-02", "2024-06-02", "2024-06-02", 1),
    ],
)
def test_reports(bare: Agreement, term: Values, deadline: str, first: str, last: str, count: int) -> None:
    agreement = says(says(bare, "term", term), "reporting", {"deadline": deadline, "document": "rapport"})
    (days,) = told(agreement, "report")
    assert (days[0], days[-1], len(days)) == (first, last, count)


# --- what gives no date ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notice", "status", "words"),
    [
        ({"months": 12, "before": "any_time"}, "stated", "12 månader från den dag någon säger upp avtalet."),
        ({"months": 6, "before": "other"}, "stated", "De 6 månaderna räknas från ett datum som texten inte gör klart."),
        (
            {"months": 6, "before": "other"},
            "ambiguous",
            "De 6 månaderna räknas från ett datum som texten inte gör klart. Texten kan läsas på mer än ett sätt.",
        ),
        ({"months": 6}, "stated", "Texten säger inte vad de 6 månaderna räknas från."),
        (
            {"months": 6, "before": "end_of_term"},
            "stated",
            "Tiden räknas från avtalstidens slut, men texten anger inget slut.",
        ),
        ({"in_writing": True}, "stated", "Texten anger ingen uppsägningstid."),
        ({}, "placeholder", "Uppgiften ska fyllas i."),
    ],
)
def test_why_notice_has_no_date(bare: Agreement, notice: Values, status: str, words: str) -> None:
    agreement = says(says(bare, "term", {"from": "2020-01-01"}), "notice", notice, status=status)
    found = [each for each in undated_of(agreement, CLOCK) if each.topic == "notice"]
    assert [each.words for each in found] == [words]
    assert found[0].counted == (notice.get("before") == "any_time")
    assert told(agreement, "notice") == []


def test_a_partial_end_says_what_the_text_names(bare: Agreement) -> None:
    agreement = says(says(bare, "term", {"to": "2027-06"}), "notice", {"months": 6, "before": "end_of_term"})
    (found,) = [each for each in undated_of(agreement, CLOCK) if each.topic == "notice"]
    assert found.words == "Tiden räknas från avtalstidens slut. Texten anger juni 2027 men ingen dag."


def test_silent_is_not_unread(bare: Agreement) -> None:
    answers = {**bare.answers, "revision": replace(bare.answers["revision"], status="unread")}
    found = {each.topic: each.words for each in undated_of(replace(bare, answers=answers), CLOCK)}
    assert found["notice"] == "Hela texten är läst, och den säger inget om det."
    assert found["revision"] == "Ingen har ännu läst texten för det här ämnet."


def test_a_goal_is_no_demand(bare: Agreement) -> None:
    agreement = says(bare, "coordinator", {"term_years": 3, "modality": "mal"})
    (found,) = [each for each in undated_of(agreement, CLOCK) if each.topic == "coordinator"]
    assert found.words == "3 år från den dag uppdraget börjar. Det är ett mål, inte ett krav." and found.counted


def test_a_report_that_has_its_day_elsewhere_is_not_missing_one(bare: Agreement) -> None:
    often = {"every": {"times": 1, "per": "year"}}
    dated = {"document": "verksamhetsberättelsen med uppföljning", "deadline": "03-01"}
    agreement = says(bare, "reporting", dated, {**often, "document": "verksamhetsberättelse"}, often)
    (found,) = [each for each in undated_of(agreement, CLOCK) if each.topic == "reporting"]
    assert [fact.id for fact in found.facts] == ["reporting-3"]


@pytest.mark.parametrize("kind", ["mall", "forslag"])
def test_a_template_has_no_dates(bare: Agreement, kind: str) -> None:
    agreement = says(says(bare, "term", YEAR), "notice", {"months": 6, "before": "end_of_term"})
    agreement = replace(says(agreement, "reporting", {"deadline": "03-01"}), kind=kind)
    assert series_of(agreement, CLOCK) == ()
    assert timeline_of(agreement, CLOCK) is None
    assert not any(each.counted for each in undated_of(agreement, CLOCK)) and undated_of(agreement, CLOCK)
    assert standing(agreement).startswith("Gäller inte i sig")


# --- in force -------------------------------------------------------------------------------------------------------


def test_an_agreement_that_renews_itself_is_neither_over_nor_in_force(bare: Agreement) -> None:
    agreement = says(bare, "term", YEAR, {"renews_months": 12})
    assert standing(agreement).startswith("Okänt om det gäller i dag: det förlängs av sig självt")
    checked = {"answer": "ja", "on": "2025-03-01", "source": "Frågat parterna."}
    assert standing(replace(agreement, in_force=checked)) == "Gäller enligt kontroll 1 mars 2025: Frågat parterna."


def test_dates_of_a_text_that_has_changed_say_so(bare: Agreement) -> None:
    changed = replace(bare, review=replace(bare.review, current=False))
    assert reliance(changed).endswith("behöver granskas på nytt.")
    assert reliance(replace(changed, review=replace(bare.review, current=True))) == standing(bare)


def test_what_is_known_to_have_ended_has_no_days_to_come(bare: Agreement) -> None:
    agreement = says(says(bare, "term", YEAR, {"renews_months": 12}), "reporting", {"deadline": "03-01"})
    ended = replace(agreement, in_force={"answer": "nej", "on": "2015-07-01", "source": "Frågat parterna."})
    assert [series.kind for series in series_of(ended, CLOCK)] == ["start"]
    (only,) = undated_of(ended, CLOCK)
    assert only.words == "Gäller inte enligt kontroll 1 juli 2015: Frågat parterna."
    drawn = timeline_of(ended, CLOCK)
    assert drawn and max(segment.end for lane in drawn.lanes for segment in lane.segments) < 2016


# --- what is drawn --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ({"from": "2020-01-01", "to": "2024-12-31"}, ["first"]),
        ({"from": "2030-01-01", "to": "2033-12-31", "renews_months": 12}, ["first", "renewal", "renewal"]),
        ({"from": "2020-01-01", "until_further_notice": True}, ["open"]),
        ({"from": "2020"}, ["open"]),
        ({"from": "2020-01-01", "to": "2024-12-31", "until_further_notice": True}, ["first", "open"]),
        ({"until_further_notice": True}, []),
        ({}, []),
    ],
)
def test_terms_differ_in_form(bare: Agreement, term: Values, forms: list[str]) -> None:
    agreement = says(says(bare, "term", term), "reporting", {"deadline": "03-01"})
    drawn = timeline_of(agreement, CLOCK)
    assert drawn and [segment.form for segment in drawn.lanes[0].segments] == forms


def test_the_corpus_in_full(atlas: Atlas, golden: Golden) -> None:
    lines = []
    for series in all_series(atlas, CLOCK):
        lines += [f"{series.id} | {series.what} | {series.pattern}", f"  {series.rule}"]
        lines += ["  " + " ".join(day.isoformat() for day in series.dates)]
    for each in all_undated(atlas, CLOCK):
        facts = " ".join(f"#{fact.id}" for fact in each.facts)
        lines.append(f"{each.agreement.id} | {each.what} | {each.words} | {each.cell.status} {facts}".rstrip())
    for line in period_lines(atlas, CLOCK):
        lines.append(f"{line.name} | {line.words} | {line.standing}")
    drawn = timeline_of_all(atlas, CLOCK)
    assert drawn
    lines.append(f"{drawn.first}–{drawn.last}: {' '.join(drawn.kinds)}")
    for lane in drawn.lanes:
        stretches = " ".join(f"{each.form}:{each.start:.2f}–{each.end:.2f}" for each in lane.segments)
        lines.append(f"{lane.name} | {lane.words} | {stretches} | {len(lane.points)} dagar")
    golden("dates.txt", "\n".join(lines) + "\n")
