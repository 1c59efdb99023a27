"""Whatever happens to a file, the outcome is a clean one or findings that point into the files: never a traceback."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.load.read import Entry
from atlas.pipeline import Outcome, load
from atlas.source import Span

# What hands and tools leave behind in files.
_SCRAPS = (
    *("- ", "  ", ": ", "#", "[", "]", "{", "}", '"', "'", "&a ", "*a", "!x ", "|", ">-", "%", "@", "`", "?", "---\n"),
    *("\t", "\r", "\u00ad", "\u200b", "\ufeff", "\u202e", "\x00", "\u0301", "…", "[…]", "**", "\\", "# ", "| - |\n"),
    *("0", "1/0", "99999999999", "~", "null", "id:", "topics:", "quote:", "sections: x", "å", "😀"),
)
_POSITION = st.floats(0, 1, exclude_max=True)
_EDIT = st.one_of(
    st.tuples(st.just("delete line"), _POSITION, st.just("")),
    st.tuples(st.just("repeat line"), _POSITION, st.just("")),
    st.tuples(st.just("cut the rest"), _POSITION, st.just("")),
    st.tuples(st.just("swap two"), _POSITION, st.just("")),
    st.tuples(st.just("insert line"), _POSITION, st.sampled_from(_SCRAPS)),
    st.tuples(st.just("insert"), _POSITION, st.sampled_from(_SCRAPS)),
)


def edited(text: str, kind: str, position: float, scrap: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    row, at = int(position * len(lines)), int(position * (len(text) + 1))
    match kind:
        case "delete line":
            lines[row] = ""
        case "repeat line":
            lines[row] *= 2
        case "insert line":
            lines[row] += scrap + "\n"
        case "insert":
            return text[:at] + scrap + text[at:]
        case "cut the rest":
            return text[:at]
        case "swap two":
            return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
    return "".join(lines)


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


def test_no_edit_breaks_the_check(corpus: Mapping[str, bytes]) -> None:
    # The corpus stays out of the arguments of `given`, which prints them all when it finds something.
    @settings(max_examples=150, derandomize=True, deadline=None, database=None)
    @given(st.sampled_from(sorted(corpus)), st.lists(_EDIT, min_size=1, max_size=4))
    def holds(path: str, edits: list[tuple[str, float, str]]) -> None:
        text = corpus[path].decode()
        for edit in edits:
            text = edited(text, *edit)
        outcome = load(Entry(each, text.encode() if each == path else corpus[each]) for each in corpus)
        assert (outcome.atlas is None) == bool(outcome.findings)
        assert outcome.report.endswith("\n") or not outcome.findings
        for finding in outcome.findings:
            assert is_inside(finding.span, outcome), f"{finding.span} {finding.rule.code} {finding.message}"

    holds()
