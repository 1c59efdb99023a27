"""What hands and tools do to files, at random: `python tests/check/fuzz.py 2000` runs it long, test_fuzz.py a little.

In: files that check clean, and a number. Out: figures, and every outcome that was neither clean nor findings that point
into the files. Not here: assertions.
"""

import sys
import time
import traceback
from collections import Counter
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from atlas.check.apart import Clean, check_apart  # noqa: E402
from atlas.edit.mend import mend  # noqa: E402
from atlas.load.read import Entry  # noqa: E402
from atlas.pipeline import Outcome, load  # noqa: E402
from atlas.report.finding_formats import FORMATS  # noqa: E402
from atlas.source import Span  # noqa: E402

# How long one check may take, in seconds of the processor: other programs on the machine are no fault of ours.
MOST_SECONDS = 2.0
VOCABULARY = "agreements/vocabulary"
# What hands and tools leave behind in files.
_SCRAPS = (
    *("- ", "  ", ": ", "#", "[", "]", "{", "}", '"', "'", "&a ", "*a", "!x ", "|", ">-", "%", "@", "`", "?", "---\n"),
    *("\t", "\r", "\u00ad", "\u200b", "\ufeff", "\u202e", "\x00", "\u0301", "…", "[…]", "**", "\\", "# ", "| - |\n"),
    *("0", "1/0", "99999999999", "~", "null", "id:", "topics:", "quote:", "sections: x", "å", "😀", "[" * 400),
)
# What a value may become when its shape is forgotten.
_VALUES = ("", "ja", "-1", "1:30", "2022-02-30", "{}", "[]", "[[]]", "{a: b}", "- x", "*a", "silent", "all", "x" * 2000)
_BYTES = (b"\xff", b"\xfe\xff", b"\x00", b"\xc3", b"\xed\xa0\x80", b"\r", b"\xef\xbb\xbf", b"\x1b[2J")
_LINES = ("delete", "repeat", "deeper", "shallower", "move", "cut the rest", "delete block", "repeat block")
_POSITION = st.floats(0, 1, exclude_max=True)
_EDIT = st.one_of(
    st.tuples(st.sampled_from(_LINES), _POSITION, _POSITION.map(str)),
    st.tuples(st.just("swap two"), _POSITION, st.just("")),
    st.tuples(st.sampled_from(("insert line", "insert")), _POSITION, st.sampled_from(_SCRAPS)),
    st.tuples(st.just("new value"), _POSITION, st.sampled_from(_VALUES)),
    st.tuples(st.just("new key"), _POSITION, st.sampled_from(("id", "quote", "ages", "x y", "å", ""))),
)
_BYTE_EDIT = st.tuples(_POSITION, st.sampled_from(_BYTES) | st.binary(min_size=1, max_size=4))
_EDITS: st.SearchStrategy[Any] = st.tuples(st.lists(_EDIT, min_size=1, max_size=3), st.just([]))
# Broken bytes hide all that stands beside them, so they come less often.
CHANGES: st.SearchStrategy[Any] = st.one_of(
    _EDITS, _EDITS, _EDITS, st.tuples(st.just([]), st.lists(_BYTE_EDIT, min_size=1, max_size=2))
)
Changes = tuple[list[tuple[str, float, str]], list[tuple[float, bytes]]]


def edited(text: str, kind: str, position: float, words: str) -> str:
    """The text after one edit of characters, lines or structure."""
    lines = text.splitlines(keepends=True) or [""]
    row, at = int(position * len(lines)), int(position * (len(text) + 1))
    line, end = lines[row], _block_end(lines, row)
    match kind:
        case "insert":
            return text[:at] + words + text[at:]
        case "swap two":
            return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        case "cut the rest":
            return text[:at]
        case "insert line":
            lines[row] += words + "\n"
        case "delete":
            lines[row] = ""
        case "repeat":
            lines[row] *= 2
        case "deeper":
            lines[row] = "  " + line
        case "shallower":
            lines[row] = line.removeprefix("  ")
        case "move":
            lines.insert(int(float(words) * len(lines)), lines.pop(row))
        case "delete block":
            del lines[row:end]
        case "repeat block":
            lines[end:end] = lines[row:end]
        case "new value":
            lines[row] = f"{line.partition(':')[0].rstrip()}: {words}\n"
        case "new key":
            lines[row] = f"{line[: len(line) - len(line.lstrip())]}{words}:{line.partition(':')[2].rstrip()}\n"
    return "".join(lines)


def _block_end(lines: list[str], row: int) -> int:
    """Where the block that begins at a line ends: before the next line that is not deeper."""
    depth = len(lines[row]) - len(lines[row].lstrip())
    ends = (n for n in range(row + 1, len(lines)) if len(lines[n]) - len(lines[n].lstrip()) <= depth)
    return next(ends, len(lines))


