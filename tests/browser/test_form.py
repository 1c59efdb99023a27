"""«Nytt avtal» in Chromium: its rules answer as the check does, and what it writes by keyboard alone checks clean."""

import copy
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from atlas.load.markdown import parse_text
from atlas.load.read import Entry
from atlas.load.tree import Mapping as Keys
from atlas.load.tree import Sequence, parse
from atlas.pipeline import Outcome, load
from atlas.site.build import Site
from atlas.site.files.form import DATA
from atlas.site.form_shapes import words_data
from atlas.site.repository import Repository
from atlas.source import File
from tests.project import ROOT, copy_project, run

PAGE = "redigera/nytt-avtal/index.html"
SCRIPTS = ("shared", "keep", "form-words", "form-check", "form-write", "form-print", "form-out", "form")
TEXT = "# Avtal\n\nUppsägningstiden är tolv månader.\n"
FACT = {"id": "tid", "says": "Tiden är tolv månader.", "quote": "Uppsägningstiden är tolv månader"}
PARTY = FACT | {"id": "x", "party": "kommunen"}
PAYS = {"party": "kommunen", "share": "1/4"}
MISSPELT = PAYS | {"party": "komunen"}
STATE: dict[str, Any] = {
    "county": "exempel",
    "folder": "lan-2026",
    "text": TEXT,
    "head": {
        "title": "Avtal",
        "kind": "avtal",
        "level": "county",
        "municipalities": "all",
        "in_force": {"answer": "okänt"},
        "source": {"held_by": "Region Exempel"},
        "reviewed": {"on": "2026-11-21", "by": "redaktionen", "text": "okänt"},
    },
    "topics": {"notice": [FACT | {"months": "12"}]},
}

