"""What the disk may hold that is no file of ours: told, never waited for, and never a traceback."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edge.loading import load_root
from tests.conftest import CORPUS
from tests.project import copy_project

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
HERE = "agreements/exempel/lan-2022"


def fifo(path: Path) -> None:
    os.mkfifo(path)


def hollow(path: Path) -> None:
    with path.open("wb") as made:
        made.truncate(2**40)


def bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


Odd = dict[str, tuple[str | bytes, Callable[[Path], object], str]]
# What lies in the agreement's folder under a name, and the code of what is told of it there.
ODD: Odd = {
    "a pipe": ("ror.yml", fifo, "A113"),
    "a socket": ("uttag.md", bound, "A113"),
    "a link to a device": ("enhet.yml", lambda path: path.symlink_to("/dev/zero"), "A103"),
    "a link to a file outside": ("ute.md", lambda path: path.symlink_to("/etc/hostname"), "A103"),
    "a link to a folder outside": ("mapp", lambda path: path.symlink_to("../../../docs"), "A103"),
    "a link to itself": ("rund.yml", lambda path: path.symlink_to(path.name), "A113"),
    "a link to nothing": ("borta.md", lambda path: path.symlink_to("finns-inte.md"), "A113"),
    "a name that is no text": (b"\xe5.yml", lambda path: path.write_bytes(b"a: b"), "A113"),
    "a name of two lines": ("en\nrad.yml", lambda path: path.write_bytes(b"a: b"), "A113"),
    "a name that colours the terminal": ("\x1b[31m.md", lambda path: path.write_bytes(b"a"), "A113"),
    "a file that is too big": ("stor.yml", lambda path: path.write_bytes(b"a: b\n" * 200_001), "A102"),
    "a file with holes": ("hal.yml", hollow, "A102"),
    "UTF-16": ("utf16.yml", lambda path: path.write_bytes("title: å\n".encode("utf-16")), "A101"),
    "UTF-16 without a mark": ("utf16le.yml", lambda path: path.write_bytes("title: a\n".encode("utf-16-le")), "A104"),
    "Latin-1": ("latin.yml", lambda path: path.write_bytes("title: å\n".encode("latin-1")), "A101"),
    "a surrogate": ("halv.yml", lambda path: path.write_bytes(b"title: \xed\xa0\x80\n"), "A101"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one of each."""
    folder = copy_project(tmp_path_factory.mktemp("odd"), CORPUS / "agreements")
    for name, make, _ in ODD.values():
        make(Path(os.fsdecode(os.fsencode(folder / HERE) + b"/" + os.fsencode(name))))
    return folder


def test_each_is_told_and_nothing_is_waited_for(project: Path) -> None:
    # A process of its own: one that waits for a pipe cannot be stopped from within.
    done = subprocess.run(
        [sys.executable, project / "hooks" / "cli.py", "check"], capture_output=True, timeout=60, check=False
    )
    told = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 1 and "Traceback" not in told
    assert not {"\x1b", "\u202e"} & set(told)
    found = {(finding.span.path.rpartition("/")[2], finding.rule.code) for finding in load_root(project).findings}
    shown = {b"\xe5.yml": r"\xe5.yml", "en\nrad.yml": r"en\u000arad.yml", "\x1b[31m.md": r"\u001b[31m.md"}
    wanted = {(shown.get(name, name), code) for name, _, code in ODD.values()}
    assert wanted - found == set()


def test_a_byte_order_mark_is_nothing_to_tell(project: Path, tmp_path: Path) -> None:
    folder = copy_project(tmp_path, CORPUS / "agreements")
    for path in (folder / HERE).iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_root(folder).report == ""


def test_no_folder_at_all_is_told(tmp_path: Path) -> None:
    assert {finding.rule.code for finding in load_root(tmp_path).findings} == {"A410"}
