"""A real git repository with real commits: states read without a checkout, the command, and the history."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import cli
from atlas.diff.past import changes
from edge import git as edge_git
from edge.disk import read_agreements
from edge.git import GitTrouble, entries_at, history, revision
from tests.conftest import CORPUS

AUTHOR = "Anna Andersson"
FILE = "agreements/exempel/kommun-2014/agreement.yml"


def git(root: Path, *words: str, day: int = 1) -> str:
    at = f"2026-02-{day:02}T10:00:00+0100"
    person = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _who(at).items()}
    environment = {**os.environ, **person, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", "-C", str(root), *words], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def _who(at: str) -> dict[str, str]:
    return {"NAME": AUTHOR, "EMAIL": "anna@exempel.invalid", "DATE": at}


def commit(root: Path, day: int, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message, day=day)


def change(root: Path, old: str, new: str) -> None:
    words = (root / FILE).read_text("utf-8")
    assert old in words
    (root / FILE).write_text(words.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three commits on main: the corpus, a wording on a merged branch, and something that is no data."""
    root = tmp_path_factory.mktemp("förvar")
    git(root, "init", "-q", "-b", "main")
    shutil.copytree(CORPUS / "agreements", root / "agreements")
    commit(root, 1, "Avtalen")
    git(root, "switch", "-q", "-c", "forslag")
    change(root, "says: Svensk domstol avgör tvister.", "says: Domstol avgör tvister.")
    commit(root, 2, "Första försöket")
    change(root, "says: Domstol avgör tvister.", "says: En domstol avgör tvister.")
    commit(root, 3, "Andra försöket")
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", f"Slå ihop, av {AUTHOR}", "forslag", day=4)
    (root / "README.md").write_text("Inget avtal.\n", "utf-8")
    commit(root, 5, "Annat")
    return root


@pytest.fixture
def copy(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of one's own, which the commands work in."""
    root = tmp_path / "kopia"
    shutil.copytree(repository, root)
    monkeypatch.setattr(cli, "ROOT", root)
    monkeypatch.chdir(tmp_path)
    return root


def diff(*words: str) -> int:
    return cli.main(["diff", *words])


def test_a_revision_is_read_as_the_disk_would_give_it(repository: Path) -> None:
    assert entries_at(repository, revision(repository, "main")) == read_agreements(repository)
    assert entries_at(repository, revision(repository, "main~2")) == read_agreements(CORPUS)


def test_links_and_huge_files_in_a_revision_are_told_and_not_read(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "agreements" / "ut.yml").symlink_to("/etc/hostname")
    (copy / "agreements" / ".dold.yml").write_text("a: b\n", "utf-8")
    (copy / "agreements" / "kopia.yml~").write_text("a: b\n", "utf-8")
    commit(copy, 6, "Länk")
    monkeypatch.setattr(edge_git, "MOST_BYTES", 3000)
    read = {entry.path: entry for entry in entries_at(copy, revision(copy, "HEAD"))}
    assert read["agreements/ut.yml"].trouble == "link_out" and not read["agreements/ut.yml"].data
    assert read["agreements/exempel/lan-2022/agreement.yml"].trouble == "too_big"
    assert not {"agreements/.dold.yml", "agreements/kopia.yml~"} & set(read)


@pytest.mark.parametrize("name", ["finns-inte", "", "-1", "--all", "HEAD:agreements"])
def test_what_is_no_revision_is_said(repository: Path, name: str) -> None:
    with pytest.raises(GitTrouble, match=r"[Gg]it"):
        revision(repository, name)


def test_history_follows_what_was_merged_and_names_nobody(repository: Path) -> None:
    known = history(repository)
    assert known
    told = changes(known)
    assert [step.at for step in told.steps] == ["2026-02-04T09:00:00Z", "2026-02-01T09:00:00Z"]
    assert [each.words for each in told.steps[0].told[0].sentences] == [
        "bara ordalydelsen: vår mening «Svensk domstol avgör tvister.» → «En domstol avgör tvister.»"
    ]
    assert AUTHOR not in str(told)


def test_history_is_capped_and_says_so(repository: Path) -> None:
    known = history(repository, most=1)
    assert known and known.earlier
    assert [len(step.told) for step in changes(known).steps] == [1]


def test_without_a_whole_history_there_is_none(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "grund")
    assert history(tmp_path / "grund") is None
    assert history(tmp_path) is None
    (repository / "tom").mkdir(exist_ok=True)
    assert history(repository / "tom") is None


def test_without_git_there_is_none(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert history(repository) is None
    with pytest.raises(GitTrouble, match="Programmet git finns inte"):
        revision(repository, "main")


def test_revisions_and_the_working_tree_are_compared(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff("main~2", "main") == cli.CLEAN
    assert "tvist: bara ordalydelsen: vår mening «Svensk domstol" in capsys.readouterr().out
    assert diff("main") == cli.CLEAN
    assert "Inget i avtalen, dokumenten eller ordlistan skiljer." in capsys.readouterr().out
    change(copy, "says: En domstol avgör tvister.", "says: Domstolen avgör tvister.")
    before = git(copy, "status", "--porcelain")
    assert diff("main", "--format", "json") == cli.CLEAN
    told = json.loads(capsys.readouterr().out)
    assert [each["kinds"] for each in told["agreements"][0]["facts"]] == [["wording"]]
    assert git(copy, "status", "--porcelain") == before


def test_folders_are_compared_without_git(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert diff(str(CORPUS), str(copy / "agreements"), "--format=markdown") == cli.CLEAN
    assert "- **Tvist:** bara ordalydelsen" in capsys.readouterr().out


def test_why_there_is_no_difference_is_said(copy: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    change(copy, "quote: Vid tvist avgör svensk domstol", "quote: Det här står inte där")
    for words, why in (
        (["main"], "arbetskopian har fel som först måste rättas"),
        ([str(copy), "main"], f"{copy} har fel som först måste rättas"),
        (["finns-inte", "main"], "Git känner inte till «finns-inte»"),
        ([str(tmp_path), "main"], "finns ingen mapp"),
        (["main", "main", "--format", "html"], "Formatet «html» finns inte"),
    ):
        assert diff(*words) == cli.COULD_NOT_RUN
        said = capsys.readouterr()
        assert why in said.err and not said.out
        assert "Traceback" not in said.err


def test_an_earlier_state_may_be_older_than_a_rule(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unquoted = "left_out: []"
    change(copy, unquoted, "left_out: []\nokand: nyckel")
    commit(copy, 6, "En nyckel som inte finns")
    change(copy, "\nokand: nyckel", "")
    assert diff("HEAD") == cli.CLEAN
    assert "HEAD har ett fel enligt dagens regler, men går att läsa och jämföra." in capsys.readouterr().out
