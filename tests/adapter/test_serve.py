"""A real `mkdocs serve`: an editor's mistake is told in the terminal, and the server lives on."""

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

from tests.project import CORPUS, copy_project

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
        command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "-a", f"127.0.0.1:{port}"]
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
