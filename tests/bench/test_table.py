"""The table of `make bench` and its verdicts, on figures that are made up."""

from tests.bench.requirements import BYTES, MEMORY, A, B, C, D, E, verdicts
from tests.bench.table import CPU, medians, table

FIGURES = {
    A: {350: 11.0, 1000: 40.0},
    A + CPU: {350: 10.5},
    B: {350: 10.0},
    C: {350: 1400.0},
    D: {350: 5.1},
    BYTES: {350: 35.0, 1000: 100.0},
    MEMORY: {350: 900.0, 1000: 399.9},
}


def test_the_middle_of_the_runs_counts() -> None:
    assert medians({A: {5: [9.0, 1.0, 2.0]}, B: {5: []}}) == {A: {5: 2.0}, B: {}}


def test_a_row_for_everything_that_was_measured() -> None:
    head, first, *rest = table(FIGURES, [350, 1000]).splitlines()
    assert head.split() == ["avtal", "350", "1000"]
    assert first.split("s ")[-1].split() == ["11.00", "(10.50)", "40.00"]
    assert [line.split()[-1] for line in rest] == ["–", "–", "–", "399.90", "100.00"]
    assert len({len(line) for line in (head, first, *rest)}) == 1


def test_what_holds_what_does_not_and_what_nobody_measured() -> None:
    found = {line[:40]: line.split("   ")[-1].strip() for line in verdicts(FIGURES)}
    assert list(found.values()) == [
        *("håller", "håller", "HÅLLER INTE", "mättes inte", "mättes inte"),
        *("HÅLLER INTE", "håller", "håller", "mättes inte"),
    ]
    assert list(verdicts({E: {350: 1.6}}))[3].endswith("HÅLLER INTE")
