"""Files are joined in the order they are named in, under names that change with what is in them."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from atlas.site.bundles import Bundles, Kind, bare, bundle

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {
    "assets/css/a.css": b'/* A face. */\n@font-face { src: url("../fonts/sans.woff2"); }\n\n',
    "assets/css/b.css": b"b {}",
    "assets/js/start.js": b"start();\n",
    "assets/js/shared.js": b"shared();\n",
    "assets/js/form.js": b"form();\n",
    "assets/fonts/sans.woff2": b"font",
    "assets/fonts/LICENSE.txt": b"free",
}
CSS = ("assets/css/a.css", "assets/css/b.css")
FORM = Kind("form", ("data-form=",), ("assets/js/form.js",), ("keep",))


def made(sources: dict[str, bytes] = SOURCES, kind: Kind = FORM) -> Bundles:
    return bundle(CSS, "assets/js/start.js", ("assets/js/shared.js",), (kind,), sources)


def test_files_are_joined_in_order_and_scripts_whole() -> None:
    bundles = made()
    font = next(path for path in bundles.files if path.endswith(".woff2"))
    assert bundles.files[bundles.styles].decode() == (
        f'@font-face {{ src: url("../fonts/{font.removeprefix("assets/fonts/")}"); }}\nb {{}}\n'
    )
    assert bundles.files[bundles.start] == b"start();\n"
    assert bundles.files[bundles.script] == b"shared();\n"
    assert [words for words, _ in bundles.kinds] == [("data-form=",)]
    assert bundles.files[bundles.kinds[0][1]] == b'Avtalsatlas.once("form", ["keep"], () => {\nform();\n});\n'
    assert bundles.files["assets/fonts/LICENSE.txt"] == b"free"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("/* a */\na { b: c }", "a { b: c }"),
        ("a/* b */:hover {\n  b: c;\n\n  d: e;\n}\n", "a :hover {\nb: c;\nd: e;\n}\n"),
        ("/*! licence */ a {}", "/*! licence */ a {}"),
        ("a { b: '/* c */'; d: \"it's /* e */\"; } /* f's */ g {}", "a { b: '/* c */'; d: \"it's /* e */\"; }   g {}"),
        ("a { b: 'it\\'s /* c */' } /* d\n * e\n */", "a { b: 'it\\'s /* c */' }  "),
        (
            "@container (x) {\n  a :is(b, c) > d { e: calc(1px + 2px) }\n}",
            "@container (x) {\na :is(b, c) > d { e: calc(1px + 2px) }\n}",
        ),
    ],
)
def test_a_style_sheet_says_the_same_without_comments(written: str, left: str) -> None:
    assert bare(written.encode()).decode() == left


@pytest.mark.parametrize(
    ("changed", "named_anew"),
    [
        ("assets/css/b.css", {"styles"}),
        ("assets/js/form.js", {"form"}),
        # The style sheet names the font, so a new font makes a new style sheet too.
        ("assets/fonts/sans.woff2", {"styles", "fonts"}),
    ],
)
def test_a_name_changes_with_what_is_in_the_file(changed: str, named_anew: set[str]) -> None:
    before, after = made().files.keys(), made({**SOURCES, changed: b'url("../fonts/sans.woff2")'}).files.keys()
    assert {
        name for path in after - before for name in ("styles", "form", "fonts", "start") if name in path
    } == named_anew


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        made(kind=replace(FORM, files=("assets/js/gone.js",)))


def test_every_file_that_is_written_is_loaded_by_some_page() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    kinds = [name for kind in settings["extra"]["scripts"].values() for name in kind["files"]]
    named = [*settings["extra_css"], *settings["extra_javascript"], settings["extra"]["start"], *kinds]
    written = [path for path in (ROOT / "docs/assets").rglob("*") if path.suffix in (".css", ".js")]
    assert sorted(named) == sorted(path.relative_to(ROOT / "docs").as_posix() for path in written)
