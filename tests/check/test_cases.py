"""Every mistake that the check knows, each made in the invented corpus, with the whole report that an editor sees.

One file of cases per rule: `name`, `change` (a list of edits) and `expect` (the report, empty when nothing is wrong).
An edit has a `file` (below agreements/) and one of: `old` and `new` (the first is found once), `old` and `bytes`,
`bytes` (the whole file, as hexadecimal digits), `add` (at the end, or as a new file), `repeat: [text, times]` (the
whole file), `remove: true`, or `trouble` (what the disk says of it). A case of what only shows beside an earlier state
has a `base`: the edits that make it. Written anew by `pytest --update-golden`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml

from atlas.check.catalog import rules
from atlas.load.read import Entry
from atlas.pipeline import load

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One mistake, or several made at once. `file` is where it is told."""

    file: Path
    name: str
    change: list[dict[str, Any]]
    expect: str
    base: list[dict[str, Any]] | None = None

    @property
    def codes(self) -> set[str]:
        """The rules that its report speaks of."""
        return set(re.findall(r"^agreements/\S+:\d+:\d+ (A\d+) ", self.expect, re.MULTILINE))


def read_cases() -> list[Case]:
    files = sorted(FOLDER.glob("*.yml"))
    return [Case(file, **case) for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


CASES = read_cases()


def changed(corpus: Mapping[str, bytes], edits: list[dict[str, Any]]) -> list[Entry]:
    files = {path: Entry(path, data) for path, data in corpus.items()}
    for edit in edits:
        path = f"agreements/{edit['file']}"
        data = files[path].data if path in files else b""
        match edit:
            case {"old": old, **new}:
                assert data.count(old.encode()) == 1, f"{path} has {data.count(old.encode())} × {old}"
                put = bytes.fromhex(new["bytes"]) if "bytes" in new else new["new"].encode()
                data = data.replace(old.encode(), put)
            case {"bytes": digits}:
                data = bytes.fromhex(digits)
            case {"add": text}:
                data += text.encode()
            case {"repeat": [text, times]}:
                data = text.encode() * times
        if edit.get("remove"):
            del files[path]
        else:
            files[path] = Entry(path, b"" if "trouble" in edit else data, edit.get("trouble", ""))
    return sorted(files.values(), key=lambda entry: entry.path)


def rewrite(case: Case, report: str) -> None:
    """Put a report into the case's file in place of the one that stands there; all else stays as it was written."""
    parts = re.split(r"^(?=- name: )", case.file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = "".join(f"    {line}".rstrip(" ") + "\n" for line in report.split("\n")[:-1])
    shown = f" |\n{lines}" if report else ' ""\n'
    for number, part in enumerate(parts):
        if yaml.safe_load(part) and yaml.safe_load(part)[0]["name"] == case.name:
            parts[number] = part[: part.index("\n  expect:")] + f"\n  expect:{shown}\n"
    case.file.write_text("".join(parts).rstrip("\n") + "\n", encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file.stem}: {case.name}" for case in CASES])
def test_case(case: Case, corpus: Mapping[str, bytes], update_golden: bool) -> None:
    began = process_time()
    base = None if case.base is None else changed(corpus, case.base)
    outcome = load(changed(corpus, case.change), base)
    assert process_time() - began < 5  # however busy the machine is
    report = outcome.report
    if update_golden:
        rewrite(case, report)
    else:
        assert report == case.expect
    assert (outcome.atlas is None) == bool(report)
    # Findings are sorted by place, and none is told twice.
    assert list(outcome.findings) == sorted(set(outcome.findings), key=lambda finding: finding.order)
    if case.file.stem in rules():
        assert any(finding.rule.code == case.file.stem for finding in outcome.findings) != ("is fine" in case.name)


def test_every_rule_has_its_file_of_cases() -> None:
    told = {case.file.stem for case in CASES if case.file.stem in case.codes}
    assert [code for code in rules() if code not in told] == []


def test_names_of_cases_are_their_own() -> None:
    names = [(case.file.stem, case.name) for case in CASES]
    assert len(names) >= 70
    assert len(set(names)) == len(names)
