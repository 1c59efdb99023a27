"""Commands that take more than one word."""

from pathlib import Path

import pytest

import cli
from tests.conftest import CORPUS

TEXTS = ["exempel/lan-2022", "exempel/rapport-2020"]


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source that holds two documents after each other."""
    monkeypatch.setattr(cli, "ROOT", CORPUS)
    file = tmp_path / "källa.txt"
    file.write_text("\n".join((CORPUS / "agreements" / id / "text.md").read_text("utf-8") for id in TEXTS), "utf-8")
    return file


def test_a_source_is_held_against_several_texts_in_order(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare-source", str(source), *TEXTS]) == cli.CLEAN
    assert cli.main(["compare-source", str(source), *reversed(TEXTS)]) == cli.FINDINGS
    assert "agreements/exempel/rapport-2020/text.md rad 1: «" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [["compare-source"], ["compare-source", "x"], ["check", "x"], ["explain"], ["explain", "A204", "A205"]]
)
def test_a_command_says_how_it_is_used(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == cli.COULD_NOT_RUN
    assert "går inte att förstå" in capsys.readouterr().err


def test_who_asks_for_help_gets_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == cli.CLEAN
    assert capsys.readouterr().out.count("\n") == len(cli.VERBS) + 2


def test_a_text_that_is_not_there_is_named(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare-source", str(source), TEXTS[0], "exempel/finns-inte"]) == cli.COULD_NOT_RUN
    assert "agreements/exempel/finns-inte/text.md finns inte" in capsys.readouterr().err
