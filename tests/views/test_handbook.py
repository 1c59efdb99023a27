"""The coordinator's handbook: tasks by rhythm and by text, terms, and what nobody says."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.views.handbook import (
    COORDINATION,
    COUNTY,
    TERMS,
    Item,
    chapters,
    county_parts,
    handover,
    terms,
    without_tasks,
)
from tests.conftest import Golden


@pytest.fixture
def lan(atlas: Atlas) -> Agreement:
    return next(each for each in atlas.agreements if each.id == "exempel/lan-2022")


def with_facts(atlas: Atlas, agreement: Agreement, topic: str, *values: Mapping[str, Any]) -> Atlas:
    """The atlas with only one agreement, which says this on a topic and nothing on reporting."""
    answer = agreement.answers[topic]
    pattern: Fact = agreement.answers[COORDINATION].facts[0]
    facts = tuple(
        replace(pattern, id=f"f-{number}", topic=topic, says=f"Sats {number}.", values=each)
        for number, each in enumerate(values, start=1)
    )
    silent = replace(agreement.answers["reporting"], status="silent", facts=())
    changed = {"reporting": silent, topic: replace(answer, status="stated", facts=facts)}
    return replace(atlas, agreements=(replace(agreement, answers={**agreement.answers, **changed}),), documents=())


def items(atlas: Atlas) -> list[Item]:
    return [item for chapter in chapters(atlas) for rhythm in chapter.rhythms for item in rhythm.items]


def test_the_corpus_in_full(atlas: Atlas, golden: Golden) -> None:
    lines = []
    for chapter in chapters(atlas):
        lines.append(f"{chapter.name}: {chapter.count}, saknas: {', '.join(chapter.unsaid)}, bredvid: {chapter.beside}")
        for rhythm in chapter.rhythms:
            for source, found in rhythm.by_source:
                told = (f"{i.month_name} {i.says or i.quote} {i.time} {i.clash} {i.url}" for i in found)
                lines += [f"  {rhythm.name} | {source} | {' '.join(each.split())}" for each in told]
    lines += [f"{each.name}: {[[s.words for s in cell] for cell in each.cells]} {each.status}" for each in terms(atlas)]
    lines.append("utan: " + ", ".join(each.name for each in without_tasks(atlas)))
    lines.append("överlämning: " + ", ".join(each.url for each in handover(atlas)))
    lines += [f"länet: {each.name} {each.status} {len(each.facts)} + {each.besides}" for each in county_parts(atlas)]
    golden("handbook.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("values", "rhythm", "time"),
    [
        ({}, "always", ""),
        ({"every": {"times": 1, "per": "year"}}, "yearly", ""),
        ({"every": {"times": 2, "per": "year"}}, "yearly", "2 gånger per år"),
        ({"every": {"times": 1, "per": "month"}}, "monthly", ""),
        ({"every": {"times": 1, "per": "term"}}, "always", "1 gång per termin"),
        ({"every": {"per": "need"}}, "always", "vid behov"),
    ],
)
def test_the_rhythm_of_a_fact(atlas: Atlas, lan: Agreement, values: dict[str, Any], rhythm: str, time: str) -> None:
    (item,) = items(with_facts(atlas, lan, COORDINATION, {"task": "leda", **values}))
    assert (item.rhythm, item.time) == (rhythm, time)


def test_a_deadline_gives_the_month_and_the_day(atlas: Atlas) -> None:
    item = next(each for each in items(atlas) if each.url.endswith("lan-2022/index.html#verksamhetsberattelse"))
    assert (item.rhythm, item.month_name, item.time) == ("yearly", "mars", "senast 1 mars")


def test_what_is_no_task_is_no_task(atlas: Atlas, lan: Agreement) -> None:
    assert items(with_facts(atlas, lan, COORDINATION, {"max_percent": 20})) == []
    found = with_facts(atlas, lan, COORDINATION, {"max_percent": 20}, {"task": "leda"})
    assert [each.says for each in items(found)] == ["Sats 2."]
    assert [each.says for each in terms(found)[0].facts] == ["Sats 1."]


def test_who_acts_is_known_by_any_of_its_names(atlas: Atlas, lan: Agreement) -> None:
    reports = {"content": "mål"}
    for who in ("Samordnaren", "samordnare", "roll_samordnare"):
        assert len(items(with_facts(atlas, lan, "reporting", {**reports, "by": who}))) == 1
    assert items(with_facts(atlas, lan, "reporting", {**reports, "by": "Ledningsgruppen"})) == []


def test_the_same_words_under_another_topic_are_no_second_task(atlas: Atlas, lan: Agreement) -> None:
    found = with_facts(atlas, lan, COORDINATION, {"task": "följa upp"})
    (agreement,) = found.agreements
    (task,) = agreement.answers[COORDINATION].facts
    again = replace(task, id="igen", topic="follow_up", values={"by": "Samordnaren"})
    elsewhere = replace(again, id="annan", match=replace(again.match, clause=again.match.clause + 1))
    answers = dict(agreement.answers)
    answers["follow_up"] = replace(answers["follow_up"], facts=(again, elsewhere))
    told = items(replace(found, agreements=(replace(agreement, answers=answers),)))
    assert [each.url.partition("#")[2] for each in told] == ["f-1", "annan"]


def test_both_readings_of_an_ambiguous_text_are_told(atlas: Atlas, lan: Agreement) -> None:
    found = with_facts(atlas, lan, COORDINATION, {"task": "rapportera"}, {})
    (agreement,) = found.agreements
    answer = agreement.answers[COORDINATION]
    facts = tuple(replace(fact, status="ambiguous") for fact in answer.facts)
    answers = {**agreement.answers, COORDINATION: replace(answer, facts=facts)}
    told = items(replace(found, agreements=(replace(agreement, answers=answers),)))
    assert [each.status for each in told] == ["ambiguous", "ambiguous"]


def test_terms_say_how_binding_they_are(atlas: Atlas, lan: Agreement) -> None:
    said: list[dict[str, Any]] = [{"max_percent": 15, "modality": "bor"}, {"term_years": 4, "modality": "ska"}]
    said.append({"in_writing": False})
    (row,) = terms(with_facts(atlas, lan, COORDINATION, *said))
    told = dict(zip(TERMS, row.cells, strict=True))
    assert [each.words for each in told["max_percent"]] == ["högst 15 % av heltid (bör)"]
    assert [each.words for each in told["term_years"]] == ["4 år"]
    assert [each.words for each in told["in_writing"]] == ["nej"]
    assert told["paid_by"] == () and row.told


def test_the_county_coordinator_is_told_from_other_coordination(atlas: Atlas, lan: Agreement) -> None:
    said: list[dict[str, Any]] = [{"function": "roll_lanssamordnare"}, {"function": "gov_lan_utveckling"}, {}]
    (part,) = county_parts(with_facts(atlas, lan, COUNTY, *said))
    assert [fact.says for fact in part.facts] == ["Sats 1."] and part.besides == 2
