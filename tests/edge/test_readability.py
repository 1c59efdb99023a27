"""The pages that we wrote are light enough to read: the real ones, with the real vocabulary."""

from pathlib import Path

import pytest

from atlas.report.lix import MOST, Lix
from edge.loading import load_root
from edge.readability import measure_pages
from tests.project import CORPUS, ROOT

NEWCOMERS = {f"ny/{slug}/index.md" for slug in ("vad", "vilka", "styrning", "tystnadsplikt", "orolig")}


@pytest.fixture(scope="module")
def pages() -> dict[str, Lix]:
    outcome = load_root(ROOT)
    assert outcome.atlas, outcome.report
    return dict(measure_pages(ROOT, outcome))


def test_no_page_of_ours_is_heavy(pages: dict[str, Lix]) -> None:
    assert {path: round(lix.value) for path, lix in pages.items() if lix.value > MOST} == {}


def test_every_kind_of_page_is_measured(pages: dict[str, Lix]) -> None:
    assert {*NEWCOMERS, "index.md", "ord/index.md", "om/index.md", "redigera/index.md"} <= pages.keys()
    assert [path for path in NEWCOMERS if pages[path].sentences < 10] == []
    assert not any(path.startswith(("decisions/", "avtal/orebro", "jamfor/notice")) for path in pages)


def test_hand_written_pages_are_read_without_their_heads(tmp_path: Path) -> None:
    for name, text in (
        ("om/index.md", "---\ntitle: Ett mycket tungt huvud.\n---\n\nKort.\n"),
        ("decisions/1.md", "No."),
    ):
        (tmp_path / "docs" / name).parent.mkdir(parents=True)
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    measured = measure_pages(tmp_path, load_root(CORPUS.parent))
    assert measured["om/index.md"] == Lix(1, 1, 0, 0)
    assert "decisions/1.md" not in measured
