"""From a draft to Markdown, and back through the loader: every word is still there, and is a word."""

from dataclasses import asdict
from json import dumps, loads

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.convert.draft import BREAK, Block, Draft, Note, Page, Run
from atlas.convert.markdown import render
from atlas.convert.people import people
from atlas.convert.text import convert, converted_from
from atlas.convert.told import incomplete, tell
from atlas.convert.words import clean
from atlas.load.markdown import parse_text
from atlas.source import File
from edge.importers.plain import read as plain


def test_every_kind_of_block() -> None:
    blocks = [
        Block("heading", "Avtal", 1),
        Block("paragraph", "Parterna ska:"),
        Block("item", "ge stöd"),
        Block("item", "till barn", 1),
        Block("table", rows=(("Grupp", "Möten"), ("a | b",))),
    ]
    text, starts = render(blocks)
    assert text == (
        "# Avtal\n\nParterna ska:\n\n- ge stöd\n  - till barn\n\n| Grupp | Möten |\n| --- | --- |\n| a \\| b |  |\n"
    )
    assert starts == (1, 3, 5, 6, 8)
    assert render([]) == ("", ())


@pytest.mark.parametrize(
    "words", ["# inte en rubrik", "- inte en punkt", "+ 1", "| streck", "*tre* **** stjärnor*", r"C:\*", "##", "a #"]
)
@pytest.mark.parametrize("kind", ["heading", "paragraph", "item", "table"])
def test_words_that_look_like_marks_stay_words(kind: str, words: str) -> None:
    block = Block(kind, words, 2, rows=((words, "x"),))  # type: ignore[arg-type]
    parsed, _ = parse_text(File("text.md", render([block])[0]))
    found = parsed.clauses[0].blocks[0]
    assert (found.words.text, found.words.emphasis) == (words, ())
    assert found.kind == ("cell" if kind == "table" else kind)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet="aÅö1. -+*#|\\_<>[]()`§•–", min_size=1))
def test_any_words_come_back(words: str) -> None:
    words = clean(words)
    if words:
        parsed, _ = parse_text(File("text.md", render([Block("paragraph", words)])[0]))
        assert [block.words.text for clause in parsed.clauses for block in clause.blocks] == [words]


def test_a_document_without_styles_gets_headings_from_its_numbers() -> None:
    blocks = (
        Block("paragraph", "1. Parter", bold=True),
        Block("paragraph", "• stöd"),
        Block("paragraph", "Ledning", bold=True),
        Block("paragraph", "Ett stycke."),
    )
    done = convert(Draft(blocks))
    assert done.markdown == "## 1. Parter\n\n- stöd\n\n## Ledning\n\nEtt stycke.\n"
    assert "2 rubriker kändes igen" in done.notes[0].words
    styled = convert(Draft((Block("heading", "Parter", 2), *blocks)))
    assert styled.markdown.startswith("## Parter\n\n1. Parter\n")


def test_short_lines_of_one_paragraph_are_kept_apart() -> None:
    blocks = (
        Block("paragraph", f"Exempels kommun{BREAK}Förvaltningschef"),
        Block("paragraph", f"Ett{BREAK}" + "ord " * 30),
    )
    done = convert(Draft(blocks, notes=(Note("", "Här.", block=1),)))
    assert done.markdown.startswith("Exempels kommun\n\nFörvaltningschef\n\nEtt ord ord")
    assert done.notes[0].place == "text.md rad 5"


