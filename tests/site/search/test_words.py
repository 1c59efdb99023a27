"""Endings, folding and names for the same thing, as tables."""

import pytest

from atlas.site.search.words import Concepts, stems


@pytest.mark.parametrize(
    "forms",
    [
        "avtal avtalen avtalets avtalens",
        "Samordnare samordnaren samordnarens samordnarna samordnarnas",
        "barnmorska barnmorskan barnmorskor barnmorskornas",
        "uppsägning uppsägningen uppsägningar uppsagning UPPSÄGNINGARNA",
        "part parten parter parterna parternas",
        "tillgänglig tillgängliga tillgängligt tillgänglighet",
        "målgrupp målgruppen målgrupper malgrupp",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1, stems(forms)


@pytest.mark.parametrize("words", ["möte mål", "avtal avgift", "lokal local", "kommun kommunikation", "2018 2019"])
def test_other_words_have_others(words: str) -> None:
    assert len(set(stems(words))) == 2, stems(words)


def test_a_soft_hyphen_is_no_letter() -> None:
    assert stems("sam­ordnare") == stems("samordnare")


def test_a_text_is_found_by_every_name_of_what_it_names() -> None:
    known = Concepts([["Mödrahälsovård", "MVC", "öppen mödravård"], ["avtal", "avtalen"]])
    assert len(known.phrases) == 1
    assert known.terms("Det är en MVC") == {"mvc", "#0"}
    assert "#0" in known.terms("en öppen mödravård finns")
    assert "#0" not in known.terms("mödravård, öppen för alla")
