"""Lines, columns and spans: what an editor's window shows, counted in characters."""

import pytest

from atlas.source import File, Finding, Rule, Span, allowed, did_you_mean

PATH = "agreements/exempel/lan-2024/text.md"
RULE = Rule("A999", "Något är fel.", "Så lagas det.", "rätt: ja")


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("ab", 2, (1, 3)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\ncd", 5, (2, 3)),
        ("ab\n", 3, (2, 1)),
        ("\n\n\n", 2, (3, 1)),
        ("ab\r\ncd", 3, (1, 4)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (1, 4)),
        ("a\u2028b\u0085c\fd\ve", 8, (1, 9)),
        ("😀å\na\u030ab", 2, (1, 3)),
        ("😀å\na\u030ab", 5, (2, 3)),
        ("\tb", 1, (1, 2)),
    ],
)
def test_place(text: str, offset: int, place: tuple[int, int]) -> None:
    assert File(PATH, text).place(offset) == place


@pytest.mark.parametrize(
    ("text", "number", "line"),
    [
        ("", 1, ""),
        ("ab\ncd", 1, "ab"),
        ("ab\ncd", 2, "cd"),
        ("ab\ncd\n", 2, "cd"),
        ("ab\ncd\n", 3, ""),
        ("ab\ncd", 3, ""),
        ("ab\ncd", 0, ""),
        ("ab\ncd", -1, ""),
        ("ab\r\ncd\r\n", 1, "ab"),
        ("ab\r\ncd\r\n", 2, "cd"),
        ("  ab \t\ncd", 1, "  ab \t"),
        ("a\u2028b\nc", 1, "a\u2028b"),
        ("\n\nab", 3, "ab"),
    ],
)
def test_line(text: str, number: int, line: str) -> None:
    assert File(PATH, text).line(number) == line


@pytest.mark.parametrize(
    ("text", "start", "end", "span"),
    [
        ("ab\ncd", 0, 0, (1, 1, 1, 1)),
        ("ab\ncd", 0, 2, (1, 1, 1, 3)),
        ("ab\ncd", 0, 3, (1, 1, 2, 1)),
        ("ab\ncd", 1, 5, (1, 2, 2, 3)),
        ("ab\ncd", 3, 5, (2, 1, 2, 3)),
        ("å😀\nö", 1, 4, (1, 2, 2, 2)),
        ("a\r\nb", 0, 4, (1, 1, 2, 2)),
    ],
)
def test_span(text: str, start: int, end: int, span: tuple[int, int, int, int]) -> None:
    assert File(PATH, text).span(start, end) == Span(PATH, *span)


def test_files_are_their_path_and_text() -> None:
    assert File(PATH, "a\nb") == File(PATH, "a\nb")
    assert File(PATH, "a\nb") != File(PATH, "a\nc")
    assert len({File(PATH, "a"), File(PATH, "a")}) == 1


def test_findings_stand_in_the_order_of_the_files() -> None:
    later = Rule("A998", "", "", "")
    spans = [Span("a", 2, 1), Span("a", 10, 1), Span("b", 1, 1)]
    findings = [RULE.at(spans[2], "x"), RULE.at(spans[1], "x"), RULE.at(spans[0], "y"), RULE.at(spans[0], "x")]
    findings.append(later.at(spans[0], "z"))
    ordered = sorted(findings, key=lambda finding: finding.order)
    assert [(finding.span, finding.rule.code, finding.message) for finding in ordered] == [
        (spans[0], "A998", "z"),
        (spans[0], "A999", "x"),
        (spans[0], "A999", "y"),
        (spans[1], "A999", "x"),
        (spans[2], "A999", "x"),
    ]


def test_a_rule_drops_empty_hints() -> None:
    assert RULE.at(Span(PATH), "Fel.", "", "Menade du «ja»?", "") == Finding(
        Span(PATH), RULE, "Fel.", ("Menade du «ja»?",)
    )


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("barnmorka", ["barnmorska", "kurator"], "Menade du «barnmorska»?"),
        ("xyz", ["barnmorska", "kurator"], ""),
        ("barnmorka", [], ""),
    ],
)
def test_did_you_mean(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint


@pytest.mark.parametrize(
    ("words", "most", "hint"),
    [
        (["ja", "nej"], 40, "Tillåtna värden: ja, nej"),
        (["a", "b", "c"], 3, "Tillåtna värden: a, b, c"),
        (["a", "b", "c"], 2, "Tillåtna värden: a, b … och 1 till"),
    ],
)
def test_allowed(words: list[str], most: int, hint: str) -> None:
    assert allowed(words, most) == hint
