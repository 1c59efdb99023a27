"""Building beside the published folder, and swapping when all is well.

In: the project's root. Out: a new `site/`, or the old one untouched. Not here: what is built.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from edge.swap import Busy, alone, publish, restore, site_of
from options import refused

# How Python ends its report when the system would not do something.
_REFUSED = re.compile(r"^\w+: \[Errno (\d+)\] (.+?)(?:: (?:'.*' -> )?'(.*)')?$")


def build_site(root: Path) -> tuple[bool, str]:
    """Build strictly with MkDocs. Returns whether it went well, and what there is to say."""
    try:
        with alone(root) as lock:
            return _build(root, lock)
    except Busy as busy:
        return False, str(busy)
    except OSError as error:
        return False, refused(error)


def _build(root: Path, lock: int) -> tuple[bool, str]:
    restore(root)
    _, new, _ = site_of(root)
    # Where nothing can be written we know it before there is anything to write.
    new.mkdir()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    # MkDocs has the lock too: should we be killed, nobody builds in its folder while it goes on alone.
    kept = () if sys.platform == "win32" else (lock,)
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, pass_fds=kept
    )
    if done.returncode == 0:
        publish(root)
    shutil.rmtree(new, ignore_errors=True)
    return done.returncode == 0, _told(done.stderr + done.stdout)


def _told(said: str) -> str:
    """What MkDocs said; in one sentence where it only passed on that the system would not do something."""
    last = said.strip().rpartition("\n")[2]
    if "Traceback" in said and (found := _REFUSED.match(last)):
        number, words, name = found.groups()
        return refused(OSError(int(number), words, name) if name else OSError(int(number), words))
    return said