# What is put where (None: taken away), and the rules that it breaks.
BROKEN: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"folder": "Län 2026"}, ["A112"]),
    ({"folder": "2026"}, ["A112"]),
    ({"head.title": None}, ["A303"]),
    ({"head.title": " \t "}, ["A303"]),
    ({"head.title": "toString: [a, #b] & *c"}, []),
    ({"head.title": "null"}, []),
    ({"head.title": "1:30"}, []),
    ({"head.source": {}}, ["A303"]),
    ({"head.in_force": {}}, ["A303"]),
    ({"head.in_force.answer": "ja"}, ["A312", "A312"]),
    ({"head.in_force": {"answer": "nej", "on": "2026-02-30"}}, ["A306", "A312"]),
    ({"head.in_force.answer": "kanske"}, ["A304"]),
    ({"head.kind": "overenskomelse"}, ["A304"]),
    ({"head.kind": "toString"}, ["A304"]),
    ({"head.kind": "Avtal"}, ["A304"]),
    ({"head.level": "län"}, ["A304"]),
    ({"head.municipalities": []}, ["A303"]),
    ({"head.municipalities": ["exempelbi"]}, ["A402"]),
    ({"head.municipalities": ["exempelby", ""]}, ["A308"]),
    ({"head.municipalities": ["all"]}, ["A402"]),
    ({"head.decided": [{}]}, ["A303"]),
    ({"head.decided": [{"by": "nämnden", "on": "2022-13"}]}, ["A306"]),
    ({"head.decided": [{"by": "nämnden", "on": "2022-02"}, {"on": "2022"}]}, ["A303"]),
    ({"head.reviewed.on": "2022-3-1"}, ["A306"]),
    ({"head.reviewed.on": "2022-03"}, ["A306"]),
    ({"head.reviewed.on": "1900-02-29"}, ["A306"]),
    ({"head.reviewed.on": "2000-02-29"}, []),
    ({"head.reviewed.on": "0000-01-01"}, ["A306"]),
    ({"head.reviewed.every_months": "0"}, ["A305"]),
    ({"head.reviewed.every_months": "12"}, []),
    ({"topics": {}}, ["A303"]),
    ({"topics": {"insurance": "silent"}}, []),
    ({"topics.notice.0.months": "012"}, ["A305"]),
    ({"topics.notice.0.months": "tolv"}, ["A305"]),
    ({"topics.notice.0.months": "-1"}, ["A305"]),
    ({"topics.notice.0.months": "9999"}, ["A305"]),
    ({"topics.notice.0.before": "end_of_terms"}, ["A304"]),
    ({"topics.notice.0.in_writing": "ja"}, ["A307"]),
    ({"topics.notice.0.id": None}, ["A303"]),
    ({"topics.notice.0.id": "Uppsägning § 4"}, ["A310"]),
    ({"topics.notice.0.id": "avsnitt-4"}, ["A310"]),
    ({"topics.notice.0.id": "tid-"}, ["A310"]),
    ({"topics.notice.0.id": "a" * 61}, ["A310"]),
    ({"topics.notice.0.says": None}, ["A303"]),
    ({"topics.notice.0.quote": None}, ["A311"]),
    ({"topics.notice.0.status": "ambiguous"}, ["A311"]),
    ({"topics.notice.0.status": "delegated"}, ["A311"]),
    ({"topics.notice.0.status": "silent"}, ["A304"]),
    ({"topics.notice.0.to": "bilaga 1"}, ["A311"]),
    ({"topics.notice.0.nth": "100"}, ["A305"]),
    ({"topics.notice.0.every": {"times": "2"}}, ["A303"]),
    ({"topics.notice.0.every": {"times": "367", "per": "yearly"}}, ["A304", "A305"]),
    ({"topics.notice.0.amount": {"per": "year"}}, ["A303"]),
    ({"topics.notice.0.modality": "skall"}, ["A304"]),
    ({"topics.notice.0.law": [{"as_written": "OSL", "act": "os"}]}, ["A402"]),
    ({"topics.notice.1": FACT}, ["A309"]),
    ({"topics.parties": [FACT]}, ["A309"]),
    ({"topics.dispute": [FACT | {"id": "x"}, FACT | {"says": "a: " * 90 + "'\"# -"}]}, ["A309"]),
    ({"topics.target_group": [{**FACT, "id": "x", "who": ["familj", ""]}]}, ["A308", "A402"]),
    ({"topics.target_group": [{**FACT, "id": "x", "ages": {"from": "26"}}]}, ["A305"]),
    ({"topics.target_group": [FACT | {"id": "x", "service": "barnhalsovord"}]}, ["A402"]),
    ({"topics.coordinator": [FACT | {"id": "x", "paid_by": [{"share": "5/4"}, {}]}]}, ["A303", "A305"]),
    ({"topics.coordinator": [FACT | {"id": "x", "paid_by": [{"share": "1/4", "party": "kommunen"}]}]}, ["A402"]),
    ({"topics.parties": [PARTY], "topics.coordinator": [{**FACT, "paid_by": [MISSPELT]}]}, ["A309", "A402"]),
    ({"topics.parties": [PARTY], "topics.coordinator": [FACT | {"id": "y", "paid_by": [PAYS]}]}, []),
    ({"topics.term": [FACT | {"id": "x", "from": "2026-02-30", "to": "12"}]}, ["A306", "A306"]),
    ({"topics.term": [FACT | {"id": "x", "status": "delegated", "to": "bilaga 1"}]}, []),
    ({"topics.reporting": [FACT | {"id": "x", "deadline": "02-29"}]}, []),
    ({"topics.reporting": [FACT | {"id": "x", "deadline": "02-30"}]}, ["A306"]),
    ({"topics.reporting": [FACT | {"id": "x", "deadline": "1 mars"}]}, ["A306"]),
    ({"topics.services": [FACT | {"id": "x", "service": "öppen förskola", "required": "yes"}]}, ["A307", "A402"]),
]  # fmt: skip
GITHUB = Repository("github", "https://github.com/redaktionen/avtalsatlas")
GITLAB = Repository("gitlab", "https://git.example.org/lan/avtalsatlas", "en gren")
COMPARED = {rule["code"] for rule in words_data()["rules"].values()}


def broken(edits: Mapping[str, Any]) -> dict[str, Any]:
    """The agreement of the table with something put into it or taken away."""
    state = copy.deepcopy(STATE)
    for path, value in edits.items():
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        holder: Any = state
        for step in way:
            holder = holder[step]
        if value is None:
            del holder[last]
        elif last == len(holder) and isinstance(holder, list):
            holder.append(value)
        else:
            holder[last] = value
    return state


