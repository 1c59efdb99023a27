"""The words of a command against the function that they ask for."""

import pytest

from options import Usage, arguments, help_of, listed, usage_of


def both(first: str, second: str = "", *, dry_run: bool = False, text: str = "") -> int:
    """both EN [TVÅ]             Ett påhittat kommando.

    Mer om det.
    """
    return 0


def bare() -> int:
    """bare                      Ett kommando utan val."""
    return 0


TABLE: list[tuple[str, list[str], list[str], dict[str, object]]] = [
    ("words", ["a", "b"], ["a", "b"], {}),
    ("a switch", ["--dry-run", "a"], ["a"], {"dry_run": True}),
    ("a value after it", ["a", "--text", "fil.md", "b"], ["a", "b"], {"text": "fil.md"}),
    ("a value with =", ["a", "--text=fil.md"], ["a"], {"text": "fil.md"}),
    ("= within a value", ["a", "--text=a=b"], ["a"], {"text": "a=b"}),
    ("nothing is an option after --", ["a", "--", "--text"], ["a", "--text"], {}),
    ("one dash is a word", ["-", "- ord"], ["-", "- ord"], {}),
]


@pytest.mark.parametrize(("words", "plain", "chosen"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_arguments(words: list[str], plain: list[str], chosen: dict[str, object]) -> None:
    assert arguments("both", both, words) == (plain, chosen)


WRONG = [
    (["a", "--dryrun"], "Kommandot both har inte valet --dryrun. Menade du «--dry-run»?"),
    (["a", "--zzz"], "Kommandot both har inte valet --zzz. Det har: --dry-run, --text."),
    (["a", "--text"], "Efter --text ska det stå ett värde."),
    (["a", "--text", "--dry-run"], "Efter --text ska det stå ett värde."),
    (["a", "--text="], "Efter --text ska det stå ett värde."),
    (["a", "--dry-run=ja"], "Valet --dry-run skrivs utan värde."),
    ([], "Kommandot «both» går inte att förstå."),
    (["a", "b", "c"], "Kommandot «both a b c» går inte att förstå."),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_what_does_not_fit_is_told_in_one_sentence(words: list[str], message: str) -> None:
    with pytest.raises(Usage) as told:
        arguments("both", both, words)
    assert str(told.value) == message


def test_a_command_without_options_says_so() -> None:
    with pytest.raises(Usage, match=r"Kommandot bare har inga val, så --x går inte att använda här\."):
        arguments("bare", bare, ["--x"])


def test_help() -> None:
    assert listed(both) == "both EN [TVÅ]             Ett påhittat kommando."
    assert usage_of(both) == "both EN [TVÅ]"
    assert help_of(both).endswith("\n\nMer om det.")
