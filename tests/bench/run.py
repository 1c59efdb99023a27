"""One command, measured: seconds by the clock, seconds of the processor, and the most memory that it held.

In: the words of a command. Out: `Cost`. Not here: what is run.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds, seconds of the processor, megabytes at most, and what it said."""

    seconds: float
    cpu: float
    memory: float
    said: str


class Failed(Exception):
    """A command that did not do what it was asked; its text is what it said last."""


def run(folder: Path, *words: str) -> Cost:
    """Run Python in a folder. Raises `Failed`."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    start = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    said = process.stdout.read()
    # wait4 counts the processes that it started too, which getrusage would add up over all runs.
    _, status, used = os.wait4(process.pid, 0)
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(words)}: {said.strip().rpartition(chr(10))[2]}")
    return Cost(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said)