@pytest.fixture(scope="module")
def scripts(chromium: Browser, site: Site) -> Iterator[Page]:
    """An empty page with the rules of the form and the data that the build makes of the corpus."""
    page = chromium.new_page()
    page.add_script_tag(content=site.files[DATA].decode())
    for name in SCRIPTS:
        page.add_script_tag(path=ROOT / f"docs/assets/js/{name}.js")
    yield page
    page.close()


def in_browser(page: Page, state: dict[str, Any]) -> tuple[str, list[tuple[str, str, tuple[str, ...]]]]:
    """The file as it is written, and what the form says of it."""
    text, found = page.evaluate(
        """state => {
          const { form } = Avtalsatlas, data = AvtalsatlasForm;
          const clean = { ...state, head: form.pruned(state.head), topics: form.pruned(state.topics) };
          const written = form.agreement(data, clean);
          return [written.text, form.check(data, clean, written.places)];
        }""",
        state,
    )
    return text, sorted((each["code"], each["message"], tuple(each["hints"])) for each in found)


def checked(corpus: Mapping[str, bytes], state: dict[str, Any], text: str) -> tuple[Outcome, str]:
    """What the check says of the corpus with the new agreement in it, and where that lies."""
    folder = f"agreements/{state['county']}/{state['folder']}"
    new = {f"{folder}/agreement.yml": text.encode(), f"{folder}/text.md": state["text"].encode()}
    return load(Entry(path, data) for path, data in sorted({**corpus, **new}.items())), folder


@pytest.mark.parametrize(("edits", "codes"), BROKEN, ids=lambda value: json.dumps(value, ensure_ascii=False)[:60])
def test_the_form_says_what_the_check_says(
    scripts: Page, corpus: Mapping[str, bytes], edits: dict[str, Any], codes: list[str]
) -> None:
    state = broken(edits)
    text, told = in_browser(scripts, state)
    outcome, folder = checked(corpus, state, text)
    here = [each for each in outcome.findings if each.span.path.startswith(f"{folder}/")]
    assert told == sorted((each.rule.code, each.message, each.hints) for each in here if each.rule.code in COMPARED), (
        text
    )
    assert [code for code, _, _ in told] == codes
    # What is written can always be read.
    assert not [each for each in here if each.rule.code < "A108"], text


HOSTILE = [
    *("no", "null", "010", "1:30", "- a", "a: b", "a #b", "# a", "&a", "*a", "!a", "%a", "@a", "`a`", "[a]"),
    *("{a: b}", ">-"),
    *("|", "'", '"', "\\", "a\\n", "---", "...", "a:", "a -", "«a»", "😀", "å", "ett, två", "a – b"),
    *("x" * 300, "? a", "<<", "="),
]  # fmt: skip


def test_hostile_words_are_read_as_they_were_written(scripts: Page) -> None:
    for words in [*HOSTILE, *(f"{words} {'ord ' * 40}{words}" for words in HOSTILE)]:
        text, _ = in_browser(scripts, broken({"head.title": words, "topics.notice.0.says": words}))
        root, found = parse(File("agreement.yml", text))
        assert isinstance(root, Keys) and not found, text
        topics = root.get("topics")
        facts = topics.get("notice") if isinstance(topics, Keys) else None
        (fact,) = facts.items if isinstance(facts, Sequence) else ()
        assert isinstance(fact, Keys)
        assert (root.text("title"), fact.text("says")) == (words, words)


TEXTS = [
    *("", "a", "# Avtal", "Ett\ntvå", "Ett\n\ntvå", "Ett   två\t\n  tre  "),
    *("å a\u030a \u212b Å", "hop\u00adskrivet \u200bord"),
    *("## 1. Tid ##\n\nTolv månader.", "##", "#rubrik", "####### sju", "#\u00a0hårt", "## #", "# C# #\t", " # inte"),
    *("- en\n- två\n  fortsätter\n    - tre", "* stjärna\n+ plus", "-inget", "-  ", "1. ett\n2. två", "* en *två* tre"),
    *("**fet** *kursiv* ***båda***", "2 * 3 * 4", "****", "*öppen", "**a*b**c*", "\\*inte\\* \\# \\å", "a*b*c"),
    *("«A» “B” ”C” ’d’ – — ‑", "a\u00a0b\u2003c\u3000d", "e\x1cf\x85g\u2028h", "😀 *😀* \\| 😀", "Ett **\ntvå** tre"),
    *("| a | b |\n|---|:-:|\n| *c* | d \\| e", "|a|\n|-|\n|-|", "| |\n| x", "text\n|a|b|\nmer", "|---|\n|a|", "|"),
]  # fmt: skip


