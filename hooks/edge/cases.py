"""A mistake for each rule, from the tests that make it: the example can never say anything else than the check does.

In: the project's root and a rule. Out: the first of its cases. Not here: how it is told (report).
"""

from pathlib import Path

import yaml

from atlas.report.text import Case
from atlas.source import Rule


def read_case(root: Path, rule: Rule) -> Case | None:
    """The rule's first case; None when the tests are not here. What a private rule points at is never shown."""
    file = root / "tests" / "check" / "cases" / f"{rule.code}.yml"
    if not file.is_file():
        return None
    first = yaml.safe_load(file.read_text(encoding="utf-8"))[0]
    edit = first["change"][0]
    shown = "" if rule.private else edit.get("new", "")
    told = [part for part in first["expect"].split("\n\n") if f" {rule.code} " in part.partition("\n")[0]]
    # Of several findings, the one that shows the mistake itself.
    told.sort(key=lambda part: not shown or shown.strip() not in part)
    return Case(wrong=shown, right=edit.get("old", "") if shown else "", told=told[0] if told else "")
