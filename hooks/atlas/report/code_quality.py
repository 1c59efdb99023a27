"""Findings as GitLab's code quality report, which shows each beside its line in the merge request.

In: findings. Out: JSON. Not here: any other host's format, and what runs the check.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from atlas.report.annotations import message
from atlas.source import File, Finding


def to_gitlab(findings: Iterable[Finding], files: Mapping[str, File]) -> str:
    """A list, empty when nothing is wrong."""
    seen: Counter[str] = Counter()
    return json.dumps([_issue(finding, seen) for finding in findings], ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    # What is the same before and after a change must have the same name, so lines are no part of it: they move.
    same = "\n".join([finding.span.path, finding.rule.code, finding.message])
    seen[same] += 1
    return {
        "description": f"{finding.rule.code} {finding.rule.title}\n{message(finding)}",
        "check_name": finding.rule.code,
        "fingerprint": sha256(f"{same}\n{seen[same]}".encode()).hexdigest(),
        # A finding stops the build: there is no kind that passes.
        "severity": "blocker",
        "location": {
            "path": finding.span.path,
            "lines": {"begin": finding.span.line, "end": max(finding.span.line, finding.span.end_line)},
        },
    }
