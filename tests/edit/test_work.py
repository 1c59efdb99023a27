"""The work of a new version: what became of each citation, and what the new file carries over."""

import re
from collections.abc import Mapping

import pytest

from atlas.check import run_checks
from atlas.edit.renewed import renew
from atlas.edit.work import WorkList, cited_by, cited_in, work_list
from atlas.edit.work_told import told
from atlas.load.markdown import Text, parse_text
from atlas.load.read import Entry, Folder, Tree, read
from atlas.model.agreement import Atlas
from atlas.pipeline import load
from atlas.source import File
from tests.conftest import Golden

OLD, NEW = "exempel/lan-2022", "exempel/lan-2026"
# What a new version of the corpus' agreement of the county says otherwise.
CHANGES = {
    "Tvister avgörs av länsgruppen.": "Tvister avgörs av styrgruppen.",
    "## 6. Redovisning och tid": "## 7. Redovisning och tid",
    "# Överenskommelse om familjecentraler i Exempellän": "# Överenskommelse om familjecentraler",
}


@pytest.fixture(scope="module")
def tree(corpus: Mapping[str, bytes]) -> Tree:
    return read(Entry(path, data) for path, data in corpus.items())


def folder(tree: Tree, id: str = OLD) -> Folder:
    return next(each for each in tree.folders if each.id == id)


def text_of(words: str) -> Text:
    return parse_text(File(f"agreements/{NEW}/text.md", words))[0]


def words_of(tree: Tree) -> str:
    text = folder(tree).text
    assert text
    return text.file.text


def work_on(tree: Tree, newer: str) -> WorkList:
    older = folder(tree)
    assert older.text
    return work_list(cited_in(older), older.text, text_of(newer))


def fates(work: WorkList) -> dict[str, str]:
    return {item.cited.name: item.fate for item in work.items if item.cited.part == "topics"}


