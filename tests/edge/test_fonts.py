"""The web fonts: small, the same every time, and complete for Swedish."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from edge.fonts import web_fonts

Files = dict[str, bytes]

HOOKS = Path(__file__).resolve().parents[2] / "hooks"

PRINT_SUMS = """
import hashlib, pathlib, sys
from edge.fonts import web_fonts
for path, data in web_fonts(pathlib.Path(sys.argv[1])).items():
    print(path, hashlib.sha256(data).hexdigest())
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="module")
def files(cache: Path) -> Files:
    return web_fonts(cache)


@pytest.fixture(scope="module")
def fonts(files: Files) -> dict[str, TTFont]:
    return {path: TTFont(io.BytesIO(data)) for path, data in files.items() if path.endswith(".woff2")}


STYLES = (
    "source-sans-bold",
    "source-sans-italic",
    "source-sans-regular",
    "source-sans-semibold",
    "source-serif-italic",
    "source-serif-regular",
    "source-serif-semibold",
)


def test_the_site_gets_seven_fonts_in_two_parts_and_their_licences(files: Files) -> None:
    assert sorted(files) == sorted(
        [
            "assets/fonts/LICENSE-source-sans.txt",
            "assets/fonts/LICENSE-source-serif.txt",
            *(f"assets/fonts/{style}{part}.woff2" for style in STYLES for part in ("", "-more")),
        ]
    )
    for path, data in files.items():
        if path.endswith(".txt"):
            assert b"SIL Open Font License" in data


def test_a_run_with_no_cache_gives_the_same_bytes(files: Files, tmp_path: Path) -> None:
    # In another process, with another order of its sets: that is how two builds differ.
    made = subprocess.run(
        [sys.executable, "-c", PRINT_SUMS, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert made.stdout == "".join(f"{path} {sha256(data).hexdigest()}\n" for path, data in files.items())


def test_the_second_run_reads_the_cache(files: Files, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edge.fonts._cut", lambda *_: pytest.fail("made a font again"))
    assert web_fonts(cache) == files


def test_a_cache_that_cannot_be_written_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edge.fonts._cut", lambda *_: b"font")
    (tmp_path / "file").write_text("")
    made = web_fonts(tmp_path / "file")
    assert [data for path, data in made.items() if path.endswith(".woff2")] == [b"font"] * 14


def test_every_font_has_the_characters_of_swedish_agreements(fonts: dict[str, TTFont]) -> None:
    needed = set(map(ord, "abcåäöÅÄÖéÉüÆø0123456789§×−–—”’»«•…€½\u00a0"))
    for style in STYLES:
        first, more = (fonts[f"assets/fonts/{style}{part}.woff2"].getBestCmap().keys() for part in ("", "-more"))
        assert needed <= first, style
        # What the first part lacks is fetched by the pages that need it, and by no other.
        assert set(map(ord, "ŠđžÁ")) <= first | more, style
        assert first & more == set(), style


def test_css_asks_for_the_second_part_by_its_characters() -> None:
    css = (Path(__file__).resolve().parents[2] / "docs/assets/css/base.css").read_text(encoding="utf-8")
    faces = [line for line in css.splitlines() if line.startswith("@font-face") and "url(" in line]
    assert [("-more.woff2" in face, "unicode-range: U+100-17F;" in face) for face in faces] == [
        (False, False),
        (True, True),
    ] * 7


def test_every_font_is_kerned_and_light(files: Files, fonts: dict[str, TTFont]) -> None:
    for path, font in fonts.items():
        if "-more" in path:
            continue
        features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
        assert "kern" in features, path
        assert len(files[path]) < 20_500, path


def test_the_reserved_name_is_not_used_for_a_changed_font(fonts: dict[str, TTFont]) -> None:
    for path, font in fonts.items():
        names = {record.nameID: str(record) for record in font["name"].names}
        assert "Source" not in names[1] + names[4] + names[6], path
        assert "Adobe" in names[0], path
