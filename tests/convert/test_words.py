"""Single words and lines of a document that somebody else wrote, as a table."""

import pytest

from atlas.convert.words import (
    clean,
    heading_level,
    is_contents_line,
    is_page_mark,
    join,
    number,
    squeeze,
    without_bullet,
)


@pytest.mark.parametrize(
    ("first", "second", "joined", "mended"),
    [
        ("stöd till", "föräldrar", "stöd till föräldrar", ""),
        ("en familje-", "central i", "en familjecentral i", "familjecentral"),
        ("mödra-", "och barnhälsovård", "mödra- och barnhälsovård", ""),
        ("mödra-", "eller barnhälsovård", "mödra- eller barnhälsovård", ""),
        ("åldrarna 0-", "6 år", "åldrarna 0-6 år", ""),
        ("Nykvarn-", "Södertälje", "Nykvarn-Södertälje", ""),
        ("IT-", "stöd", "IT-stöd", ""),
        ("kunskaps\u00ad", "centrum", "kunskapscentrum", ""),
        ("familjecentral –", "en plats", "familjecentral – en plats", ""),
        ("", "ord", "ord", ""),
    ],
)
def test_lines_are_joined(first: str, second: str, joined: str, mended: str) -> None:
    assert join(first, second, {"it-stöd"}) == (joined, mended)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("• samverka", "samverka"),
        ("·samverka", "samverka"),
        ("\uf0b7 samverka", "samverka"),
        ("- samverka", "samverka"),
        ("– samverka", "samverka"),
        ("o Samverka", "Samverka"),
        ("o samverka", ""),
        ("* samverka", "samverka"),
        ("**samverka**", ""),
        ("-samverka", ""),
        ("samverka • mer", ""),
        ("•", ""),
    ],
)
def test_bullets(line: str, words: str) -> None:
    assert without_bullet(line) == words


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("1 Parter", 2),
        ("1. Parter", 2),
        ("1.2 Rubrik", 3),
        ("1.2.3 Rubrik", 4),
        ("§ 4 Målsättning", 2),
        ("§4 Målsättning", 2),
        ("4. Parterna ska samverka.", 0),
        ("2 exemplar", 0),
        ("2014 Avtal", 0),
        ("1. " + "Ett långt stycke utan punkt " * 4, 0),
        ("Parter", 0),
    ],
)
def test_numbered_headings(line: str, level: int) -> None:
    assert heading_level(line) == level


@pytest.mark.parametrize(
    ("line", "at_the_edge", "expected"),
    [
        ("3", True, True),
        ("3", False, False),
        ("Sida 3 (7)", False, True),
        ("sid 3 av 7", False, True),
        ("3 (7)", False, True),
        ("3/7", True, True),
        ("- 3 -", True, True),
        ("2014", True, False),
        ("Sida vid sida", True, False),
        ("3 kap.", True, False),
    ],
)
def test_page_marks(line: str, at_the_edge: bool, expected: bool) -> None:
    assert is_page_mark(line, at_the_edge) == expected


def test_lines_of_a_table_of_contents() -> None:
    assert is_contents_line("1. Bakgrund.......4") and is_contents_line("Parter ………… 12")
    assert not is_contents_line("Kommun XX……………") and not is_contents_line("den ........... 2014 i Exempel")


def test_letters_are_cleaned() -> None:
    assert clean("  a\u030a \ufb01ck\u00ad\u200b\u0007 \u00a0 ord\n") == "å fick ord"
    assert squeeze("  ett \n två\u2028 \u2028 tre ") == "ett två\u2028tre"


@pytest.mark.parametrize(("line", "found"), [("a) x", "a)"), ("1.2 x", "1.2"), ("§ 4 x", "§ 4"), ("år x", "")])
def test_numbers(line: str, found: str) -> None:
    assert number(line) == found
