"""The repository as the settings name it, out of the file or the environment."""

from pathlib import Path

import pytest

from atlas.site.repository import UNKNOWN, Repository
from edge.settings import read_repository, repository
from tests.project import ROOT


@pytest.mark.parametrize(
    ("extra", "known"),
    [
        ({}, UNKNOWN),
        ({"repository": None}, UNKNOWN),
        ({"repository": {"host": "github", "address": "", "branch": None}}, Repository("github", "")),
        (
            {"repository": {"host": " GitHub ", "address": "https://x.se/a/b.git/", "branch": ""}},
            Repository("github", "https://x.se/a/b.git"),
        ),
        (
            {"repository": {"host": "gitlab", "address": "https://x.se/a/b/", "branch": "publik"}},
            Repository("gitlab", "https://x.se/a/b", "publik"),
        ),
    ],
)
def test_what_is_blank_is_not_known(extra: dict[str, object], known: Repository) -> None:
    found = repository(extra)
    assert (found.host, found.branch) == (known.host, known.branch)
    assert found.address == known.address.removesuffix(".git")


def test_the_owners_blank_is_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REPOSITORY_HOST", "REPOSITORY_URL", "REPOSITORY_BRANCH"):
        monkeypatch.delenv(name, raising=False)
    assert read_repository(ROOT) == UNKNOWN


def test_the_environment_fills_it_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSITORY_HOST", "gitlab")
    monkeypatch.setenv("REPOSITORY_URL", "https://git.example.org/a/b")
    monkeypatch.setenv("REPOSITORY_BRANCH", "publik")
    assert read_repository(ROOT) == Repository("gitlab", "https://git.example.org/a/b", "publik")


def test_settings_that_are_missing_or_broken(tmp_path: Path) -> None:
    assert read_repository(tmp_path) == UNKNOWN
    (tmp_path / "mkdocs.yml").write_text("extra: [", encoding="utf-8")
    with pytest.raises(ValueError, match="går inte att läsa"):
        read_repository(tmp_path)
