"""A real `mkdocs serve`: an editor's mistake is told in the terminal, and the server lives on."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.project import CORPUS, ROOT, copy_project, run

PATIENCE = 60.0


def wait_for(what: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.2)


def answers(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as reply:
            return words in reply.read().decode()
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A project being served, its address, and what the server has said."""
    folder = copy_project(tmp_path / "atlas", CORPUS)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--no-strict", "-a", f"127.0.0.1:{port}"]
        server = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=out, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )
        try:
            yield folder, f"http://127.0.0.1:{port}/", log
            assert server.poll() is None, "the server died"
        finally:
            server.terminate()
            server.wait(20)


def test_a_mistake_is_told_and_mended(serving: tuple[Path, str, Path]) -> None:
    folder, address, log = serving
    page = address + "avtal/exempel/lan-2022/index.html"
    wait_for(lambda: answers(page, "<h1"), log)
    agreement = folder / "agreements/exempel/lan-2022/agreement.yml"
    kept = agreement.read_text(encoding="utf-8")
    agreement.write_text(kept.replace("title:", "titel:", 1), encoding="utf-8")
    wait_for(lambda: "A302" in log.read_text(encoding="utf-8"), log)
    assert "Traceback" not in log.read_text(encoding="utf-8")
    first = kept.partition("\n")[0]
    assert first.startswith("title:")
    agreement.write_text(kept.replace(first, "title: Ny titel efter rättning", 1), encoding="utf-8")
    wait_for(lambda: answers(page, "Ny titel efter rättning"), log)


def test_after_every_edit_the_site_is_as_if_built_anew(tmp_path: Path) -> None:
    folder = copy_project(tmp_path / "atlas", CORPUS)
    agreement = "agreements/exempel/lan-2022/agreement.yml"
    steps = [
        # A county stands in the navigation of every page.
        [["agreements/vocabulary/counties.yml", "name: Exempellän", "name: Exempels län"]],
        [["docs/assets/notis.txt", "", "Notis."], ["docs/om/index.md", "\n\n", "\n\nNytt stycke.\n\n"]],
        [["docs/assets/notis.txt", "", ""], [agreement, "says: Överenskommelsen", "says: Den nya överenskommelsen"]],
    ]
    (tmp_path / "edits.json").write_text(json.dumps(steps), encoding="utf-8")
    (tmp_path / "none.json").write_text("[]", encoding="utf-8")
    told = rebuilt(folder, tmp_path / "served", tmp_path / "edits.json")
    rebuilt(folder, tmp_path / "fresh", tmp_path / "none.json")
    served, fresh = bytes_of(tmp_path / "served"), bytes_of(tmp_path / "fresh")
    assert sorted(path for path in served.keys() | fresh.keys() if served.get(path) != fresh.get(path)) == []
    everything, renamed, by_hand, said = told
    assert (renamed, by_hand) == (everything, 1)
    assert 0 < said < everything / 3


def rebuilt(folder: Path, site: Path, edits: Path) -> list[int]:
    """How many pages were written, at first and after every step."""
    done = run(folder, str(ROOT / "tests/bench/rebuild.py"), str(folder), str(site), str(edits))
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["pages"] for line in done.stdout.splitlines()]


def bytes_of(site: Path) -> dict[str, bytes]:
    """Every file but the list of pages for robots, packed, which has the time of day in it."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }
