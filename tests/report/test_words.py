"""A source and a text, word by word: what is mark-up passes, what is words does not."""

import pytest

from atlas.report.words import Difference, compare_words, differences
from atlas.source import File

# (what, source, text, the differences as (line of the source, line of the text, its words, our words))
TABLE: list[tuple[str, str, str, list[tuple[int, int, str, str]]]] = [
    ("alike", "Avtalet gäller.", "Avtalet gäller.", []),
    ("both empty", "", "", []),
    ("lines broken elsewhere", "Avtalet gäller\ntills vidare.", "Avtalet\n\ngäller tills   vidare.", []),
    ("headings", "1 Parter\nMellan", "## 1 Parter\n\nMellan", []),
    ("lists and odd bullets", "• ett\n· två\n\uf0b7 tre", "- ett\n- två\n- tre", []),
    ("emphasis", "Familjer med barn", "**Familjer** *med* barn", []),
    (
        "tables",
        "Grupp Möten\nLänsgruppen vid behov",
        "| Grupp | Möten |\n| --- | :-: |\n| Länsgruppen | vid behov |",
        [],
    ),
    ("escaped marks", "öppen | stängd *", "öppen \\| stängd \\*", []),
    ("dashes and quotation marks", "0–6 år, ”hem”", '0-6 år, "hem"', []),
    ("soft hyphens", "sam\u00adverkan", "samverkan", []),
    ("Windows lines", "ett\r\ntvå\r\n", "ett\ntvå\n", []),
    ("another word", "Avtalet gäller\nalltid här.", "Avtalet gäller\nibland här.", [(2, 2, "alltid", "ibland")]),
    ("case", "Avtalet", "avtalet", [(1, 1, "Avtalet", "avtalet")]),
    ("a comma", "barn, unga", "barn unga", [(1, 1, "barn,", "barn")]),
    ("a number", "12 månader", "21 månader", [(1, 1, "12", "21")]),
    ("words left out", "ett\ntvå\ntre", "ett\ntre", [(2, 2, "två", "")]),
    ("words put in", "ett tre", "ett\ntvå\ntre", [(1, 2, "", "två")]),
    ("left out at the end", "ett\ntvå", "ett", [(2, 1, "två", "")]),
    ("put in at the end", "ett", "ett\n\ntvå", [(1, 3, "", "två")]),
    ("nothing left", "ett två", "", [(1, 1, "ett två", "")]),
    ("nothing before", "", "ett två", [(1, 1, "", "ett två")]),
    ("words that moved", "a b c d", "b c d a", [(1, 1, "a", ""), (1, 1, "", "a")]),
    ("a word broken by a line end", "sam-\nverkan", "samverkan", [(1, 1, "sam- verkan", "samverkan")]),
    ("a name replaced", "Anna Ek, chef", "[Chef], chef", [(1, 1, "Anna Ek,", "[Chef],")]),
    ("two places", "a x b\nc y d", "a b\nc z d", [(1, 1, "x", ""), (2, 2, "y", "z")]),
]


@pytest.mark.parametrize(("source", "text", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_compare_words(source: str, text: str, expected: list[tuple[int, int, str, str]]) -> None:
    found = list(compare_words(File("källa.txt", source), File("text.md", text)))
    assert found == [Difference(*row) for row in expected]


def test_a_source_of_several_texts() -> None:
    texts = File("a/text.md", "ett två\n"), File("b/text.md", "tre\n\nfem")
    assert list(compare_words(File("källa.txt", "ett två\ntre fyra"), *texts)) == [
        Difference(2, 3, "fyra", "fem", "b/text.md")
    ]
    (found,) = compare_words(File("källa.txt", "ett\ntre fem"), *texts)
    assert found == Difference(2, 1, "", "två", "a/text.md")
    assert "a/text.md rad 1: «två»" in differences([found], "källa.txt", "a/text.md, b/text.md")


def test_differences_are_told() -> None:
    found = [Difference(1, 2, "x", ""), Difference(3, 4, "y", "z")]
    assert differences(found, "källa.txt", "text.md") == (
        "källa.txt → text.md\n"
        "källan rad 1: «x»  →  texten rad 2: «»\n"
        "källan rad 3: «y»  →  texten rad 4: «z»\n"
        "2 skillnader.\n"
    )


def test_one_difference_is_one() -> None:
    assert differences([Difference(1, 1, "x", "y")], "a", "b").endswith("\n1 skillnad.\n")


def test_no_differences_are_told_too() -> None:
    assert differences([], "källa.txt", "text.md") == "Inga ord skiljer text.md från källa.txt.\n"
