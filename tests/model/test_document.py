"""The parts of a document: typed values, words that stand where they are said to stand, and an address for each."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from atlas.model.agreement import Atlas, Document
from atlas.model.document import Entry
from atlas.topics.document_file import FILL, RHYTHM
from edge.loading import load_root

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def real() -> Atlas:
    """The project's own agreements and documents."""
    atlas = load_root(ROOT).atlas
    assert atlas
    return atlas


@pytest.fixture
def report(atlas: Atlas) -> Document:
    """The document of the corpus that has every part."""
    found = atlas.by_id("exempel/rapport-2020")
    assert found
    return found


def ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def test_sections_have_their_guidance_and_level(report: Document) -> None:
    sections = {section.id: section for section in report.sections}
    assert sections["titel"].level == 1 and sections["samarbete"].level == 2
    assert sections["samarbete"].heading == "Samarbete"
    assert ids(sections["samarbete"].asks) == ["samarbete--1", "samarbete--2"]
    assert sections["samarbete"].asks[1].quote == "Skriv högst en sida."
    assert sections["statistik"].statistics == ("antal besök", "antal inskrivna barn")
    assert sections["bilaga"].asks == () and sections["bilaga"].fill == "fixed"


def test_the_year_has_months_people_days_and_weeks(report: Document) -> None:
    year = {entry.id: entry for entry in report.year}
    assert (year["rapporten"].month, year["rapporten"].deadline) == (2, "02-28")
    assert (year["rapporten"].document, year["rapporten"].responsible) == ("Rapporten", "roll_samordnare")
    assert year["rutinerna"].month == 1  # its own cell is empty: the month stands above
    assert year["enkat"].weeks == (41, 42)
    assert year["stangt"].because and year["stangt"].says
    assert year["sjalvskattning-december"].responsible == ""
    first, second = year["sjalvskattning-januari"], year["sjalvskattning-december"]
    assert first.quote == second.quote and first.spans != second.spans


def test_tasks_have_a_rhythm(report: Document) -> None:
    assert {task.rhythm for task in report.tasks} == set(RHYTHM.options)
    assert [task.month for task in report.tasks if task.month] == [9]


def test_areas_tell_name_and_statement_apart(report: Document) -> None:
    told = {area.name: [(each.name, each.quote) for each in area.statements] for area in report.areas}
    assert told == {
        "Mötesplats": [
            ("Bemötande", "Alla som kommer blir sedda."),
            ("Tillgänglighet", "Lokalen är öppen hela året."),
        ],
        "Samverkan": [("Samverkan", "Vi känner till varandras uppdrag.")],
    }


def test_steps_have_numbers_names_and_what_to_do(report: Document) -> None:
    assert [(step.number, step.name, len(step.asks)) for step in report.steps] == [
        (1, "Var för sig", 1),
        (2, "Tillsammans", 2),
    ]


def test_a_scale_has_the_words_at_its_ends(report: Document) -> None:
    (scale,) = report.scales
    assert [end.quote for end in scale.ends] == ["Stämmer", "Stämmer inte"]
    assert scale.steps is None and scale.note


def test_every_entry_stands_where_it_says(atlas: Atlas) -> None:
    for document in atlas.documents:
        for entry in document.entries:
            words = ""
            for span in entry.spans:
                file = document.text.file
                assert span.path == file.path
                start = file.starts[span.line - 1] + span.column - 1
                words += file.text[start : file.starts[span.end_line - 1] + span.end_column - 1]
            letters = [[each for each in text if each.isalnum()] for text in (words, entry.quote)]
            assert letters[0] == letters[1], entry.url


def test_every_entry_has_an_address_of_its_own(atlas: Atlas) -> None:
    for document in atlas.documents:
        urls = [entry.url for entry in document.entries]
        assert len(set(urls)) == len(urls) > 0
        assert all(url.startswith(f"{document.url}#") for url in urls)


def test_agreements_have_no_parts(atlas: Atlas) -> None:
    assert all(agreement.entries == () for agreement in atlas.agreements)


def test_the_documents_of_jonkoping_are_whole(real: Atlas) -> None:
    found = {each.id.partition("/")[2]: each for each in real.documents if each.county == "jonkoping"}
    areas = found["verksamhetsberattelse-2018"].areas
    assert [len(area.statements) for area in areas] == [3, 5, 3, 4, 9, 2, 4]
    assert len(found["arshjul-2019"].year) == 18
    assert len(found["samordnarfunktionen"].tasks) == 17
    assert [step.number for step in found["sjalvreflektion"].steps] == [1, 2, 3, 4, 5]
    assert {section.fill for section in found["verksamhetsberattelse-2018"].sections} == set(FILL.options)


def test_every_item_row_and_statement_of_jonkoping_is_an_entry(real: Atlas) -> None:
    """Nothing of the lists and tables is left behind: what is no entry is blank, a month, or who is responsible."""
    for name in ("arshjul-2019", "samordnarfunktionen"):
        document = real.by_id(f"jonkoping/{name}")
        assert document
        quoted = {(entry.match.clause, part.block) for entry in document.entries for part in entry.match.stretches}
        rows = {
            (number, index)
            for number, clause in enumerate(document.text.clauses)
            for index, block in enumerate(clause.blocks)
            if block.words.text
            and (block.kind == "item" or (block.kind == "cell" and block.cell[2] == 1 and not block.header))
        }
        assert rows == quoted
