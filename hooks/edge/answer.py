"""What a change means, as files that another job posts: `python -m edge.answer FOLDER`, with `hooks` in PYTHONPATH.

In: the project's folder, and from the environment `BASE` (what to compare with), `NUMBER` (the pull request's) and
`PREVIEW` (the address of its hosted preview, with `{number}`, if there are such). Out: a folder with one file per part.
Not here: any right to write anywhere else. The job that runs this runs somebody's files, so it has none.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from atlas.report.answer import DIFFERENCE, FINDINGS, MENDED, NUMBER
from atlas.report.difference_markdown import escaped
from edge.compare import WORKING_TREE

ROOT = Path(__file__).resolve().parents[2]
CLEAN, WITH_FINDINGS = 0, 1


def write(root: Path, folder: Path, environment: Mapping[str, str]) -> None:
    """Write what the commands say. A command that could not run says so in its part; it never leaves it empty."""
    folder.mkdir(parents=True, exist_ok=True)
    number = environment.get("NUMBER", "")
    preview = environment.get("PREVIEW", "").replace("{number}", number)
    site = ["--site", preview] if preview else []
    base = environment.get("BASE") or "HEAD^1"
    compared, difference = _told(root, "diff", base, "--format", "markdown", *site)
    # Who reads a comment knows of a proposal, and of nothing called HEAD.
    states = f"{escaped(base)} → {escaped(WORKING_TREE)}"
    difference = difference.replace(states, "Det som gäller nu → förslaget", 1)
    checked, findings = _told(root, "check", "--against", base)
    # What needs no mending exits clean.
    mending, mended = _told(root, "check", "--fix", "--dry-run")
    parts = {
        # Why there is none stands first; the findings that follow it have a part of their own.
        DIFFERENCE: difference if compared == CLEAN else difference.split("\n\n")[0].replace(WORKING_TREE, "förslaget"),
        FINDINGS: findings if checked != CLEAN else "",
        MENDED: mended if mending == WITH_FINDINGS else "",
        NUMBER: number,
    }
    for name, words in parts.items():
        (folder / name).write_text(words, encoding="utf-8")


def _told(root: Path, *words: str) -> tuple[int, str]:
    command = [sys.executable, str(root / "hooks" / "cli.py"), *words]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return done.returncode, done.stdout or done.stderr


if __name__ == "__main__":
    write(ROOT, Path(sys.argv[1]), os.environ)
