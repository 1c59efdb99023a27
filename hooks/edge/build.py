"""Building beside the published folder, and swapping when all is well.

In: the project's root. Out: a new `site/`, or the old one untouched. Not here: what is built.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def build_site(root: Path) -> tuple[bool, str]:
    """Build strictly with MkDocs. Returns whether it went well, and what MkDocs said."""
    site, new, old = root / "site", root / ".site.new", root / ".site.old"
    _restore(site, old)
    shutil.rmtree(new, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        _swap(site, new, old)
    shutil.rmtree(new, ignore_errors=True)
    return done.returncode == 0, done.stderr + done.stdout


def _swap(site: Path, new: Path, old: Path) -> None:
    if site.exists():
        os.replace(site, old)
    os.replace(new, site)
    shutil.rmtree(old, ignore_errors=True)


def _restore(site: Path, old: Path) -> None:
    """Undo a swap that was cut off between its two steps."""
    if old.exists() and not site.exists():
        os.replace(old, site)
    shutil.rmtree(old, ignore_errors=True)
