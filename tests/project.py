"""Projects to build in tests: a copy of this one, with its own agreements or with the invented ones.

In: a folder. Out: a project in it, and what a real MkDocs build of it says. Not here: assertions.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus" / "agreements"
# What the machine that runs the tests may have set for a site of its own.
SETTINGS = ("SOURCE_DATE_EPOCH", "SITE_URL", "REPORT_URL", "REPOSITORY_HOST", "REPOSITORY_URL", "REPOSITORY_BRANCH")


def copy_project(folder: Path, agreements: Path = ROOT / "agreements") -> Path:
    """The project in `folder`, with the given agreements. What it was built from here is left behind."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    shutil.copytree(agreements, folder / "agreements")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    # The fonts take seconds to cut and are the same for everybody.
    if (ROOT / ".cache" / "fonts").is_dir():
        shutil.copytree(ROOT / ".cache" / "fonts", folder / ".cache" / "fonts")
    return folder


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of Python in a project, with what it said."""
    clean = {key: value for key, value in os.environ.items() if key not in SETTINGS}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**clean, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def build(folder: Path, **environment: str) -> Path:
    """The site of a project, built as an editor builds it. Fails with what the build said."""
    done = run(folder, "hooks/cli.py", "build", **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
