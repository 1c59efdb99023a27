"""Findings for a person at a terminal: place, what is wrong, the line with a caret, and what would help.

In: findings and the files they speak of. Out: text. Not here: colours, and any judgement.
"""

from collections.abc import Iterable, Iterator, Mapping

from atlas.source import File, Finding, Rule, Span

_WIDEST = 110


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
    if file and file.line(span.line).strip():
        yield from _excerpt(file.line(span.line), span)
    yield from (f"  {hint}" for hint in finding.hints)
    yield "  Rätt skrivet kan det se ut så här:"
    yield from (f"      {line}" for line in rule.example.split("\n"))


def _excerpt(line: str, span: Span) -> Iterator[str]:
    """The line, cut around the column when it is long, with carets under what is meant."""
    begin = max(0, span.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[begin : begin + _WIDEST].replace("\t", " ")
    end = span.end_column if span.end_line == span.line else len(line) + 1
    width = max(1, min(end, begin + _WIDEST + 1) - span.column)
    number = str(span.line)
    yield f"  {number} | {shown}"
    yield f"  {' ' * len(number)} | {' ' * (span.column - 1 - begin)}{'^' * width}"


def explain(rule: Rule) -> str:
    """The story of a rule: what is wrong, why it matters, how to mend it."""
    example = "\n".join(f"    {line}" for line in rule.example.split("\n"))
    return f"{rule.code} {rule.title}\n\n{rule.story}\n\nRätt skrivet kan det se ut så här:\n{example}\n"
