"""Quotes: the table of true and false cases that the whole site rests on stands in quotes.yml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas.load.markdown import Text, parse_text
from atlas.load.quotes import TURNING_WORDS, Match, Miss, QuoteFinder, Why
from atlas.source import File, Span


@dataclass(frozen=True)
class Case:
    """One row of the table; a misspelt key is an error, not a case that tests nothing."""

    name: str
    text: str
    quote: str
    under: str = ""
    nth: int | None = None
    clause: list[str] | None = None
    spans: list[list[int]] | None = None
    words: list[str] | None = None
    miss: str = ""
    word: str | None = None
    places: int | None = None

    def __post_init__(self) -> None:
        match = (self.clause, self.spans, self.words)
        assert all(match) != bool(self.miss), f"{self.name}: either clause, spans and words, or miss"
        assert not (self.miss and any(match)), f"{self.name}: a miss covers nothing"


def load_cases() -> list[Case]:
    table: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("quotes.yml").read_text(encoding="utf-8"))
    return [Case(**{**case, "text": table["texts"].get(case["text"], case["text"])}) for case in table["cases"]]


CASES = load_cases()


def text_of(words: str) -> Text:
    return parse_text(File("agreements/exempel/lan-2024/text.md", words))[0]


def covered(words: str, span: Span) -> str:
    """What stands in the file between the two places of a span, counted anew from lines and columns."""
    lines = words.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_quote(case: Case) -> None:
    text = text_of(case.text)
    found = QuoteFinder(text).find(case.quote, case.under, case.nth)
    if case.miss:
        assert isinstance(found, Miss), f"found {found}"
        assert found.why is Why(case.miss)
        assert case.word is None or found.word == case.word
        assert case.places is None or len(found.near) == case.places
        return
    assert isinstance(found, Match), f"missed: {found.why}, {found.word}"
    spans = found.spans(text)
    assert list(text.clauses[found.clause].path) == case.clause
    assert [covered(case.text, span) for span in spans] == case.words
    assert [[span.line, span.column, span.end_line, span.end_column] for span in spans] == case.spans


def test_names_of_cases_are_their_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


def test_every_reason_and_every_turning_word_has_a_case() -> None:
    assert {case.miss for case in CASES if case.miss} == {why.value for why in Why}
    assert {case.word for case in CASES} >= {*TURNING_WORDS, "meningen", "listan", "[…]"}


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("Lokalerna ska vara trygga.", "Lokalerna ska vara ljusa."),
        ("lokalerna skall vara LJUSA.", "Lokalerna ska vara ljusa."),
        ("Lokalerna […] vara trygga.", "Lokalerna ska vara ljusa."),
        ("Region Exempel hyr ut dem.", "Region Exempel hyr dem."),
        ("Något helt annat står här.", None),
    ],
)
def test_a_miss_names_the_nearest_sentence(quote: str, nearest: str | None) -> None:
    words = "## 1. Rum\n\nAllt är bra. Lokalerna ska vara ljusa.\n\n- Region Exempel hyr dem.\n"
    text = text_of(words)
    found = QuoteFinder(text).find(quote)
    assert isinstance(found, Miss)
    assert found.why is Why.ABSENT
    places = [covered(words, span) for match in found.near for span in match.spans(text)]
    assert places == ([nearest] if nearest else [])


def test_words_that_may_not_be_joined_are_shown_where_they_stand() -> None:
    words = "Kommunen ska inte betala hyran."
    text = text_of(words)
    found = QuoteFinder(text).find("Kommunen ska […] betala hyran")
    assert isinstance(found, Miss)
    assert [covered(words, span) for span in found.near[0].spans(text)] == ["Kommunen ska", "betala hyran"]


def test_many_repeats_do_not_take_for_ever() -> None:
    # Without a memory of dead ends this tries every choice of eight among sixty: billions.
    finder = QuoteFinder(text_of("och så " * 60))
    found = finder.find(" […] ".join(["och"] * 8 + ["slut"]))
    assert isinstance(found, Miss)
    assert found.why is Why.ABSENT
