"""Text files: lines and blank lines, with page breaks where there are any.

In: bytes. Out: a `Draft` of lines.
"""

import re

from atlas.convert.draft import Draft, Line
from edge.importers.letters import decode


def read(data: bytes) -> Draft:
    """The lines of a text file, by page."""
    text, notes = decode(data)
    pages: list[tuple[Line, ...]] = []
    number = 0
    for page in text.replace("\r\n", "\n").replace("\r", "\n").split("\f"):
        lines: list[Line] = []
        gap = True
        for raw in page.split("\n"):
            number += 1
            if raw.strip():
                indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
                level, words = _heading(raw.strip())
                lines.append(Line(words, f"rad {number}", gap, level=level, left=float(indent)))
            gap = not raw.strip()
        number -= 1  # the line that the page break stands on is one line
        pages.append(tuple(lines))
    return Draft(lines=tuple(pages), notes=tuple(notes))


def _heading(line: str) -> tuple[int, str]:
    """The level and the words of a heading that is written as Markdown; level 0 for all else."""
    match = re.match(r"(#{1,6}) +(.*?)(?: +#+)?$", line)
    return (len(match.group(1)), match.group(2)) if match else (0, line)
