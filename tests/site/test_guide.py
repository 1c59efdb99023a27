"""The guide says nothing that is not so: its examples are run, its pictures are there, and it reaches every page."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import cli
from atlas.site.build import Site
from tests.edge.documents import new_word, word
from tests.project import CORPUS, ROOT
from tests.site.guide import Story, blocks

GUIDE = ROOT / "docs" / "redigera"
PAGES = sorted(GUIDE.rglob("*.md"))
_MOST_BYTES = 60_000


def name_of(path: Path) -> str:
    return path.parent.relative_to(GUIDE.parent).as_posix()


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Story:
    """An invented project with a history, and the two files that the guide supposes that somebody has."""
    shutil.copytree(CORPUS, tmp_path / "agreements")
    (tmp_path / "tests" / "check").mkdir(parents=True)
    (tmp_path / "tests" / "check" / "cases").symlink_to(ROOT / "tests" / "check" / "cases")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
    for words in (["init", "-q"], ["add", "agreements"], ["commit", "-q", "-m", "Början"]):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    text = (CORPUS / "exempel" / "kommun-2014" / "text.md").read_text("utf-8")
    text = text.replace("är tolv månader", "är sex månader").replace("1 december 2013", "1 december 2025")
    (tmp_path / "ny-text.md").write_text(text.replace("1 januari 2014", "1 januari 2026"), "utf-8")
    document = new_word()
    document.add_heading("Avtal om familjecentral i Provköping", 1)
    document.add_paragraph("Mellan Region Prov och Provköpings kommun.")
    document.add_heading("Avtalstid", 2)
    document.add_paragraph("Avtalet sägs upp skriftligt med sex månaders varsel.")
    (tmp_path / "avtal.docx").write_bytes(word(document))
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    return Story(tmp_path, capsys)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_example_is_true(path: Path, story: Story, update_golden: bool) -> None:
    page = path.read_text("utf-8")
    done = story.run(page)
    if update_golden:
        path.write_text(done, "utf-8")
    assert done == (page if not update_golden else path.read_text("utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_no_example_goes_unread(path: Path) -> None:
    page = path.read_text("utf-8")
    assert page.count("```") == 2 * len(blocks(page))
    assert all({"stands", "put", "shows", "run", "told"} & {*block.says} for block in blocks(page))


def test_pictures_are_there_small_and_told_in_words() -> None:
    shown = set()
    for path in PAGES:
        for source, words in re.findall(r'<img src="([^"]+)" alt="([^"]*)"', path.read_text("utf-8")):
            picture = (path.parent / source).resolve()
            assert picture.stat().st_size <= _MOST_BYTES, picture
            assert len(words) >= 40
            shown.add(picture)
    assert shown == {*(GUIDE / "bilder").iterdir()}


def test_the_way_in_reaches_every_page_of_the_guide(site: Site) -> None:
    way_in = (GUIDE / "index.md").read_text("utf-8")
    made = {page.path for page in site.pages}
    targets = {(GUIDE / target).resolve() for target in re.findall(r"\]\(([\w/.-]+\.md)", way_in)}
    assert {*PAGES} - {GUIDE / "index.md"} <= targets
    assert {"redigera/falt/index.md", "redigera/regler/index.md"} <= {
        target.relative_to(GUIDE.parent).as_posix() for target in targets
    } & made
