"""The command `import`: what it writes, what it never touches, and its exit codes."""

from pathlib import Path

import pytest

import cli
from edge import imports
from edge.importers.refuse import Refused
from tests.edge.documents import pdf, set_lines

TEXT = "# Avtal\n\n## 1 Parter\n\nMellan Region Exempel och Exempels kommun.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with one county."""
    root = tmp_path / "projekt"
    (root / "agreements" / "exempel").mkdir(parents=True)
    monkeypatch.setattr(cli, "ROOT", root)
    return root


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "avtal.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_a_folder_may_be_an_id(root: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", str(file), "exempel/lan-2026"]) == cli.CLEAN
    assert (root / "agreements/exempel/lan-2026/text.md").read_text("utf-8") == TEXT
    assert "avtal.txt blev agreements/exempel/lan-2026/text.md: 2 rubriker, 1 stycke." in capsys.readouterr().out
    assert cli.main(["import", str(file), "exempel/lan-2026"]) == cli.COULD_NOT_RUN
    assert capsys.readouterr().err.startswith("agreements/exempel/lan-2026/text.md finns redan")


def test_nothing_is_ever_overwritten(root: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = file.parent / "text.md"
    there.write_text("mitt arbete", "utf-8")
    assert cli.main(["import", str(file)]) == cli.COULD_NOT_RUN
    assert there.read_text("utf-8") == "mitt arbete"
    assert "finns redan och skrivs aldrig över" in capsys.readouterr().err


def test_the_empty_text_of_a_new_agreement_is_filled_in(root: Path, file: Path) -> None:
    new = root / "agreements" / "exempel" / "lan-2026"
    new.mkdir()
    (new / "text.md").write_bytes(b"\n")
    assert cli.main(["import", str(file), str(new)]) == cli.CLEAN
    assert (new / "text.md").read_text("utf-8") == TEXT


def test_what_could_not_be_read_needs_a_human(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    half, none = tmp_path / "halv.pdf", tmp_path / "ingen.pdf"
    half.write_bytes(pdf([set_lines(57, 700, ["Parterna är överens."]), []], scanned=[2]))
    none.write_bytes(pdf([[]], scanned=[1]))
    assert cli.main(["import", str(half), "exempel/halv"]) == cli.FINDINGS
    assert "  sidan 2: Sidan är inskannad" in capsys.readouterr().out
    assert cli.main(["import", str(none), "exempel/ingen"]) == cli.COULD_NOT_RUN
    said = capsys.readouterr().err
    assert "ingen.pdf innehåller ingen text som går att läsa. Ingenting skrevs." in said and "sidan 1" in said
    assert not (root / "agreements/exempel/ingen").exists()


def refused(root: Path, file: Path, folder: str = "exempel/ny") -> str:
    with pytest.raises(Refused) as why:
        imports.import_file(root, file, Path(folder))
    assert not (root / "agreements/exempel/ny").exists()
    return str(why.value)


def test_files_that_are_not_read(root: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Spara filen som .docx" in refused(root, file.with_suffix(".doc"))
    assert refused(root, file.with_name("saknas.txt")).endswith("saknas.txt finns inte.")
    link = root / "länk.txt"
    link.symlink_to(file)
    assert "är en länk till en annan plats" in refused(root, link)
    broken = file.with_suffix(".pdf")
    broken.write_text("hej")
    assert refused(root, broken) == "avtal.pdf: Filen heter något på .pdf men är ingen sådan fil."
    monkeypatch.setattr(imports, "MOST_BYTES", 3)
    assert "läses inte" in refused(root, file)


def test_folders_that_are_not_written(root: Path, file: Path, tmp_path: Path) -> None:
    (root / "agreements" / "exempel" / "ut").symlink_to(tmp_path, target_is_directory=True)
    assert "är en länk ut ur projektet" in refused(root, file, str(root / "agreements/exempel/ut"))
    inside = root / "agreements" / "exempel" / "lank"
    inside.mkdir()
    (inside / "text.md").symlink_to(tmp_path / "borta.md")
    assert "finns redan" in refused(root, file, "exempel/lank")


@pytest.mark.parametrize("limit", ["SECONDS", "answer"])
def test_a_reader_that_breaks_is_one_sentence(
    root: Path, file: Path, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit == "SECONDS":
        monkeypatch.setattr(imports, "SECONDS", 0.001)
        assert "så läsningen avbröts" in refused(root, file)
    else:
        monkeypatch.setattr("sys.executable", "/bin/false")
        assert "gick inte att läsa: den är skadad, eller kräver för mycket minne" in refused(root, file)
