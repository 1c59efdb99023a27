"""Reading paths: each step leads to every agreement's own place, and takes the time of the words that it asks for."""

from dataclasses import replace

import pytest

from atlas.model.agreement import Atlas
from atlas.views.paths import GENERAL, Path, in_sentence, minutes, paths, reading_path
from atlas.views.quiz import quiz_url
from atlas.views.roles import role_of, roles
from tests.conftest import Golden

STEPS = ["vad", "avtal", "roll", "vilka", "styrning", "tystnadsplikt", "orolig", "aret", "fragor"]


def path(atlas: Atlas, id: str = "barnmorska", words: int = 0) -> Path:
    role = role_of(atlas, id)
    assert role
    return reading_path(atlas, role, dict.fromkeys(GENERAL, words))


@pytest.mark.parametrize(("words", "expected"), [(0, 0), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_minutes_are_rounded_up(words: int, expected: int) -> None:
    assert minutes(words) == expected


def test_paths(atlas: Atlas, golden: Golden) -> None:
    lines = []
    for each in paths(atlas, dict.fromkeys(GENERAL, 150)):
        lines.append(f"{each.role.id}: {each.minutes} min")
        for step in each.steps:
            lines.append(f"  {step.title} ({step.url}): {step.minutes} min")
            lines += [f"    {own.name}: {own.url or '–'} {own.status} {own.words}" for own in step.own]
    golden("paths.txt", "\n".join(lines) + "\n")


def test_every_role_has_a_path_of_all_steps(atlas: Atlas) -> None:
    made = paths(atlas, {})
    assert [each.role for each in made] == list(roles(atlas))
    assert all([step.id for step in each.steps] == STEPS for each in made)
    assert all([own.agreement for own in step.own] == list(atlas.agreements) for each in made for step in each.steps)


def test_the_general_pages_are_those_whose_words_are_read_by_all() -> None:
    assert tuple(f"ny/{id}/index.html" for id in STEPS if id not in ("avtal", "roll", "fragor")) == GENERAL


def test_a_step_leads_to_the_agreements_own_place(atlas: Atlas) -> None:
    steps = {step.id: step for step in path(atlas).steps}
    for place, agreement in enumerate(atlas.agreements):
        own = {id: step.own[place].url for id, step in steps.items()}
        assert own["avtal"] == agreement.url and own["fragor"] == quiz_url(agreement)
        assert own["roll"] == f"ny/roll/barnmorska/index.html#{agreement.id.replace('/', '-')}"
        for id, topic in (("styrning", "governance"), ("tystnadsplikt", "secrecy"), ("orolig", "duty_to_report")):
            answer = agreement.answers[topic]
            assert own[id] == (answer.facts[0].url if answer.facts else "")
            assert steps[id].own[place].status == ("" if answer.status == "stated" else answer.status)
    # A silent agreement is told as silent, and leads nowhere.
    assert any(not own.url and own.status in ("silent", "unread") for step in steps.values() for own in step.own)


def test_an_agreement_without_a_definition_leads_to_its_services(atlas: Atlas) -> None:
    for own in path(atlas).steps[0].own:
        definition, services = (own.agreement.answers[id].facts for id in ("definition", "services"))
        assert own.url == (definition or services)[0].url if definition or services else not own.url


def test_the_time_is_that_of_the_page_and_of_the_agreement_in_the_middle(atlas: Atlas) -> None:
    short, long = path(atlas, words=0), path(atlas, words=400)
    added = {one.id: two.minutes - one.minutes for one, two in zip(short.steps, long.steps, strict=True)}
    assert added == {id: 2 if f"ny/{id}/index.html" in GENERAL else 0 for id in STEPS}
    assert long.minutes == sum(step.minutes for step in long.steps)
    quiz = short.steps[-1]
    assert quiz.minutes == minutes(sorted(own.words for own in quiz.own)[(len(quiz.own) - 1) // 2]) > 0


def test_what_the_law_says_is_read_too(atlas: Atlas) -> None:
    without = replace(atlas, vocabulary={**atlas.vocabulary, "laws": {}})
    assert path(without).minutes <= path(atlas).minutes


def test_without_agreements_there_is_still_a_path(atlas: Atlas) -> None:
    empty = path(replace(atlas, agreements=()), words=150)
    assert [step.minutes for step in empty.steps if step.url in GENERAL] == [1] * len(GENERAL)
    assert all(step.own == () for step in empty.steps)
    assert [step.id for step in empty.steps if not step.general] == ["avtal", "roll", "fragor"]


def test_a_role_within_a_sentence_keeps_the_capitals_of_an_abbreviation(atlas: Atlas) -> None:
    role = roles(atlas)[0]
    assert in_sentence(replace(role, name="Barnmorska")) == "barnmorska"
    assert in_sentence(replace(role, name="BHV-sjuksköterska")) == "BHV-sjuksköterska"