def test_the_fingerprint_of_a_text_is_that_of_the_check(scripts: Page, corpus: Mapping[str, bytes]) -> None:
    real = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "agreements").glob("*/*/text.md"))]
    invented = [data.decode() for path, data in corpus.items() if path.endswith("text.md")]
    texts = [*TEXTS, *real, *invented, *(" ".join(["ord"] * number) for number in range(10, 20))]
    ask = "texts => texts.map(text => Avtalsatlas.form.fingerprint(AvtalsatlasForm.words, text))"
    expected = [parse_text(File("text.md", text))[0].fingerprint for text in texts]
    assert dict(zip(texts, scripts.evaluate(ask, texts), strict=True)) == dict(zip(texts, expected, strict=True))
    assert len(real) > 5 and len(set(expected)) > 50


def test_the_table_breaks_every_rule_of_the_form() -> None:
    assert {code for _, codes in BROKEN for code in codes} == COMPARED


PATH = "agreements/exempel/lan-2026/text.md"
ADDRESSES = [
    (GITHUB, "a&b\n#å", "/new/main?filename=agreements%2Fexempel%2Flan-2026%2Ftext.md&value=a%26b%0A%23%C3%A5", True),
    (GITHUB, "å" * 2000, "/new/main?filename=agreements%2Fexempel%2Flan-2026%2Ftext.md", False),
    (GITLAB, "a", "/-/new/en%20gren?file_name=agreements%2Fexempel%2Flan-2026%2Ftext.md", False),
]


@pytest.mark.parametrize(("repository", "words", "address", "fits"), ADDRESSES)
def test_a_new_file_opens_with_its_content_where_it_fits(
    scripts: Page, repository: Repository, words: str, address: str, fits: bool
) -> None:
    put = [repository.new_form, repository.longest, PATH, words]
    made = scripts.evaluate("put => Avtalsatlas.form.address(...put)", put)
    assert made == {"href": repository.address + address, "fits": fits}


STANDS = [
    ("tiden är tolv", True),
    ("Uppsägningstiden  är\ntolv", True),
    ("*Uppsägningstiden* […] månader", True),
    ("månader […] tolv", False),
    ("Tiden är tolv", False),
]


@pytest.mark.parametrize(("quote", "stands"), STANDS)
def test_whether_a_quote_stands_in_the_text(scripts: Page, quote: str, stands: bool) -> None:
    text = "# Uppsägning\n\n- Uppsägningstiden är\u00a0**tolv** månader.\n"
    ask = "([text, quote]) => Avtalsatlas.form.stands(AvtalsatlasForm.words, text, quote)"
    assert scripts.evaluate(ask, [text, quote]) is stands


REMARKS = [
    ("", 0),
    ("# Avtal\n\n- en\n\nDen 1 – 2 mars.", 0),
    ("Avtal\n\nDe ska.", 1),
    ("# Avtal\n• en", 1),
    ("Avtal\n  ·\ten", 2),
]


@pytest.mark.parametrize(("text", "number"), REMARKS)
def test_what_is_forgotten_in_a_pasted_text_is_told_and_stops_nothing(scripts: Page, text: str, number: int) -> None:
    assert len(scripts.evaluate("text => Avtalsatlas.form.remarks(text)", text)) == number


DRAFTS: list[tuple[Any, Any]] = [
    ("inget", None),
    ("5", None),
    ({"format": "annat"}, None),
    ({"head": 5, "topics": []}, {}),
    ({"folder": 5, "head": {"title": "A", "mer": "B", "decided": [{"by": ["x"]}, 5]}, "topics": {"mer": "silent"}}, {}),
    ({"topics": {"dispute": "silent", "notice": [{"id": "x", "mer": "y"}], "term": 5}}, {"notice": [{"id": "x"}]}),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "facts"), DRAFTS)
