"""Passages: what comes near a quote that does not hold, how words differ, and which id a new fact may get."""

import pytest

from atlas.edit.passage import Nearby, difference_told, own_words, passage, propose_id, word_difference
from atlas.load.markdown import Text, parse_text
from atlas.load.quotes import Match, QuoteFinder
from atlas.source import File

TEXT = """\
# Avtal

Avtalet gäller – som förr – i ”länet”.

## 1. Barnhälsovården

Barnhälsovården ansvarar för att:

- erbjuda stöd till barn
- samarbeta med andra

## 2. Tid

Uppsägningstiden för avtalet är tolv månader. Avtalet ska sägas upp skriftligt av en part, senast den sista mars.

## 3. Öppna förskolan

Öppna förskolan ansvarar för att:

- samarbeta med andra

Vad som gäller. Vad som gäller.
"""


def text_of(words: str = TEXT) -> Text:
    return parse_text(File("text.md", words))[0]


NEAR = [
    ("one word changed", "Uppsägningstiden för avtalet är nio månader", "Uppsägningstiden för avtalet är tolv månader"),
    ("first word changed", "Tiden för avtalet är tolv månader", "Uppsägningstiden för avtalet är tolv månader"),
    ("last word changed", "ska sägas upp skriftligt av någon", "ska sägas upp skriftligt av en"),
    ("the case of a letter", "avtalet ska sägas upp skriftligt", "Avtalet ska sägas upp skriftligt"),
    ("an item under its lead-in", "Barnhälsovården ansvarar för att: […] erbjuda hjälp till barn",
     "Barnhälsovården ansvarar för att: erbjuda stöd till barn"),
    ("a lead-in and its first item", "Barnhälsovården svarar för att: erbjuda stöd till alla",
     "Barnhälsovården ansvarar för att: erbjuda stöd till barn"),
    ("an item further down", "Barnhälsovården ansvarar för att: […] samarbeta med alla",
     "Barnhälsovården ansvarar för att: […] samarbeta med andra"),
    ("an item whose lead-in is gone", "Socialtjänsten ska: […] erbjuda stöd till unga", "erbjuda stöd till barn"),
    ("words of two sentences", "tolv månader. Avtalet gäller", "Avtalet gäller"),
    ("one of two sentences changed", "Uppsägningstiden för avtalet är nio månader. Avtalet ska sägas upp",
     "Uppsägningstiden för avtalet är tolv månader. Avtalet ska sägas upp"),
    ("half of it is too little", "Uppsägningstiden regleras i bilaga ett", ""),
    ("nothing like it", "Städning sker på fredagar", ""),
    ("a small word alone is no likeness", "för och i", ""),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "expected"), [row[1:] for row in NEAR], ids=[row[0] for row in NEAR])
def test_what_comes_near_holds_in_the_text(quote: str, expected: str) -> None:
    finder = QuoteFinder(text_of())
    near = Nearby(finder).quote(quote)
    assert near == expected
    assert not near or isinstance(finder.find(near), Match)


def test_own_words_are_the_texts_characters() -> None:
    text = text_of()
    for quote, own in [
        ("gäller - som förr - i \"länet\"", "gäller – som förr – i ”länet”"),
        ("Avtalet  gäller\n– som förr", "Avtalet gäller – som förr"),
        ("Barnhälsovården ansvarar för att: erbjuda stöd", "Barnhälsovården ansvarar för att: erbjuda stöd"),
        ("ansvarar för att: [...] erbjuda stöd till barn", "ansvarar för att: […] erbjuda stöd till barn"),
    ]:  # fmt: skip
        found = QuoteFinder(text).find(quote)
        if isinstance(found, Match):
            assert own_words(text, found, quote) == own
        else:
            assert "[...]" in quote  # it leaves out nothing, so that it does not hold


def test_a_place_among_several_is_pointed_out_by_what_stands_above_it_else_by_number() -> None:
    finder = QuoteFinder(text_of())
    several = finder.find("samarbeta med andra")
    assert not isinstance(several, Match)
    told = [passage(finder, match, "samarbeta med andra") for match in several.near]
    assert [(each.line, each.under, each.nth) for each in told] == [
        (10, "Barnhälsovården ansvarar för att:", 0),
        (20, "Öppna förskolan ansvarar för att:", 0),
    ]
    again = finder.find("Vad som gäller")
    assert not isinstance(again, Match)
    assert [passage(finder, match, "Vad som gäller").nth for match in again.near] == [1, 2]
    for each in told:
        found = finder.find("samarbeta med andra", each.under)
        assert isinstance(found, Match) and found.spans(finder.text)[0].line == each.line


DIFFERENCES = [
    ("tolv månader", "nio månader", "«tolv» → «nio»"),
    ("ska sägas upp", "ska sägas upp skriftligt", "«skriftligt» är nytt"),
    ("ska sägas upp skriftligt", "ska sägas upp", "«skriftligt» är borta"),
    ("0-6 år", "0–6 år", "inga ord, bara tecken"),
    ("a b c d", "x b d e", "«a» → «x»; «c» är borta; «e» är nytt"),
]


@pytest.mark.parametrize(("older", "newer", "told"), DIFFERENCES)
def test_word_difference(older: str, newer: str, told: str) -> None:
    parts = word_difference(older, newer)
    assert difference_told(parts) == told
    assert " ".join(part.words for part in parts if part.kind != "gone") == newer


IDS = [
    ("Uppsägningstiden för avtalet är tolv månader", (), "uppsagningstiden-avtalet-tolv"),
    ("Uppsägning: tolv månader", ("uppsagning-tolv-manader",), "uppsagning-tolv-manader-2"),
    ("samt i och för", (), "faktum"),
    ("12 månader", (), "manader"),
    ("§ 4", (), "paragraf"),
    ("Avsnitt 3 gäller", (), "om-avsnitt-galler"),
    ("", (), "faktum"),
    ("lekmannaorganisationsverksamhetsutvecklare " * 3, (), "lekmannaorganisationsverksamhetsutvecklare-lekmann"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "taken", "id"), IDS)
def test_propose_id(words: str, taken: tuple[str, ...], id: str) -> None:
    assert propose_id(words, taken) == id
