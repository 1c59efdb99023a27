"""`make audit` believes no silence: what could not be asked about is said, and is no good answer."""

import json

import pytest

from tests.audit import Answer, Package, faults, npm_answer, packages, pip_answer

WELL = {"name": "jinja2", "version": "3.1.6", "vulns": []}
FAULTY = {
    "name": "a",
    "version": "1.0",
    "vulns": [{"id": "CVE-1", "fix_versions": ["1.1"]}, {"id": "CVE-2", "fix_versions": []}],
}
SKIPPED = {"name": "uv", "skip_reason": "Dependency not found on PyPI and could not be audited: uv (0.13.9)"}
NPM = {"metadata": {"dependencies": {"total": 3}}, "vulnerabilities": {}}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"dependencies": [WELL]}, Answer(1)),
        ({"dependencies": [SKIPPED, WELL]}, Answer(1, (), ("uv",))),
        ({"dependencies": [FAULTY]}, Answer(1, ("a 1.0: CVE-1, rättat i 1.1", "a 1.0: CVE-2, inte rättat"))),
        ({}, None),
    ],
)
def test_what_pip_audit_says(said: object, answer: Answer | None) -> None:
    assert pip_answer(json.dumps(said)) == answer


def test_what_npm_says() -> None:
    assert npm_answer(json.dumps(NPM)) == Answer(3)
    faulty = {**NPM, "vulnerabilities": {"b": {"range": "<2", "severity": "high"}}}
    assert npm_answer(json.dumps(faulty)) == Answer(3, ("b <2: high",))
    assert npm_answer('{"message": "405 Method Not Allowed"}') is npm_answer("") is None


@pytest.mark.parametrize(
    ("found", "code", "said"),
    [
        ([("site", Answer(3)), ("pages", Answer(2))], 0, ""),
        ([("site", Answer(3, ("a 1.0: CVE-1",)))], 1, ""),
        # Whoever could not be asked about weighs more than a fault: the answer is not whole.
        ([("site", Answer(3, ("a 1.0: CVE-1",))), ("pages", None)], 2, "alla i pages."),
        ([("lock", Answer(0, (), ("uv",)))], 2, "alla i lock."),
        ([("site", Answer(1, (), ("uv",)))], 2, "uv i site."),
    ],
)
def test_the_exit_code(
    found: list[tuple[str, Answer | None]], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert faults(iter(found)) == code
    told = capsys.readouterr().err
    assert told.strip().endswith(said) and told.count("\n") == (1 if said else 0)


def test_every_package_of_every_lock_has_a_licence_that_we_accept() -> None:
    found = list(packages())
    assert {each.lock for each in found} == {"site", "import", "test", "lock", "audit", "lighthouse", "pages"}
    assert [each for each in found if not each.accepted] == []
    assert not Package("site", "x", "1", "GPL-3.0-only").accepted
