"""Folder by folder and with what was kept, the check says what it says of the whole: every mistake that it knows, and a
folder that breaks because of another one. The fuzz run holds the two against each other for changes at random.
"""

from collections.abc import Callable, Iterable, Mapping

import pytest

from atlas.check import run_checks
from atlas.check.apart import Clean, Found, Piece, check_apart, from_plain, to_plain
from atlas.load.read import Entry, read
from atlas.report.text import to_text
from tests.check.test_cases import CASES, changed

NAMING, NAMED = "agreements/exempel/kommun-2014", "agreements/exempel/lan-2022"


@pytest.fixture(scope="module")
def entries(corpus: Mapping[str, bytes]) -> list[Entry]:
    return [Entry(path, data) for path, data in corpus.items()]


@pytest.fixture(scope="module")
def kept(entries: list[Entry]) -> dict[str, Clean]:
    return check_apart(entries, {}, "code").keep


def test_every_mistake_is_told_with_what_was_kept(corpus: Mapping[str, bytes], kept: dict[str, Clean]) -> None:
    for case in CASES[::3]:  # a part is enough: the fuzz run does the same, and this takes long
        if case.base is None:
            found = check_apart(changed(corpus, case.change), kept, "code")
            assert to_text(found.findings, found.files) == case.expect, f"{case.file.stem}: {case.name}"


def test_nothing_kept_says_the_same_as_the_whole(entries: list[Entry]) -> None:
    broken = [Entry(each.path, each.data.replace(b"quote:", b"qoute:")) for each in entries]
    findings = check_apart(broken, {}, "code").findings
    assert len(findings) > 10 and findings == run_checks(read(broken))


def test_what_is_kept_is_not_read_again(entries: list[Entry], kept: dict[str, Clean]) -> None:
    read_again: list[str] = []

    def spread(check: Callable[[Piece], Found], pieces: Iterable[Piece]) -> Iterable[Found]:
        for piece in pieces:
            read_again.extend(id for id, _ in piece)
            yield check(piece)

    assert check_apart(entries, kept, "code", spread).keep == kept and read_again == []
    touched = [Entry(e.path, e.data + b"\n" if e.path == f"{NAMED}/text.md" else e.data) for e in entries]
    check_apart(touched, kept, "code", spread)
    assert read_again == ["exempel/lan-2022"]
    folders = len(kept)
    more = [*entries, Entry("agreements/vocabulary/x.yml")]
    for others in (check_apart(entries, kept, "other code", spread).keep, check_apart(more, kept, "code").keep):
        assert not others.keys() & kept.keys()
    assert len(read_again) == 1 + folders


def test_a_folder_that_names_one_that_is_gone_is_checked_again(entries: list[Entry], kept: dict[str, Clean]) -> None:
    left = [each for each in entries if not each.path.startswith(f"{NAMED}/")]
    found = check_apart(left, kept, "code").findings
    assert {finding.rule.code for finding in found} == {"A404"}
    assert {finding.span.path for finding in found} >= {f"{NAMING}/agreement.yml"}
    assert found == run_checks(read(left))


def test_what_is_kept_survives_as_plain_values(kept: dict[str, Clean]) -> None:
    assert from_plain(to_plain(kept)) == kept
    good = ["agreement", 1, []]
    bad: tuple[object, ...] = (
        None,
        1,
        "x",
        [],
        ["agreement"],
        ["agreement", "1", []],
        ["agreement", 1, [1]],
        [1, 2, 3],
    )
    assert from_plain({"good": good, **{str(each): each for each in bad}}) == {"good": Clean("agreement", 1)}
    assert all(from_plain(each) == {} for each in bad)
