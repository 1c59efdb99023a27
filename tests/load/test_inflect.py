"""Endings: the same word in another form, and words that only begin alike."""

import pytest

from atlas.load.inflect import base_forms, is_form_of


@pytest.mark.parametrize(
    ("word", "base", "expected"),
    [
        ("barnhälsovården", "barnhälsovård", True),
        ("Barnhälsovårdens", "barnhälsovård", True),
        ("barnmorskan", "barnmorska", True),
        ("barnmorskor", "barnmorska", True),
        ("förskollärarna", "förskollärare", True),
        ("kuratorer", "kurator", True),
        ("barnmorska", "barnmorska", False),
        ("barnmorskemottagning", "barnmorska", False),
        ("familjecentralsliknande", "familjecentral", False),
        ("öppna förskolan", "öppen förskola", False),
        ("ens", "e", False),
    ],
)
def test_is_form_of(word: str, base: str, expected: bool) -> None:
    assert is_form_of(word, base) is expected


def test_each_word_once() -> None:
    forms = ("styrgrupp", "styrgruppen", "gemensam styrgrupp", "styrgruppens")
    assert base_forms(forms) == ("styrgrupp", "gemensam styrgrupp")
