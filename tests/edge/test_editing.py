"""The verbs that help an editor write, in a project of their own: what they say, write, and never touch."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cli
from atlas.check.catalog import rules
from edge.writing import replace, write_new
from options import help_of
from tests.conftest import CORPUS

ROOT = Path(__file__).resolve().parents[2]
VERBS = ("check", "explain", "new", "quote", "renew", "fingerprint")
LAN = "agreements/exempel/lan-2022"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented corpus, in a project of its own."""
    shutil.copytree(CORPUS / "agreements", tmp_path / "agreements")
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command there: its exit code, and what it says."""

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.main(list(words))
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), "utf-8")


# --- new


def test_new_makes_two_files_and_says_what_comes_next(root: Path, run: Run) -> None:
    code, out, _ = run("new", "exempel", "lan-2026")
    assert code == cli.CLEAN
    assert out.startswith("Nytt i agreements/exempel/lan-2026: agreement.yml och text.md\n")
    assert [line[:2] for line in out.split("\n") if re.match(r"\d\.", line)] == ["1.", "2.", "3."]
    folder = root / "agreements/exempel/lan-2026"
    assert sorted(path.name for path in folder.iterdir()) == ["agreement.yml", "text.md"]
    # The municipalities of its own county, and no others.
    assert "Kommunerna i länet: exempelby" in (folder / "agreement.yml").read_text("utf-8")
    code, out, _ = run("check")
    assert code == cli.FINDINGS
    assert set(re.findall(r" (A\d+) ", out)) == {"A308", "A501"} and "8 fel." in out


def test_new_leaves_what_is_there_alone(root: Path, run: Run) -> None:
    before = contents(root)
    for words in (("exempel", "lan-2022"), ("exempel", "rapport-2020")):
        code, _, err = run("new", *words)
        assert code == cli.COULD_NOT_RUN and "finns redan. Ingenting är skrivet." in err
    assert contents(root) == before
    # A text that was imported first is kept.
    text = root / "agreements/exempel/lan-2026/text.md"
    text.parent.mkdir()
    text.write_text("# Avtal\n\nTexten.\n", "utf-8")
    assert run("new", "exempel", "lan-2026")[1].startswith("Nytt i agreements/exempel/lan-2026: agreement.yml\n")
    assert text.read_text("utf-8") == "# Avtal\n\nTexten.\n"


@pytest.mark.parametrize(
    ("county", "name", "told"),
    [
        ("exmpel", "lan-2026", "Länet «exmpel» finns inte i counties.yml.\nMenade du «exempel»?\nLän: exempel, prov\n"),
        ("Exempel", "lan-2026", "Menade du «exempel»?"),
        ("qqq", "lan-2026", "Länet «qqq» finns inte i counties.yml.\nLän: exempel, prov\n"),
        ("exempel", "Län 2026", "bindestreck, och börjar med en bokstav. Så här: lan-2026\n"),
        ("exempel", "../prov/x", "Namnet «../prov/x» går inte att använda i en adress."),
        ("exempel", "2026", "Namnet «2026» går inte att använda i en adress."),
    ],
)
def test_new_says_what_may_stand_there(root: Path, run: Run, county: str, name: str, told: str) -> None:
    before = contents(root)
    code, out, err = run("new", county, name)
    assert (code, out) == (cli.COULD_NOT_RUN, "") and told in err
    assert contents(root) == before


# --- quote


def test_quote_finds_and_says_when_it_does_not(run: Run) -> None:
    code, out, _ = run("quote", "Tvister avgörs av länsgruppen")
    assert code == cli.CLEAN and "    - id: tvister-avgors-lansgruppen\n" in out
    code, out, _ = run("quote", "Tvister avgörs av styrgruppen", "exempel/lan-2022")
    assert code == cli.FINDINGS and "Det här är närmast:" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ord", "exempel/lan-2023"), "exempel/lan-2023 finns inte, eller saknar text.\nMenade du «exempel/lan-2022»?"),
        (("  ",), "Skriv orden som du letar efter inom citattecken."),
        (("[…]",), "Skriv orden som du letar efter inom citattecken."),
        (("en", "två", "tre"), 'Så här: python hooks/cli.py quote "ORD" [ID]\n'),
        (("--in", "ord"), "Kommandot quote har inga val"),
    ],
)
def test_quote_says_what_is_wrong(run: Run, words: tuple[str, ...], told: str) -> None:
    code, out, err = run("quote", *words)
    assert (code, out) == (cli.COULD_NOT_RUN, "") and told in err


# --- check --fix


def test_fix_shows_writes_and_checks_again(root: Path, run: Run) -> None:
    change(root, f"{LAN}/agreement.yml", "from: 2022-03-11", "from: 2022-3-11")
    before = contents(root)
    code, out, _ = run("check", "--fix", "--dry-run")
    assert code == cli.FINDINGS and contents(root) == before
    assert out.endswith("1 fil kan rättas så. Ingenting är skrivet.\n")
    shown = out.removesuffix("1 fil kan rättas så. Ingenting är skrivet.\n")
    code, out, _ = run("check", "--fix")
    assert code == cli.CLEAN
    assert out.startswith(shown) and "1 fil är rättad så.\nInga fel: " in out
    after = contents(root)
    assert [path for path in before if before[path] != after[path]] == [f"{LAN}/agreement.yml"]
    assert before.keys() == after.keys()
    code, out, _ = run("check", "--fix")
    assert code == cli.CLEAN and out.startswith("Det finns inget som går att rätta av sig självt.\nInga fel: ")
    assert run("check", "--fix", "--dry-run")[0] == cli.CLEAN


def test_fix_leaves_the_rest_to_the_check(root: Path, run: Run) -> None:
    change(root, f"{LAN}/agreement.yml", "decided_by: länsgruppen", "decided_by: länsrådet")
    code, out, _ = run("check", "--fix")
    assert code == cli.FINDINGS and "A208" in out and "länsgruppen" in (root / LAN / "agreement.yml").read_text("utf-8")


def test_fix_keeps_the_mark_at_the_beginning_and_the_rights_of_a_file(root: Path, run: Run) -> None:
    file = root / LAN / "agreement.yml"
    file.write_bytes("\ufeff".encode() + file.read_bytes())
    file.chmod(0o640)
    assert run("check", "--fix")[0] == cli.CLEAN
    assert file.read_bytes().startswith("\ufefftitle:".encode())
    assert file.stat().st_mode & 0o777 == 0o640


def test_fix_is_told_as_text(run: Run) -> None:
    code, _, err = run("check", "--fix", "--format", "gitlab")
    assert code == cli.COULD_NOT_RUN and err.startswith("Valet --fix visar text, så det går inte ihop med --format.")


def test_what_the_disk_refuses_is_told_in_swedish(root: Path, run: Run) -> None:
    code, _, err = run("compare-source", "borta.txt", "exempel/lan-2022")
    assert code == cli.COULD_NOT_RUN and err.startswith("Filen borta.txt finns inte.\n")
    code, _, err = run("compare-source", "agreements", "exempel/lan-2022")
    assert code == cli.COULD_NOT_RUN and err.startswith("agreements är en mapp, ingen fil.\n")


def test_dry_run_belongs_to_fix(run: Run) -> None:
    code, _, err = run("check", "--dry-run")
    assert code == cli.COULD_NOT_RUN and err.startswith("Valet --dry-run hör ihop med --fix: check --fix --dry-run.")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")

    def breaks(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr("os.replace", breaks)
    with pytest.raises(OSError, match="full"):
        replace(file, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.yml", b"old")]


def test_of_new_files_all_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, {"a": b"1", "b": b"2"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("b", b"mine")]


# --- renew


def test_renew_starts_the_next_version(root: Path, run: Run) -> None:
    text = (root / LAN / "text.md").read_text("utf-8")
    (root / "ny.md").write_text(text.replace("avgörs av länsgruppen", "avgörs av styrgruppen"), "utf-8")
    before = contents(root)
    code, out, _ = run("renew", "exempel/lan-2022", "agreements/exempel/lan-2026/", "--text", "ny.md")
    assert code == cli.CLEAN
    assert out.startswith("Den äldre filen har 31 citat:\n- 30 står kvar ord för ord\n- 1 har ändrats\n")
    assert "Skrivet: agreements/exempel/lan-2026/agreement.yml och agreements/exempel/lan-2026/text.md\n" in out
    after = contents(root)
    assert {path: data for path, data in after.items() if path in before} == before
    assert after["agreements/exempel/lan-2026/text.md"] == before["ny.md"]
    assert set(re.findall(r"^agreements/(\S+?):\d+:\d+ (A\d+) ", run("check")[1], re.MULTILINE)) == {
        ("exempel/lan-2026/agreement.yml", "A308")
    }
    # Once more, and nothing is written over.
    code, _, err = run("renew", "exempel/lan-2022", "exempel/lan-2026")
    assert code == cli.COULD_NOT_RUN and "agreement.yml finns redan och skrivs inte över." in err
    assert contents(root) == after


def test_renew_reads_a_text_that_lies_there(root: Path, run: Run) -> None:
    folder = root / "agreements/exempel/lan-2026"
    folder.mkdir()
    shutil.copy(root / LAN / "text.md", folder)
    assert run("renew", f"{LAN}/agreement.yml", "exempel/lan-2026")[0] == cli.CLEAN
    assert run("check")[1].endswith("3 fel. Mer om ett fel: python hooks/cli.py explain KOD\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("exempel/lan-2021", "exempel/lan-2026"),
            "Avtalet exempel/lan-2021 finns inte.\nMenade du «exempel/lan-2022»?",
        ),
        (("exempel/rapport-2020", "exempel/rapport-2026"), "exempel/rapport-2020 är ett dokument (document.yml)."),
        (("exempel/lan-2022", "exempl/lan-2026"), "Länet «exempl» finns inte i counties.yml."),
        (("exempel/lan-2022", "exempel"), "Namnet «» går inte att använda i en adress."),
        (
            ("exempel/lan-2022", "exempel/lan-2026"),
            "agreements/exempel/lan-2026/text.md finns inte. Lägg den nya texten",
        ),
        (("exempel/lan-2022", "exempel/lan-2026", "--text", "borta.md"), "borta.md finns inte."),
        (("exempel/lan-2022", "exempel/lan-2026", "--text", "tom.md"), "A501 Avtalstexten saknas eller är tom."),
        (("exempel/lan-2022", "exempel/lan-2026", "--text", "latin.md"), "latin.md är ingen textfil i UTF-8."),
        (("exempel/lan-2022", "exempel/lan-2022"), "agreements/exempel/lan-2022/agreement.yml finns redan"),
    ],
)
def test_renew_says_what_is_wrong(root: Path, run: Run, words: tuple[str, ...], told: str) -> None:
    (root / "tom.md").write_bytes(b"\n")
    (root / "latin.md").write_bytes("# Överenskommelse".encode("latin-1"))
    before = contents(root)
    code, out, err = run("renew", *words)
    assert (code, out) == (cli.COULD_NOT_RUN, "") and told in err
    assert contents(root) == before


def test_renew_asks_for_an_older_file_without_mistakes(root: Path, run: Run) -> None:
    change(root, f"{LAN}/agreement.yml", "decided_by: länsgruppen", "decided_by: länsrådet")
    code, _, err = run("renew", "exempel/lan-2022", "exempel/lan-2026", "--text", f"{LAN}/text.md")
    assert code == cli.COULD_NOT_RUN
    assert "A208" in err and "Rätta exempel/lan-2022 först: det som är fel där skulle följa med." in err


# --- explain, fingerprint, help


@pytest.mark.parametrize("code", list(rules()))
def test_explain_tells_the_whole_story(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "ROOT", ROOT)
    assert cli.main(["explain", code.lower()]) == cli.CLEAN
    told = capsys.readouterr().out
    rule = rules()[code]
    assert told.startswith(f"{code} {rule.title}\n\n{rule.story}\n\nRätt skrivet kan det se ut så här:\n")
    assert "\n\nSå säger kontrollen:\n    agreements/" in told and f" {code} {rule.title}\n" in told
    assert ("Ett fel av det slaget" in told) == ("Så blir det rätt:" in told)
    assert not rule.private or "Ett fel av det slaget" not in told


def test_explain_shows_a_mistake_and_how_it_is_mended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "ROOT", ROOT)
    cli.main(["explain", "A313"])
    assert (
        """
