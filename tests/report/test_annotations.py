"""Findings as git hosts show them beside their lines."""

import json

import pytest

from atlas.report.annotations import to_github
from atlas.report.code_quality import to_gitlab
from atlas.report.finding_formats import FORMATS
from atlas.source import Finding, Rule, Span
from tests.conftest import Golden

PATH = "agreements/exempel/lan-2022/agreement.yml"
RULE = Rule("A999", "Något är fel: 100 %, helt.", "Så här är det.", "rätt: ja\nrätt: nej")
FINDINGS = [
    RULE.at(Span(PATH, 3, 5, 3, 9), "Det är fel: «a, b» är 50 %."),
    RULE.at(Span(PATH, 3, 5, 3, 9), "Det är fel: «a, b» är 50 %.", "Menade du «c»?"),
    RULE.at(Span(PATH, 7, 2, 9, 4), "Flera rader.\r\n::error::och en till"),
    RULE.at(Span("agreements/å b,c:d/text.md"), "Hela filen."),
    RULE.at(Span(PATH, 4, 6, 4, 6), "Ingen bredd."),
]


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_the_findings_of_a_host(name: str, golden: Golden) -> None:
    golden(f"findings.{name}.txt", FORMATS[name](FINDINGS, {}))


def test_each_finding_is_one_line_and_one_command() -> None:
    lines = to_github(FINDINGS, {}).splitlines()
    assert len(lines) == len(FINDINGS)
    for line in lines:
        properties = line.removeprefix("::error ").partition("::")[0]
        assert line.startswith("::error file=") and len(properties.split(",")) in (3, 4, 5)
        assert all(pair.count("=") == 1 for pair in properties.split(","))


def test_a_finding_keeps_its_name_when_its_line_moves() -> None:
    def names(findings: list[Finding]) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(to_gitlab(findings, {}))]

    assert len(set(names(FINDINGS))) == len(FINDINGS)
    moved = RULE.at(Span(PATH, 4, 5, 4, 9), "Det är fel: «a, b» är 50 %.")
    assert names([moved]) == names(FINDINGS)[:1]


def test_no_findings() -> None:
    assert to_github([], {}) == "" and json.loads(to_gitlab([], {})) == []
