"""`python -m edge.importers SUFFIX`: reads one file from standard input within limits, answers with JSON.

In: bytes that may be hostile. Out: {"done": …} or {"refused": …} on standard output. Not here: disk and network. A
file that breaks its reader breaks this process only.
"""

import json
import sys
from contextlib import suppress
from dataclasses import asdict

from atlas.convert.text import convert
from edge.importers import read
from edge.importers.refuse import Refused

MEMORY = 2 * 1024**3
SECONDS = 60


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the one on time holds there too, from outside
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        hard = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):  # macOS refuses some of them
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main(suffix: str) -> None:
    """Answer one question."""
    _limit()
    try:
        answer: dict[str, object] = {"done": asdict(convert(read(suffix, sys.stdin.buffer.read())))}
    except Refused as refused:
        answer = {"refused": str(refused)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
