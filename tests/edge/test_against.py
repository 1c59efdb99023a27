"""`check --against`: a real repository with real commits, and a date of review that moves with and without a reason."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import cli
from tests.conftest import CORPUS

FILE = "agreements/exempel/lan-2022/agreement.yml"
ON = "reviewed: {on: 2026-11-21,"


def git(folder: Path, *words: str) -> None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = {f"GIT_{role}_{what}": "prov@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], cwd=folder, env={**clean, **who}, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus, committed."""
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    shutil.copytree(CORPUS / "agreements", tmp_path / "agreements")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "Första")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    file = folder / FILE
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_date_that_moves_alone_stops_only_beside_its_base(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--against", "main"]) == cli.CLEAN
    change(repository, ON, "reviewed: {on: 2027-11-21,")
    assert cli.main(["check"]) == cli.CLEAN
    capsys.readouterr()
    assert cli.main(["check", "--against", "main"]) == cli.FINDINGS
    assert f"{FILE}:12:16 A601 " in capsys.readouterr().out
    git(repository, "commit", "--quiet", "--all", "-m", "Flyttat datum")
    assert cli.main(["check", "--against", "HEAD"]) == cli.CLEAN
    assert cli.main(["check", "--against", "HEAD~1"]) == cli.FINDINGS
    change(repository, "owner: redaktionen}", "owner: redaktionen, found: Alla fakta stämde 2027-11-21.}")
    assert cli.main(["check", "--against", "HEAD~1"]) == cli.CLEAN


def test_the_base_may_be_a_folder_and_one_that_is_not_there_is_told(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(repository, ON, "reviewed: {on: 2027-11-21,")
    assert cli.main(["check", "--against", str(CORPUS)]) == cli.FINDINGS
    capsys.readouterr()
    assert cli.main(["check", "--against", "finns-inte"]) == cli.COULD_NOT_RUN
    told = capsys.readouterr()
    assert "«finns-inte»" in told.err and told.out == ""


def test_schema_writes_beside_the_agreements_and_is_not_read_as_one(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["schema"]) == cli.CLEAN
    assert "agreements/agreement.schema.json" in capsys.readouterr().out
    assert cli.main(["schema"]) == cli.CLEAN
    assert capsys.readouterr().out == "Allt är redan som det ska vara.\n"
    assert cli.main(["check"]) == cli.CLEAN
    (repository / "agreements/vocabulary/who.yml").write_text("{", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["schema"]) == cli.FINDINGS
    assert "A105" in capsys.readouterr().out