_SOMEBODY = "[Funktion, partens namn]"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ["Anna Andersson", "Förvaltningschef", "Exempels kommun"],
            [(0, "ett namn", "[Förvaltningschef, Exempels kommun]")],
        ),
        (["Anna Ek-Lind, verksamhetschef, Region Exempel"], [(0, "ett namn", "[Verksamhetschef, Region Exempel]")]),
        (
            ["Tf utbildningsdirektör Per af Ström beslutar."],
            [(0, "ett namn", "[Tf utbildningsdirektör, partens namn]")],
        ),
        (["Namnförtydligande: Anna Andersson"], [(0, "ett namn", "[Funktion, partens namn]")]),
        (["Frågor: anna@exempel.se"], [(0, "en e-postadress", "[Funktion, partens namn]")]),
        (["Ring samordnaren, 070-123 45 67."], [(0, "ett telefonnummer", "[Samordnare, partens namn]")]),
        (["Född 19800101-1234"], [(0, "ett personnummer", "[Funktion, partens namn]")]),
        (["Tvetydigt Om länssamordnaren menas."], []),
        (["Exempels Kommun", "Förvaltningschef"], []),
        (["Region Exempel", "Hälso- och sjukvårdsdirektör"], []),
        (["Samordnare för Öppna Förskolan utses av styrgruppen."], []),
        (["Anna Andersson skrev boken som det hänvisas till."], []),
        (["Exempelby 2022-03-11", "....................", "Anna Andersson"], [(2, "ett namn", _SOMEBODY)]),
        (["Ort och datum", "Anna Andersson"], [(1, "ett namn", _SOMEBODY)]),
        (
            ["Anna Andersson", "063-14 30 00"],
            [(0, "ett namn", _SOMEBODY), (1, "ett telefonnummer", _SOMEBODY)],
        ),
        (
            ["Anna Andersson nås på 063-14 30 00."],
            [(0, "ett telefonnummer", _SOMEBODY), (0, "kanske ett namn", _SOMEBODY)],
        ),
        (["Modellen är framtagen av Anna Andersson, och följs upp."], [(0, "kanske ett namn", _SOMEBODY)]),
        (["Avtalet gäller i Västra Götaland och i Öppna Förskolan."], []),
        (["Barn i Exempellän och i Region Exempel."], []),
        (["Enligt Svenska Kommunförbundet och Rädda Barnen."], []),
    ],
)
def test_people(lines: list[str], found: list[tuple[int, str, str]]) -> None:
    blocks = [Block("paragraph", line) for line in lines]
    assert [(each.line, each.what, each.instead) for each in people(blocks, range(len(blocks)))] == found


def test_the_report() -> None:
    blocks = Block("heading", "1. Avtal", 2), Block("paragraph", "Frågor: anna@exempel.se")
    notes = Note("sidan 2", "Sidan är inskannad.", lost=True), Note("", "Sidnummer togs bort: 2 st.")
    done = convert(Draft(blocks, notes=notes))
    assert incomplete(done) and not incomplete(convert(Draft(blocks, notes=notes[1:])))
    assert tell(done, "avtal.pdf", "agreements/a/b/text.md") == (
        "avtal.pdf blev agreements/a/b/text.md: 1 rubrik, 1 stycke.\n\n"
        "Gick inte att läsa. Se efter i originalet:\n  sidan 2: Sidan är inskannad.\n\n"
        "Ändrat:\n  Sidnummer togs bort: 2 st.\n\n"
        "Kan vara uppgifter om en person (visas inte här):\n"
        "  rad 3: en e-postadress. Skriv funktionen i stället, till exempel [Funktion, partens namn]\n\n"
        "Alla namn känns inte igen: inte ett namn först i en mening, ett ensamt förnamn eller efternamn, eller ett "
        "namn i en rubrik. Läs texten en gång bara för namnens skull.\n"
        "Läs igenom agreements/a/b/text.md mot originalet. Granska sedan orden: python hooks/cli.py check\n"
    )


def test_the_report_never_repeats_what_is_personal() -> None:
    done = convert(Draft((Block("paragraph", "Ord."),), notes=(Note("", "Raden «Ring 063-14 30 00» togs bort."),)))
    assert "Raden «Ring …» togs bort." in tell(done, "a", "b")


def test_what_was_converted_survives_its_journey() -> None:
    blocks = Block("table", rows=(("a",),)), Block("paragraph", "anna@exempel.se")
    done = convert(Draft(blocks, notes=(Note("", "x", block=1),)))
    assert converted_from(loads(dumps(asdict(done)))) == done


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.text(alphabet="aÅb1. -•§\n\f|*#", max_size=40), max_size=12))
def test_no_text_is_too_odd(parts: list[str]) -> None:
    source = "\n".join(parts)
    done = convert(plain(source.encode()))
    letters = [each for each in done.markdown if each in "aÅb"]
    assert letters == [each for each in source if each in "aÅb"] or any("togs bort" in n.words for n in done.notes)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.builds(Run, st.text("aÅ1 -•", max_size=5), *[st.floats(0, 600)] * 3, st.floats(1, 30)), max_size=20))
def test_no_page_is_too_odd(runs: list[Run]) -> None:
    done = convert(Draft(pages=(Page(1, 595, tuple(runs)),)))
    assert done.markdown.count("Å") == sum(run.text.count("Å") for run in runs)
