"""The file of a new agreement: complete, true before anybody has read the text, and clean once it is filled in."""

import re

import pytest

from atlas.edit.skeleton import skeleton
from atlas.load.read import read
from atlas.pipeline import load
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT as SHAPE
from atlas.topics.agreement_file import FACT
from tests.edit.small import entries

VOCABULARY = {name: vocabulary.ids for name, vocabulary in read(entries("")).vocabularies.items()}
NEW = skeleton("exempel/lan-2024", {**VOCABULARY, "municipalities": ("exempelby", "provstad")})
FILLED = {
    "title:": "title: Avtal",
    "kind:": "kind: avtal",
    "level:": "level: county",
    "municipalities:": "municipalities: all",
    "  on:": "  on: 2024-01-31",
    "  by:": "  by: redaktionen",
    "  text:": "  text: 0123456789ab",
}
TEXT = "# Avtal\n\n## 1. Tid\n\nUppsägningstiden för avtalet är tolv månader.\n"


def filled(text: str) -> str:
    for line, instead in FILLED.items():
        assert len(re.findall(f"^{line}$", text, re.MULTILINE)) == 1
        text = re.sub(f"^{line}$", instead, text, flags=re.MULTILINE)
    return text


def test_only_what_is_to_be_filled_in_is_found() -> None:
    findings = load(entries(NEW, "")).findings
    told = [(finding.rule.code, NEW.split("\n")[finding.span.line - 1]) for finding in findings[:-1]]
    assert told == [("A308", line) for line in FILLED]
    assert findings[-1].rule.code == "A501" and findings[-1].span.path.endswith("text.md")


def test_it_is_clean_once_it_is_filled_in() -> None:
    outcome = load(entries(filled(NEW), TEXT))
    assert outcome.report == ""
    assert outcome.atlas
    (agreement,) = outcome.atlas.agreements
    assert {answer.status for answer in agreement.answers.values()} == {"unread"}
    assert agreement.in_force == {"answer": "okänt"}


def test_the_example_of_a_fact_is_clean_when_it_is_taken_out_of_its_comment() -> None:
    example = re.search(r"^  # notice:\n(  #  .*\n)+", NEW, re.MULTILINE)
    assert example
    plain = re.sub(r"^  # ", "  ", example.group(), flags=re.MULTILINE)
    outcome = load(entries(filled(NEW).replace("  notice: unread\n", plain), TEXT))
    assert outcome.report == ""
    assert outcome.atlas and [fact.values["months"] for fact in outcome.atlas.agreements[0].facts] == [12]


@pytest.mark.parametrize("name", [name for name, field in SHAPE.fields.items() if not field.required])
def test_what_may_be_left_out_is_there_as_an_example_to_take_out(name: str) -> None:
    assert re.search(rf"^# {name}:", NEW, re.MULTILINE)


def test_every_topic_is_there_with_its_border_and_its_values() -> None:
    words = re.sub(r"\n *#\s+", " ", NEW)
    for topic in TOPICS.values():
        assert f"\n  {topic.id}: unread\n" in NEW
        assert f"{topic.name}: {topic.border}" in words
        for name, field in topic.fields.items():
            assert f"{name}: {field.help}" in words
    for name, field in FACT.items():
        assert f"{name}: {field.help}" in words


def test_what_may_stand_somewhere_is_told() -> None:
    words = re.sub(r"\n *#\s+", " ", NEW)
    for told in (
        "Kommunerna i länet: exempelby, provstad",
        "Välj any_time (när som helst), end_of_term (före avtalstidens slut), other (före en annan tidpunkt).",
        "Här står ett heltal från 1 till 120. Exempel: 12",
        "Fingeravtrycket visas av: python hooks/cli.py fingerprint exempel/lan-2024",
    ):
        assert told in words
    assert max(len(line) for line in NEW.split("\n")) <= 120


def test_a_county_without_municipalities_says_where_they_are_added() -> None:
    text = skeleton("exempel/lan-2024", {**VOCABULARY, "municipalities": ()})
    assert "# Kommunerna i länet: ingen står i ordlistan ännu. Lägg till den i agreements/vocabulary/" in text
