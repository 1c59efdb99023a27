"""The only clock that a build knows: when the data was last changed.

In: the project's folder and its data. Out: `SOURCE_DATE_EPOCH` in the environment. Not here: today's date, ever: two
builds of one commit are the same to the byte.
"""

import subprocess
from collections.abc import MutableMapping
from datetime import UTC, datetime
from pathlib import Path

from atlas.pipeline import Outcome

NAME = "SOURCE_DATE_EPOCH"


def set_clock(environment: MutableMapping[str, str], root: Path, outcome: Outcome) -> str:
    """Set the clock, unless somebody has: the commit's date, or without git the newest review. Returns the ISO date."""
    if NAME not in environment:
        environment[NAME] = str(_commit_time(root) or _newest_review(outcome))
    return datetime.fromtimestamp(int(environment[NAME]), UTC).date().isoformat()


def _commit_time(root: Path) -> int | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return None
    return int(told) if told.isdigit() else None


def _newest_review(outcome: Outcome) -> int:
    known = outcome.atlas.agreements if outcome.atlas else ()
    days = [datetime.fromisoformat(agreement.review.on).replace(tzinfo=UTC) for agreement in known]
    return int(max(days).timestamp()) if days else 0
