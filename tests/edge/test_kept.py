"""What the check keeps on disk: used when it holds, harmless when it is anything else, absent where it has no place."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from edge import kept
from edge.checking import check_root
from edge.disk import write_files
from edge.loading import load_root

TEXT = "agreements/exempel/lan-2022/text.md"


@pytest.fixture
def project(tmp_path: Path, corpus: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CI", raising=False)
    write_files(tmp_path, [*corpus.items(), ("mkdocs.yml", b"")])
    return tmp_path


def file_of(project: Path) -> Path:
    return project / ".cache" / "check.json"


def test_what_is_kept_is_used_by_check_and_build(project: Path) -> None:
    first = check_root(project)
    assert not first.findings and first.keep == kept.read_kept(project)
    assert load_root(project).keep == first.keep
    # It is believed: nothing but a check that was spared could have missed what was never right.
    (project / TEXT).write_bytes(b"# Nytt\n\nNya ord.\n")
    broken = check_root(project)
    assert broken.findings and load_root(project).findings == broken.findings
    assert len(kept.read_kept(project)) == len(first.keep) - 1


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\x00", b"[" * 200_000, b"null", b"[1]", b'{"x": 1}', b'{"x": ["agreement", 1, [], "__import__"]}'],
    ids=["empty", "bytes", "deep", "null", "list", "number", "shape"],
)
def test_a_file_that_is_anything_else_is_as_good_as_none(project: Path, data: bytes) -> None:
    file_of(project).parent.mkdir()
    file_of(project).write_bytes(data)
    assert kept.read_kept(project) == {}
    assert not check_root(project).findings
    assert json.loads(file_of(project).read_bytes()).keys() == kept.read_kept(project).keys() != set()


def test_verdicts_of_other_code_or_another_place_are_nobodys(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = check_root(project).keep
    monkeypatch.setattr("edge.checking.code_mark", lambda: "other code")
    assert not check_root(project).keep.keys() & mine.keys()


def test_nothing_is_kept_where_it_has_no_place(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    check_root(project)
    assert not file_of(project).exists()
    monkeypatch.delenv("CI")
    (project / "mkdocs.yml").unlink()
    check_root(project)
    assert not file_of(project).exists()
    (project / "mkdocs.yml").touch()
    (project / ".cache").write_text("a file where a folder should be")
    assert not check_root(project).findings


def test_a_check_that_is_not_believed_in_ci(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / TEXT).write_bytes(b"# Nytt\n\nNya ord.\n")
    monkeypatch.setattr("edge.checking.write_kept", lambda root, keep: None)
    forged = {key: ["agreement", 1, []] for key in kept_keys(project)}
    file_of(project).parent.mkdir(exist_ok=True)
    file_of(project).write_text(json.dumps(forged), encoding="utf-8")
    assert not check_root(project).findings
    monkeypatch.setenv("CI", "true")
    assert check_root(project).findings


def kept_keys(project: Path) -> list[str]:
    from atlas.check.apart import fingerprints
    from atlas.load.read import by_folder
    from edge.disk import read_agreements

    return list(fingerprints(by_folder(read_agreements(project)), kept.code_mark()).values())
