"""A difference as Markdown, for the comment of a pull request.

In: a `Report`. Out: Markdown that begins with a mark and a heading that stay the same, so that one comment can be found
and written anew. What editors write is data: no sign in it is mark-up, no word in it names a user or another thread.
Not here: who posts it.
"""

import re
from collections.abc import Iterable, Iterator

from atlas.diff.told import Told
from atlas.report.difference import NO_CHANGES, Report, one_line, unchanged

MARK = "<!-- avtalsatlas: skillnad -->"
HEADING = "## Vad ändringen betyder"
# Git hosts refuse longer comments than 65,536 characters.
MOST = 60_000

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$^=])")
# What git hosts read in text that is already written: users, threads, labels, addresses.
_READ = re.compile(r"(?<=[@#!%])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
# A sign of no width, so that the words look the same.
_BREAK = "\u2060"


def to_markdown(report: Report) -> str:
    """The whole difference, or as much of it as fits in a comment."""
    start = [MARK, HEADING, f"{escaped(report.base)} → {escaped(report.head)}"]
    start += [escaped(remark) for remark in report.remarks]
    end = list(_end(report))
    parts, left = _fitting(report.told, MOST - sum(len(part) + 2 for part in (*start, *end)))
    if not report.told:
        parts = [NO_CHANGES]
    elif left:
        parts.append(f"**{left} ändringar till** får inte plats här. Kommandot `python hooks/cli.py diff` visar alla.")
    return "\n\n".join([*start, *parts, *end]) + "\n"


def _fitting(told: Iterable[Told], room: int) -> tuple[list[str], int]:
    """The parts that there is room for, and how many sentences there is none for."""
    parts: list[str] = []
    left = 0
    for each in told:
        lines = [f"- **{escaped(sentence.subject)}:** {escaped(sentence.told)}" for sentence in each.sentences]
        heading = f"### {escaped(each.name)}"
        room -= len(heading) + 4
        fitting = []
        for line in lines:
            room -= len(line) + 1
            if room < 0:
                break
            fitting.append(line)
        left += len(lines) - len(fitting)
        if fitting:
            more = [f"{unchanged(each.unchanged)}.".capitalize()] if each.unchanged is not None else []
            room -= sum(len(line) + 2 for line in more)
            parts += [heading, "\n".join(fitting), *more]
    return parts, left


def _end(report: Report) -> Iterator[str]:
    if report.told:
        yield f"**Totalt:** {unchanged(report.difference.unchanged)}."
    if report.pages:
        lines = [f"- {_link(report.site, page)}" for page in report.pages]
        yield "### Sidor där ändringen syns"
        yield "\n".join(lines)


def _link(site: str, page: str) -> str:
    return f"[{escaped(page)}](<{site}{page}>)" if site else escaped(page)


def escaped(words: str) -> str:
    """Words as Markdown that shows just them, on one line."""
    return _READ.sub(_BREAK, _SIGNS.sub(r"\\\1", one_line(words)))
