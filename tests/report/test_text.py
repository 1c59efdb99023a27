"""Findings as text: the place, the line and the caret, whatever the line looks like."""

import pytest

from atlas.report.text import to_text
from atlas.source import File, Rule, Span

RULE = Rule("A999", "Något är fel.", "Så här är det.", "rätt: ja\n\nrätt: nej")
PRIVATE = Rule("A998", "Något är fel.", "Så här är det.", "rätt", private=True)
PATH = "agreements/exempel/text.md"
TAIL = "\n  Rätt skrivet kan det se ut så här:\n      rätt: ja\n\n      rätt: nej\n\n1 fel. "


def report(text: str, span: Span, rule: Rule = RULE, *hints: str) -> str:
    told = to_text([rule.at(span, "Det är fel.", *hints)], {PATH: File(PATH, text)})
    return told.removesuffix("Mer om ett fel: python hooks/cli.py explain KOD\n")


LONG = "ord " * 60

# (what, the text, the span, the lines between the message and the example)
TABLE = [
    ("a word", "ett fel ord", (1, 5, 1, 8), "\n  1 | ett fel ord\n    |     ^^^"),
    ("nothing wide", "ett", (1, 4, 1, 4), "\n  1 | ett\n    |    ^"),
    ("past the end of the line", "ett", (1, 4, 1, 5), "\n  1 | ett\n    |    ^"),
    ("two lines", "ett\ntvå tre\n", (1, 2, 2, 4), "\n  1 | ett\n    |  ^^"),
    ("a tab", "\tett", (1, 2, 1, 5), "\n  1 |  ett\n    |  ^^^"),
    ("the tenth line", "\n" * 9 + "x", (10, 1, 10, 2), "\n  10 | x\n     | ^"),
    ("an empty line", "a\n\nb", (2, 1, 2, 1), ""),
    ("past the end of the file", "a\n", (2, 1, 2, 2), ""),
    ("the whole file", "ett", (1, 1, 1, 1), ""),
    ("the first word", "ett", (1, 1, 1, 4), "\n  1 | ett\n    | ^^^"),
    ("Windows lines", "ett\r\ntvå\r\n", (2, 1, 2, 4), "\n  2 | två\n    | ^^^"),
    ("a YAML block", "a: >-\n  ett\n  två\n", (1, 4, 3, 6), "\n  2 |   ett\n    |   ^^^"),
    ("a YAML block after a blank line", "a: |2+\n\n  ett\n", (1, 4, 3, 6), "\n  3 |   ett\n    |   ^^^"),
    ("letters that are wide in bytes", "åäö 😀 ett", (1, 7, 1, 10), "\n  1 | åäö 😀 ett\n    |       ^^^"),
    ("a long line, at its start", LONG, (1, 1, 1, 4), f"\n  1 | {LONG[:110].rstrip()}\n    | ^^^"),
    (
        "a long line, at its end",
        LONG + "sist",
        (1, 241, 1, 245),
        f"\n  1 | {(LONG + 'sist')[185:295]}\n    | {' ' * 55}^^^^",
    ),
    ("a long stretch", "x" * 300, (1, 1, 1, 301), f"\n  1 | {'x' * 110}\n    | {'^' * 110}"),
]


@pytest.mark.parametrize(("text", "span", "shown"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_excerpt(text: str, span: tuple[int, int, int, int], shown: str) -> None:
    place = f"{PATH}:{span[0]}:{span[1]}"
    assert report(text, Span(PATH, *span)) == f"{place} A999 Något är fel.\n  Det är fel.{shown}{TAIL}"


def test_hints_stand_between_the_line_and_the_example() -> None:
    shown = report("ett", Span(PATH, 1, 1, 1, 4), RULE, "Menade du «två»?", "", "Tillåtna värden: två")
    assert "| ^^^\n  Menade du «två»?\n  Tillåtna värden: två\n  Rätt skrivet" in shown


def test_what_is_private_is_never_repeated() -> None:
    assert "010203" not in report("Anna, 010203-0405", Span(PATH, 1, 7, 1, 18), PRIVATE)


def test_a_file_that_could_not_be_read_has_no_line() -> None:
    told = to_text([RULE.at(Span("agreements/annan.yml", 3, 1, 3, 2), "Det är fel.")], {})
    assert told.startswith("agreements/annan.yml:3:1 A999 Något är fel.\n  Det är fel.\n  Rätt skrivet")


def test_several_findings_are_counted() -> None:
    findings = [RULE.at(Span(PATH, line), "Det är fel.") for line in (1, 2)]
    told = to_text(findings, {})
    assert told.endswith("\n\n2 fel. Mer om ett fel: python hooks/cli.py explain KOD\n")
    assert told.count("A999") == 2
    assert to_text([], {}) == ""
