"""The published folder while it is being replaced: whole at every moment, whoever pulls the plug."""

import subprocess
import sys
from pathlib import Path

import pytest

import cli
from edge import swap
from edge.build import _told

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
# Replaces the folder in a process that dies, without a last word, before its nth change of the disk.
DIES = """
import os, pathlib, shutil, signal, sys
from edge import swap
left = int(sys.argv[2])
def dying(change):
    def changed(*words, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return change(*words, **options)
    return changed
os.replace, os.unlink, os.rmdir, shutil.rmtree = map(dying, (os.replace, os.unlink, os.rmdir, shutil.rmtree))
swap.exchange = dying(swap.exchange) if sys.argv[3] == "at once" else (lambda one, other: False)
swap.publish(pathlib.Path(sys.argv[1]))
"""
# More than there are changes: the last ones live.
MOST = 12


def project(folder: Path) -> Path:
    for name, words in (("site", "gammal"), (".site.new", "ny")):
        (folder / name / "avtal").mkdir(parents=True)
        for file in ("index.html", "avtal/index.html"):
            (folder / name / file).write_text(words, encoding="utf-8")
    return folder


def site(root: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((root / "site").rglob("*.html"))]


@pytest.mark.parametrize("how", ["at once", "in two steps"])
def test_killed_at_every_step(how: str, tmp_path: Path) -> None:
    seen = []
    for step in range(MOST):
        root = project(tmp_path / str(step))
        died = subprocess.run([sys.executable, "-c", DIES, str(root), str(step), how], cwd=HOOKS, check=False)
        missing = not (root / "site").exists()
        # Where the system can, there is a site at every moment.
        assert not missing or how == "in two steps"
        swap.restore_if_cut_off(root)
        assert site(root) in (["gammal"] * 2, ["ny"] * 2)
        swap.restore(root)
        assert sorted(path.name for path in root.iterdir()) == [".cache"] * missing + ["site"]
        seen.append((died.returncode, site(root)[0], missing))
    assert sorted(code for code, _, _ in seen) == [code for code, _, _ in seen]
    assert {code for code, _, _ in seen} == {-9, 0}
    assert [words for _, words, _ in seen] == sorted(words for _, words, _ in seen), "once new, always new"
    assert seen[0][1] == "gammal" and seen[-1][1] == "ny"
    assert any(missing for _, _, missing in seen) == (how == "in two steps")


def test_the_first_site_of_all(tmp_path: Path) -> None:
    (tmp_path / ".site.new").mkdir()
    swap.publish(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_every_command_puts_a_missing_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    (project(tmp_path) / "site").rename(tmp_path / ".site.old")
    cli.main(["fingerprint", "exempel/finns-inte"])
    assert site(tmp_path) == ["gammal"] * 2


def test_one_build_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.setattr(cli, "check", lambda: cli.CLEAN)
    with swap.alone(project(tmp_path)):
        assert cli.main(["build"]) == cli.COULD_NOT_RUN
    assert capsys.readouterr().err.splitlines() == [
        "Ett annat bygge pågår i den här mappen. Vänta tills det är klart och försök igen.",
        "Webbplatsen byggdes inte. Mappen site är som den var.",
    ]
    assert site(tmp_path) == ["gammal"] * 2


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (
            "OSError: [Errno 28] No space left on device: '/srv/atlas/.site.new/index.html'",
            "Disken är full, så /srv/atlas/.site.new/index.html gick inte att skriva.",
        ),
        ("OSError: [Errno 28] No space left on device", "Disken är full, så filen gick inte att skriva."),
        (
            "OSError: [Errno 28] No space left on device: '/usr/lib/theme/a.css' -> '.site.new/a.css'",
            "Disken är full, så .site.new/a.css gick inte att skriva.",
        ),
        (
            "OSError: [Errno 30] Read-only file system: '/srv/atlas/.site.new'",
            "Disken går bara att läsa, så /srv/atlas/.site.new gick inte att skriva.",
        ),
        (
            "PermissionError: [Errno 13] Permission denied: '.site.new'",
            "Du har inte rätt att läsa eller skriva .site.new.",
        ),
    ],
)
def test_what_the_disk_would_not_do_is_one_sentence(last: str, told: str) -> None:
    assert _told(f"Traceback (most recent call last):\n  File …\n{last}\n") == told
    assert _told(f"ERROR - Doc file contains a link.\n{last}\n").startswith("ERROR")
