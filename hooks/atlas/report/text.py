"""Findings for a person at a terminal: place, what is wrong, the line with a caret, and what would help.

In: findings and the files they speak of. Out: text. Not here: colours, and any judgement.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import dedent

from atlas.source import OWN_EXAMPLE, File, Finding, Rule, Span

_WIDEST = 110
_EXAMPLE = "Rätt skrivet kan det se ut så här:"


def to_text(findings: Iterable[Finding], files: Mapping[str, File]) -> str:
    """All findings, a blank line between them, and a last line that counts them; empty when there are none."""
    parts = ["\n".join(_finding(finding, files.get(finding.span.path))) for finding in findings]
    if not parts:
        return ""
    count = "1 fel" if len(parts) == 1 else f"{len(parts)} fel"
    return "\n\n".join(parts) + f"\n\n{count}. Mer om ett fel: python hooks/cli.py explain KOD\n"


def _finding(finding: Finding, file: File | None) -> Iterator[str]:
    span, rule = finding.span, finding.rule
    yield f"{span.path}:{span.line}:{span.column} {rule.code} {rule.title}"
    yield f"  {finding.message}"
    # A finding of a whole file has no line to show.
    if file and not rule.private and span != Span(span.path):
        yield from _excerpt(file, _to_words(file, span))
    yield from (f"  {hint}" for hint in finding.hints)
    # An example of the very key says more than the rule's, which is of any key.
    if not any(hint.startswith(OWN_EXAMPLE) for hint in finding.hints):
        yield f"  {_EXAMPLE}"
        yield from (f"      {line}".rstrip() for line in rule.example.split("\n"))


def _to_words(file: File, span: Span) -> Span:
    """Where a YAML block such as `>-` begins, its first line of words instead."""
    if span.line == span.end_line or not re.fullmatch(r"[>|][-+0-9]*", file.line(span.line)[span.column - 1 :].strip()):
        return span
    number = next(number for number in range(span.line + 1, span.end_line + 1) if file.line(number).strip())
    line = file.line(number)
    return Span(span.path, number, len(line) - len(line.lstrip()) + 1, number, len(line) + 1)


def _excerpt(file: File, span: Span) -> Iterator[str]:
    """The line, cut around the column when it is long, with carets under what is meant."""
    line = file.line(span.line)
    if not line.strip():
        return
    begin = max(0, span.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[begin : begin + _WIDEST].replace("\t", " ")
    end = span.end_column if span.end_line == span.line else len(line) + 1
    width = max(1, min(end, begin + _WIDEST + 1) - span.column)
    number = str(span.line)
    yield f"  {number} | {shown}".rstrip()
    yield f"  {' ' * len(number)} | {' ' * (span.column - 1 - begin)}{'^' * width}"


@dataclass(frozen=True, slots=True)
class Case:
    """A mistake that breaks a rule: the lines that are wrong, the same lines mended, and what the check says."""

    wrong: str
    right: str
    told: str


def explain(rule: Rule, case: Case | None = None) -> str:
    """The story of a rule: what is wrong, why it matters, how to mend it, and a mistake of the kind."""
    parts = [f"{rule.code} {rule.title}", rule.story, f"{_EXAMPLE}\n{_indented(rule.example)}"]
    if case and case.wrong.strip() and case.right.strip():
        parts += [f"Ett fel av det slaget, ur ett påhittat avtal:\n{_indented(case.wrong)}"]
        parts += [f"Så blir det rätt:\n{_indented(case.right)}"]
    if case and case.told:
        parts += [f"Så säger kontrollen:\n{_indented(case.told.partition(f'  {_EXAMPLE}')[0].rstrip())}"]
    return "\n\n".join(parts) + "\n"


def _indented(words: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in dedent(words).strip("\n").split("\n"))
