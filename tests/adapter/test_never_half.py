"""Real builds that are cut off: the published folder stays as it was, and the next build goes well."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import CORPUS, copy_project, run

# What there is to see of a build, from outside, at each stage.
STAGES: dict[str, Callable[[Path], bool]] = {
    "while it checks": lambda root: (root / ".cache" / "build.lock").exists(),
    "when its folder is made": lambda root: (root / ".site.new").exists(),
    "when its first page is written": lambda root: any((root / ".site.new").glob("*.html")),
    "when half is written": lambda root: len(list((root / ".site.new").rglob("index.html"))) > 40,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a published site, whatever it is."""
    folder = copy_project(tmp_path_factory.mktemp("cut") / "atlas å", CORPUS)
    (folder / "site" / "avtal").mkdir(parents=True)
    (folder / "site" / "avtal" / "marked.txt").write_text("the one that was published", encoding="utf-8")
    return folder


def is_seen(look: Callable[[Path], bool], root: Path) -> bool:
    """Whether it is there, in a folder that somebody else makes and clears while we look."""
    try:
        return look(root)
    except FileNotFoundError:
        return False


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_build_that_is_killed_leaves_the_site_as_it_was(project: Path) -> None:
    before = contents(project / "site")
    for stage, is_there in STAGES.items():
        (project / ".cache" / "build.lock").unlink(missing_ok=True)
        # A session of its own, so that MkDocs is killed with the command as by a machine that runs out of memory.
        builds = subprocess.Popen(
            [sys.executable, "hooks/cli.py", "build"], cwd=project, stdout=-3, stderr=-3, start_new_session=True
        )
        while not is_seen(is_there, project):
            assert builds.poll() is None, f"it was over before this could be seen: {stage}"
            time.sleep(0.002)
        os.killpg(builds.pid, signal.SIGKILL)
        assert builds.wait() == -signal.SIGKILL
        assert contents(project / "site") == before, stage
    done = run(project, "hooks/cli.py", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "avtal/marked.txt" not in contents(project / "site") and not list(project.glob(".site*"))


def test_nobody_builds_where_an_orphan_goes_on(project: Path) -> None:
    """The command alone is killed: MkDocs writes on in a folder that nobody publishes, and nobody else may use it."""
    before = contents(project / "site")
    builds = subprocess.Popen([sys.executable, "hooks/cli.py", "build"], cwd=project, stdout=-3, stderr=-3)
    while not is_seen(STAGES["when its first page is written"], project):
        assert builds.poll() is None
        time.sleep(0.002)
    builds.kill()
    builds.wait()
    done = run(project, "hooks/cli.py", "build")
    assert done.returncode == 2 and "Ett annat bygge pågår" in done.stderr
    assert contents(project / "site") == before


def test_a_disk_that_takes_no_more_is_told_in_one_sentence(project: Path) -> None:
    before = contents(project / "site")
    deadline = time.monotonic() + 60
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "sys.path.insert(0, 'hooks'); sys.dont_write_bytecode = True; import cli; sys.exit(cli.main(['build']))"
    )
    # The orphan of the test before may still be at work.
    while "Ett annat bygge" in (done := run(project, "-c", code)).stderr and time.monotonic() < deadline:
        time.sleep(0.2)
    assert done.returncode == 2 and "Traceback" not in done.stdout + done.stderr
    first, last = done.stderr.strip().splitlines()
    assert first.startswith("Det går inte att läsa eller skriva ")
    assert last == "Webbplatsen byggdes inte. Mappen site är som den var."
    assert contents(project / "site") == before
