"""Findings as workflow commands of GitHub Actions, which shows each beside its line in the pull request.

In: findings. Out: one line of text each. Not here: any other host's format, and what runs the check.
"""

from collections.abc import Iterable, Mapping

from atlas.source import File, Finding, Span

# What would end a message or a property, in the host's own spelling. The percent sign comes first: it begins the rest.
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def to_github(findings: Iterable[Finding], files: Mapping[str, File]) -> str:
    """One command a line. The host shows ten of a step beside their lines, and all of them in its log."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    properties = {**_place(finding.span), "title": f"{finding.rule.code} {finding.rule.title}"}
    told = ",".join(f"{name}={_spelled(value, _IN_PROPERTY)}" for name, value in properties.items())
    return f"::error {told}::{_spelled(message(finding), _IN_MESSAGE)}"


def _place(span: Span) -> dict[str, str]:
    place = {"file": span.path, "line": str(span.line)}
    if span == Span(span.path):
        return place
    if span.end_line > span.line:
        # The host takes columns only within one line.
        return {**place, "endLine": str(span.end_line)}
    return {**place, "col": str(span.column), "endColumn": str(max(span.column, span.end_column - 1))}


def message(finding: Finding) -> str:
    """What is wrong, what would help, and how it looks when it is right."""
    lines = [finding.message, *finding.hints, "Rätt skrivet kan det se ut så här:", finding.rule.example]
    return "\n".join(lines)


def _spelled(words: str, spelling: Mapping[str, str]) -> str:
    for sign, code in spelling.items():
        words = words.replace(sign, code)
    return words
