"""Numbers, lengths of time, shares and dates in Swedish prose: what words prove, and what they do not."""

from fractions import Fraction

import pytest

from atlas.check.numbers import dates_in, month_names_in, months_in, numbers_in, shares_in, steps_in, weeks_in


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tolv månader", {12}),
        ("Tolv månader", {12}),
        ("TOLV månader", {12}),
        ("12 månader", {12}),
        ("tolv (12) månader", {12}),
        ("1g/år", {1}),
        ("2ggr/termin", {2}),
        ("vart fjärde år", {4}),
        ("den första mars", {1}),
        ("en fjärdedel", {1}),
        ("två gånger per år", {2}),
        ("ett möte", {1}),
        ("noll kronor", {0}),
        ("nitton, tjugo, trettio, fyrtio, femtio", {19, 20, 30, 40, 50}),
        ("7 år och uppåt", {7}),
        ("0-6år", {0, 6}),
        ("0-6 år", {0, 6}),
        ("28/2", {28, 2}),
        ("2010-01-01", {2010, 1}),
        ("15 procent", {15}),
        ("100%", {100}),
        ("1 000 kronor", {1000}),
        ("12 500 000 kronor", {12500000}),
        ("2018 500 kronor", {2018, 500}),
        ("1 0000", {1, 0}),
        ("§ 5, § 6.", {5, 6}),
        ("år 2018.", {2018}),
        ("3,", {3}),
        # once in a period
        ("årlig uppföljning", {1}),
        ("följs upp årligen", {1}),
        ("den årliga planen", {1}),
        ("varje år", {1}),
        ("Varje termin", {1}),
        ("varje månad", {1}),
        ("månatligen", {1}),
        ("varje vecka", {1}),
        ("årsvis", {1}),
        # words that give no number
        ("hälften", set()),
        ("enhet", set()),
        ("enighet, ettan och tvåan", set()),
        ("sexuell hälsa", set()),
        ("en-", {1}),
        ("femtiden", set()),
        ("fjärdedelar", set()),
        ("tiotal", set()),
        ("treårsavtal", set()),
        ("mångåriga", set()),
        ("tvåårig", set()),
        ("fleråriga", set()),
        ("varje barn", set()),
        ("andras barn", set()),
        ("", set()),
        # the parts of a decimal number are not numbers
        ("2,5 kronor", set()),
        ("2.5 kronor", set()),
        ("12,50", set()),
    ],
)
def test_numbers(words: str, expected: set[int]) -> None:
    assert numbers_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tolv månader", {12}),
        ("12 månader", {12}),
        ("tolv (12) månader", {12}),
        ("Sex månaders uppsägningstid", {6}),
        ("en månad", {1}),
        ("ett år", {12}),
        ("två år", {24}),
        ("två års", {24}),
        ("vart fjärde år", {48}),
        ("7 år och uppåt", {84}),
        ("6 månader före, 2 år efter", {6, 24}),
        ("0-6 år", {72}),
        ("varje år", set()),
        ("flera månader", set()),
        ("åren 2018", set()),
        ("tolv veckor", set()),
        ("årligen", set()),
        ("på 100 m\u00b2 år", set()),
        ("ruta \u00b2 år", set()),
        ("12", set()),
        ("", set()),
    ],
)
def test_months(words: str, expected: set[int]) -> None:
    assert months_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("en fjärdedel", {Fraction(1, 4)}),
        ("En Fjärdedel", {Fraction(1, 4)}),
        ("hälften", {Fraction(1, 2)}),
        ("tre fjärdedelar", {Fraction(3, 4)}),
        ("en tredjedel och två tredjedelar", {Fraction(1, 3), Fraction(2, 3)}),
        ("en femtedel", {Fraction(1, 5)}),
        ("1/4", {Fraction(1, 4)}),
        ("1/4 och 3/4.", {Fraction(1, 4), Fraction(3, 4)}),
        ("15 procent", {Fraction(15, 100)}),
        ("15%", {Fraction(15, 100)}),
        ("100 %", {Fraction(1)}),
        ("50procentig", {Fraction(1, 2)}),
        ("12,5 procent", set()),
        ("1.5 %", set()),
        ("2018/12", set()),
        ("1/0", set()),
        ("fjärdedelen", set()),
        ("ungdomshälften", set()),
        ("15 kronor", set()),
        ("ingen procent", set()),
        ("", set()),
    ],
)
def test_shares(words: str, expected: set[Fraction]) -> None:
    assert shares_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("21 september 2018", {"2018-09-21", "2018-09", "2018", "09-21"}),
        ("den 1 Mars 2019", {"2019-03-01", "2019-03", "2019", "03-01"}),
        ("2010-01-01", {"2010-01-01", "2010-01", "2010", "01-01"}),
        (
            "från 2010-01-01 till 2010-12-31",
            {*("2010-01-01", "2010-12-31", "2010-01", "2010-12", "2010"), "01-01", "12-31"},
        ),
        ("2010-12", {"2010-12", "2010"}),
        ("28/2", {"02-28"}),
        ("senast 28/2.", {"02-28"}),
        ("den första mars", {"03-01"}),
        ("den tolfte december 2020", {"2020-12-12", "2020-12", "2020", "12-12"}),
        ("i mars 2019", {"2019-03", "2019"}),
        ("Mars 2019", {"2019-03", "2019"}),
        ("31 januari och 30 juni", {"01-31", "06-30"}),
        ("år 2018", {"2018"}),
        ("1999–2001", {"1999", "2001"}),
        ("i mars", set()),
        ("fem majskolvar", set()),
        ("två marschaller", set()),
        ("112 kronor", set()),
        ("1850", set()),
        ("20180921", set()),
        ("kapitel 3", set()),
        ("", set()),
    ],
)
def test_dates(words: str, expected: set[str]) -> None:
    assert dates_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("September", {9}),
        ("Januari–februari", {1, 2}),
        ("1 mars", {3}),
        ("majoriteten", set()),
        ("i år", set()),
    ],
)
def test_month_names_in(words: str, expected: set[int]) -> None:
    assert month_names_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hälsovecka v.39. planera", {39}),
        ("delas ut v.45-46", {45, 46}),
        ("vecka 41 - 43", {41, 42, 43}),
        ("v 7", {7}),
        ("veckorna 1-2", {1, 2}),
        ("v.123", set()),
        ("senast 28/2", set()),
        ("var 39", set()),
        ("§ 39", set()),
    ],
)
def test_weeks_in(words: str, expected: set[int]) -> None:
    assert weeks_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Steg I – Individuell uppfattning", {1}),
        ("Steg IV", {4}),
        ("Steg 3", {3}),
        ("Fjärde steget", {4}),
        ("i varje steg", set()),
        ("Steg IIX", set()),
    ],
)
def test_steps_in(words: str, expected: set[int]) -> None:
    assert steps_in(words) == expected