Ett fel av det slaget, ur ett påhittat avtal:
    ages: {from: 6, to: 0}

Så blir det rätt:
    ages: {from: 0, to: 6}

Så säger kontrollen:
    agreements/exempel/lan-2022/agreement.yml:"""
        in capsys.readouterr().out
    )


def test_explain_knows_what_is_near(run: Run) -> None:
    code, _, err = run("explain", "A20")
    assert code == cli.COULD_NOT_RUN
    assert re.match(r"Regeln A20 finns inte\. Menade du «A2\d\d»\? Reglerna är: A101, ", err)


def test_explain_does_without_the_tests(run: Run) -> None:
    code, out, _ = run("explain", "A204")
    assert code == cli.CLEAN and "Rätt skrivet" in out and "Så säger kontrollen" not in out


def test_a_fingerprint_needs_only_the_text(root: Path, run: Run) -> None:
    assert run("new", "exempel", "lan-2026")[0] == cli.CLEAN
    shutil.copy(root / LAN / "text.md", root / "agreements/exempel/lan-2026/text.md")
    code, out, _ = run("fingerprint", "exempel/lan-2026")
    assert code == cli.CLEAN and out == run("fingerprint", "exempel/lan-2022")[1]
    code, _, err = run("fingerprint", "exempel/lan-2021")
    assert code == cli.COULD_NOT_RUN and "Menade du «exempel/lan-202" in err


def examples() -> Iterator[tuple[str, str]]:
    for verb in VERBS:
        found = re.findall(r"^ *python hooks/cli\.py (.*)$", help_of(cli.VERBS[verb]), re.MULTILINE)
        assert found, verb
        # What is held against an earlier state is prepared, and run, where states are compared.
        yield from ((verb, each) for each in found if "--against" not in each)


def test_every_example_of_the_help_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # What the examples speak of as lying there.
    for part in ("vocabulary", "orebro/lan-2018", "jonkoping/kommun-2014", "jonkoping/lan-2022"):
        shutil.copytree(ROOT / "agreements" / part, tmp_path / "agreements" / part)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    shutil.copy(tmp_path / "agreements/orebro/lan-2018/text.md", "ny-text.md")
    ready = tmp_path / "agreements/jonkoping/lan-2026"
    for verb, example in examples():
        if verb == "new" or verb == "renew":
            shutil.rmtree(tmp_path / "agreements/orebro/lan-2026", ignore_errors=True)
        if verb == "renew":
            shutil.rmtree(ready, ignore_errors=True)
            ready.mkdir()
            shutil.copy(tmp_path / "agreements/jonkoping/lan-2022/text.md", ready)
        assert cli.main(shlex.split(example)) == cli.CLEAN, (example, capsys.readouterr())


@pytest.mark.parametrize("verb", VERBS)
def test_help_is_told_in_swedish(verb: str, run: Run) -> None:
    code, out, _ = run(verb, "--help")
    assert code == cli.CLEAN and out.startswith(f"{verb} ".rstrip()) and "Exempel:" in out


def test_without_a_command_all_are_listed(run: Run) -> None:
    code, _, err = run()
    assert code == cli.COULD_NOT_RUN and all(f"\n  {verb} " in err for verb in cli.VERBS)
    assert run("nyy")[2].startswith("Kommandot «nyy» går inte att förstå.")
    assert run("quot", "ord")[2].startswith("Kommandot «quot ord» går inte att förstå. Menade du «quote»?")


def test_the_agreements_themselves_have_nothing_to_mend(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "ROOT", ROOT)
    assert cli.main(["check", "--fix", "--dry-run"]) == cli.CLEAN, capsys.readouterr().out
