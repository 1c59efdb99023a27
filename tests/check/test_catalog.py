"""What is found by itself stands here by name too: a rule or a check that falls out of the search is missed."""

import re

import pytest

from atlas.check import checks
from atlas.check.catalog import rules
from atlas.report.text import explain
from atlas.source import Rule
from tests.conftest import Golden

RULES = list(rules().values())


def test_rules_and_checks_are_these(golden: Golden) -> None:
    lines = [f"{rule.code} {rule.title}" for rule in RULES]
    golden("catalog.txt", "\n".join([*lines, "", *checks(), ""]))


def test_codes_are_their_own_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"A[1-6]\d\d", code) for code in codes)
    assert list(rules()) == codes


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_is_told_in_swedish(rule: Rule) -> None:
    assert rule.title.endswith(".") and "\n" not in rule.title
    assert rule.story.endswith(".") and re.search("[åäö]", rule.story)
    assert len(rule.story.split()) >= 5
    assert rule.example.strip() == rule.example != ""
    assert explain(rule).startswith(f"{rule.code} {rule.title}\n\n{rule.story}\n\n")


def test_two_rules_with_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import atlas.check.ages as ages

    twin = Rule(RULES[0].code, "En annan regel.", "Den har samma kod.", "x")
    monkeypatch.setattr(ages, "TWIN", twin, raising=False)
    with pytest.raises(ValueError, match=twin.code):
        rules()