def test_a_draft_is_read_and_what_is_unknown_left_out(scripts: Page, draft: Any, facts: Any) -> None:
    words = draft if isinstance(draft, str) else json.dumps({"format": "avtalsatlas-nytt-avtal", **draft})
    read = scripts.evaluate("words => Avtalsatlas.form.read(AvtalsatlasForm, words)", words)
    assert (read is None) == (facts is None)
    if read:
        assert {id: answer for id, answer in read["topics"].items() if answer != "silent"} == facts
        assert set(read) == set(STATE) and set(read["head"]) <= {"title", "decided", "municipalities"} | set(
            STATE["head"]
        )
        assert "mer" not in json.dumps(read)


def tab_to(page: Page, what: str) -> None:
    """Press Tab until the focus is on what fits the selector."""
    for _ in range(400):
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {what}")


def write(page: Page, what: str, words: str) -> None:
    tab_to(page, what)
    page.keyboard.insert_text(words)


def press(page: Page, name: str) -> None:
    """Tab to a button or disclosure that begins with these words and press it."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith(name):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"Tab never reaches «{name}»")


def fill_in(page: Page) -> None:
    """A whole small agreement, by keyboard alone."""
    tab_to(page, "#falt-county")
    page.keyboard.type("Dalarnas")
    write(page, "#falt-folder", "Lan 2026")
    write(page, "#falt-head-title", "Överenskommelse: «familjecentral» # 1")
    for name, choice in (("kind", "avt"), ("level", "l")):
        tab_to(page, f"#falt-head-{name}")
        page.keyboard.type(choice)
    write(page, "#falt-head-source-held_by", "Region Dalarna")
    write(page, "#falt-head-reviewed-on", "2026-11-31")
    write(page, "#falt-head-reviewed-by", "redaktionen")
    write(page, "#falt-text", "# Överenskommelse\n\n## 1. Uppsägning\n\nUppsägningstiden är\n*tolv månader*.")
    press(page, "Uppsägning")
    press(page, "Lägg till ett faktum")
    write(page, "#falt-topics-notice-0-says", "Avtalet kan sägas upp med tolv månaders varsel: skriftligt.")
    write(page, "#falt-topics-notice-0-quote", "Uppsägningstiden är tolv månader")
    write(page, "#falt-topics-notice-0-months", "012")
    press(page, "Försäkring")
    tab_to(page, "#falt-tyst-insurance")
    page.keyboard.press("Space")


def correct(page: Page, field: str, words: str) -> None:
    """Where the focus has gone by itself, write something else."""
    assert page.evaluate("document.activeElement.id") == field
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(words)


def test_by_keyboard_to_two_files_that_check_clean(server: str, context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(server + PAGE)
    page.locator(".aa-form__summary").wait_for()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill_in(page)
    # Each error stands at its field, tied to it, and the focus goes to them one after the other.
    for field, words, told in (
        ("falt-folder", "lan-2026", "Mappen «Lan 2026» kan inte heta så."),
        ("falt-head-reviewed-on", "2026-11-21", "Datumet 2026-11-31 finns inte i kalendern."),
        ("falt-topics-notice-0-months", "12", "«012» börjar med en nolla"),
    ):
        press(page, "Hämta agreement.yml")
        described = page.evaluate("document.activeElement.getAttribute('aria-describedby')").split()
        assert told in " ".join(page.locator(f"#{each}").inner_text() for each in described)
        page.keyboard.press("Home") if field == "falt-folder" else None
        correct(page, field, words)
    page.get_by_text("Inget kvar att fylla i eller rätta här.", exact=True).wait_for()
    project = copy_project(tmp_path / "projekt")
    folder = project / "agreements/dalarna/lan-2026"
    folder.mkdir(parents=True)
    for name in ("text.md", "agreement.yml"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Hämta {name}").press("Enter")
        download.value.save_as(folder / name)
    # The facts have been held against this very text, and the file says so.
    words = (folder / "text.md").read_text(encoding="utf-8")
    assert f"text: {parse_text(File('', words))[0].fingerprint}\n" in (folder / "agreement.yml").read_text("utf-8")
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('avtalsatlas:'))") == []
    # The owner has named no repository, so no links lead there.
    assert page.locator(".aa-form__out a").count() == 0
    done = run(project, "hooks/cli.py", "check")
    assert (done.returncode, "Inga fel: 6 avtal" in done.stdout) == (0, True), done.stdout + done.stderr