def replaced(words: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert words.count(old) == 1, old
        words = words.replace(old, new)
    return words


def test_the_same_text_keeps_everything(tree: Tree) -> None:
    work = work_on(tree, words_of(tree))
    assert len(work.items) == work.count("kept") > 20
    assert work.added == ()


TABLE = [
    ("the clause has another heading", {"## 6. Redovisning": "## 8. Redovisning"}, "tvist", "moved"),
    ("another word", {"avgörs av länsgruppen": "avgörs av styrgruppen"}, "tvist", "changed"),
    ("another dash", {"åldrarna 0–6 år": "åldrarna 0 — 6 år"}, "tvist", "kept"),
    ("the sentence is gone", {"Tvister avgörs av länsgruppen.": "Svensk lag gäller."}, "tvist", "gone"),
    (
        "the words stand twice in one clause",
        {"Tvister avgörs av länsgruppen.": "Tvister avgörs av länsgruppen. Tvister avgörs av länsgruppen."},
        "tvist",
        "several",
    ),
]


@pytest.mark.parametrize(("changes", "name", "fate"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_what_became_of_a_citation(tree: Tree, changes: dict[str, str], name: str, fate: str) -> None:
    assert fates(work_on(tree, replaced(words_of(tree), changes)))[name] == fate


def test_a_clause_of_the_same_name_tells_places_apart(tree: Tree) -> None:
    work = work_on(tree, words_of(tree) + "\n## 9. Mer\n\nTvister avgörs av länsgruppen.\n")
    (item,) = [item for item in work.items if item.cited.name == "tvist"]
    assert item.fate == "kept" and item.now[0].under == "6. Redovisning och tid"


def test_a_change_is_told_word_for_word(tree: Tree) -> None:
    work = work_on(tree, replaced(words_of(tree), {"avgörs av länsgruppen": "avgörs av styrgruppen"}))
    (item,) = [item for item in work.items if item.cited.name == "tvist"]
    assert [(part.kind, part.words) for part in item.difference] == [
        ("same", "Tvister avgörs av"),
        ("gone", "länsgruppen"),
        ("new", "styrgruppen"),
    ]


def test_sentences_that_regulate_and_are_new_are_listed(tree: Tree) -> None:
    work = work_on(tree, words_of(tree) + "\nParterna ska mötas varje vecka. Solen lyser.\n")
    assert [place.words for place in work.added] == ["Parterna ska mötas varje vecka."]


def test_a_page_gets_the_same_from_the_model(tree: Tree, atlas: Atlas) -> None:
    agreement = next(each for each in atlas.agreements if each.id == OLD)
    newer = text_of(replaced(words_of(tree), CHANGES))
    from_model = work_list(cited_by(agreement), agreement.text, newer)
    facts = {item.cited.name: item for item in work_on(tree, newer.file.text).items if item.cited.part == "topics"}
    assert {item.cited.name: item for item in from_model.items} == facts


def test_the_new_file_and_its_work_list(tree: Tree, golden: Golden) -> None:
    newer = text_of(replaced(words_of(tree), CHANGES))
    made = renew(tree, folder(tree), NEW, newer)
    golden("renewed.yml", made.text)
    golden("renewed.txt", told(made.work))


def entries_with(corpus: Mapping[str, bytes], text: str, agreement: str) -> list[Entry]:
    files = {path: Entry(path, data) for path, data in corpus.items()}
    for name, words in (("text.md", text), ("agreement.yml", agreement)):
        path = f"agreements/{NEW}/{name}"
        files[path] = Entry(path, words.encode())
    return [files[path] for path in sorted(files)]


FILL = {"  on:": "  on: 2026-01-31", "  by:": "  by: redaktionen", "  text:": "  text: 0123456789ab"}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        CHANGES,
        {"Region Exempel, nedan *regionen*": "Huvudmannen"},
        {"## 3. Innehåll": "## 3. Allt"},
    ],
    ids=["nothing", "some", "a party", "a heading"],
)
def test_the_new_file_checks_clean_once_its_review_is_filled_in(
    tree: Tree, corpus: Mapping[str, bytes], changes: dict[str, str]
) -> None:
    newer = text_of(replaced(words_of(tree), changes))
    made = renew(tree, folder(tree), NEW, newer)
    raw = load(entries_with(corpus, newer.file.text, made.text))
    assert {finding.message for finding in raw.findings} == {
        f"«{key}» har inget värde." for key in ("on", "by", "text")
    }
    filled = made.text
    for line, instead in FILL.items():
        filled = re.sub(f"^{line}$", instead, filled, flags=re.MULTILINE)
    outcome = load(entries_with(corpus, newer.file.text, filled))
    assert outcome.report == ""
    assert outcome.atlas
    new = outcome.atlas.by_id(NEW)
    assert new and (new.relations[0].kind, new.relations[0].to) == ("replaces", OLD)
    carried = {fact.id for each in outcome.atlas.agreements if each.id == NEW for fact in each.facts}
    kept = {name for name, fate in fates(made.work).items() if fate in ("kept", "moved")}
    assert carried == kept - {name for part, _, name in made.held_back if part == "topics"}


def test_what_hangs_on_a_party_that_is_gone_is_held_back(tree: Tree) -> None:
    newer = text_of(replaced(words_of(tree), {"Region Exempel, nedan *regionen*": "Huvudmannen"}))
    made = renew(tree, folder(tree), NEW, newer)
    assert fates(made.work)["part-regionen"] in ("changed", "gone")
    assert [name for _, _, name in made.held_back] == ["samordnare-betalas"]
    for part, _, name in made.held_back:
        assert part == "topics" and fates(made.work)[name] == "kept"
        assert f"# ATT GÖRA: {name} står kvar ord för ord, men kontrollen säger: " in made.text


def test_the_older_agreement_is_left_out_of_what_is_checked(tree: Tree) -> None:
    assert run_checks(tree) == ()
    assert renew(tree, folder(tree), NEW, text_of(words_of(tree))).held_back == {}


def test_a_short_file_is_summed_up_in_the_singular(tree: Tree) -> None:
    older = folder(tree, "prov/mall-2020")
    assert older.text
    one = list(cited_in(older))[:1]
    said = told(work_list(one, older.text, text_of("# Avtal\n\nParterna ska mötas.\n")))
    assert said.startswith(
        "Den äldre filen har 1 citat:\n- 1 finns inte kvar\n1 mening som reglerar något är ny i texten."
    )
