"""Whatever happens to a file, the outcome is a clean one or findings that point into the files: never a traceback.

A little of what `python tests/check/fuzz.py 2000` does at length.
"""

from collections.abc import Mapping

import pytest

from edge.disk import read_agreements
from tests.check.fuzz import ROOT, changed, near, outcome_of, run


def test_no_edit_breaks_the_check(corpus: Mapping[str, bytes]) -> None:
    figures = run(corpus, 100)
    assert not figures.broken, "\n".join(figures.broken.values())
    assert figures.clean and figures.found["findings"]
    assert sum(figures.files.values()) == 100


def test_no_edit_of_a_real_file_breaks_the_check() -> None:
    figures = run({entry.path: entry.data for entry in read_agreements(ROOT)}, 15, chosen=3)
    assert not figures.broken, "\n".join(figures.broken.values())


def test_what_an_editor_could_not_use_is_told(corpus: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise IndexError("just so")

    monkeypatch.setattr("tests.check.fuzz.load", breaks)
    figures = run(corpus, 3)
    assert len(figures.broken) >= 1 and all("just so" in told for told in figures.broken.values())


def test_an_unchanged_file_is_clean_with_what_is_near_it(corpus: Mapping[str, bytes]) -> None:
    path = "agreements/exempel/kommun-2014/agreement.yml"
    files = near(corpus, path)
    assert "agreements/exempel/lan-2022/text.md" in files and "agreements/prov/mall-2020/text.md" not in files
    assert not outcome_of(files, path, changed(files[path], ([], []))).findings