def changed(data: bytes, changes: Changes) -> bytes:
    """A file after all its edits."""
    edits, byte_edits = changes
    if edits:
        text = data.decode()
        for edit in edits:
            text = edited(text, *edit)
        data = text.encode()
    for position, scrap in byte_edits:
        at = int(position * (len(data) + 1))
        data = data[:at] + scrap + data[at + len(scrap) :]
    return data


def is_inside(span: Span, outcome: Outcome) -> bool:
    """Whether both ends of a span are places of its file; a file that could not be read has only its first line."""
    file = outcome.files.get(span.path)
    if file is None:
        return span.line >= 1 and span.column >= 1
    begins, ends = (span.line, span.column), (span.end_line, span.end_column)
    # A finding at the end of a line has its caret just after it.
    return begins <= ends and all(
        1 <= line <= len(file.starts) and 1 <= column <= len(file.line(line)) + 1 + extra
        for extra, (line, column) in enumerate((begins, ends))
    )


def outcome_of(
    files: Mapping[str, bytes], path: str, data: bytes, kept: MutableMapping[str, Clean] | None = None
) -> Outcome:
    """What the check says with one file changed. Raises AssertionError when it is not what an editor can use, or when
    a check with what was `kept` of all earlier ones says anything else; what comes of this one is kept too.
    """
    entries = [Entry(each, data if each == path else files[each]) for each in files]
    start = time.process_time()
    outcome = load(entries)
    report = outcome.report
    took = time.process_time() - start
    assert took < MOST_SECONDS, f"{took:.1f} s"
    assert (outcome.atlas is None) == bool(outcome.findings)
    assert report.endswith("\n") or not outcome.findings
    for finding in outcome.findings:
        assert is_inside(finding.span, outcome), f"{finding.span} {finding.rule.code} {finding.message}"
    for told in FORMATS.values():
        told(outcome.findings, outcome.files)
    if kept is not None:
        again = check_apart(entries, kept, "")
        assert again.findings == outcome.findings and again.keep == outcome.keep
        assert again.files.keys() == outcome.files.keys()
        kept.update(again.keep)
    folder = path.rpartition("/")[0]
    mend([entry for entry in entries if entry.path.startswith(f"{folder}/")])
    return outcome


@dataclass
class Figures:
    """What became of all runs."""

    clean: int = 0
    found: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    slowest: float = 0.0
    broken: dict[str, str] = field(default_factory=dict)


def near(files: Mapping[str, bytes], path: str) -> dict[str, bytes]:
    """What a change in a file can touch: the vocabulary, its own folder and the folders that it names. For one of the
    vocabulary a single agreement is enough, to have its words looked up.
    """
    folder = path.rpartition("/")[0]
    if folder == VOCABULARY:
        folder = min(each.rpartition("/")[0] for each in files if each.endswith("/agreement.yml"))
    own = b"".join(data for each, data in files.items() if each.startswith(f"{folder}/"))
    folders = {each.rpartition("/")[0] for each in files}
    named = {each for each in folders if each.removeprefix("agreements/").encode() in own}
    return {each: data for each, data in files.items() if each.rpartition("/")[0] in {VOCABULARY, folder, *named}}


def run(files: Mapping[str, bytes], number: int, chosen: int = 0) -> Figures:
    """Change the files so many times, one file at a time, and count what becomes of it."""
    figures = Figures()
    kept = check_apart([Entry(path, data) for path, data in files.items()], {}, "").keep
    # There are more files in the vocabulary than there are agreements, and less to go wrong in them.
    paths = [path for path in sorted(files) for _ in range(1 if path.startswith(VOCABULARY) else 3)]

    @seed(chosen)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(paths), CHANGES)
    def once(path: str, changes: Changes) -> None:
        figures.files[path.rpartition("/")[2]] += 1
        start = time.process_time()
        try:
            outcome = outcome_of(near(files, path), path, changed(files[path], changes), kept)
        except Exception:
            trace = traceback.format_exc()
            figures.broken.setdefault(trace[-600:], f"{path} {changes}\n{trace}")
            return
        figures.slowest = max(figures.slowest, time.process_time() - start)
        figures.clean += not outcome.findings
        figures.codes |= {finding.rule.code for finding in outcome.findings}
        figures.found["findings"] += bool(outcome.findings)

    once()
    return figures


def main(words: list[str]) -> int:
    """Run it on the agreements of this project, and print the figures."""
    from edge.disk import read_agreements

    number, chosen = (*(int(word) for word in words), *(2000, 0)[len(words) :])
    start = time.monotonic()
    figures = run({entry.path: entry.data for entry in read_agreements(ROOT)}, number, chosen)
    for told in figures.broken.values():
        print(told, "\n")
    print(f"runs {sum(figures.files.values())} · clean {figures.clean} · findings {figures.found['findings']}")
    print(f"neither {len(figures.broken)} kinds · rules met {len(figures.codes)}: {' '.join(sorted(figures.codes))}")
    print(f"slowest {figures.slowest:.2f} s of processor · {time.monotonic() - start:.0f} s in all")
    print("files: " + ", ".join(f"{name} {count}" for name, count in figures.files.most_common()))
    return bool(figures.broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
