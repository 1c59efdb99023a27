"""What newcomers are told: whose definition, which names, who steers, what is answered and what is left open."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from atlas.load.read import Entry
from atlas.model.agreement import Agreement, Answer, Atlas
from atlas.pipeline import load
from atlas.views.asked import left_open, lifted, outdated, questions, recipients
from atlas.views.definitions import contents, definitions, described, services_named
from atlas.views.steering import levels
from atlas.views.team import Naming, duties_given, never_named, team
from atlas.views.words import all_words, word_list

LAN = "agreements/exempel/lan-2022/agreement.yml"


def edited(corpus: Mapping[str, bytes], *edits: tuple[str, str]) -> Atlas:
    """The corpus with edits (old, new) of one agreement, each old found once."""
    text = corpus[LAN].decode()
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    outcome = load(Entry(path, data) for path, data in {**corpus, LAN: text.encode()}.items())
    assert outcome.atlas, outcome.report
    return outcome.atlas


# --- definitions ---


def test_definitions_stand_beside_each_other_and_are_never_merged(atlas: Atlas) -> None:
    told = {
        each.whose: {word: term and term.values["says"] for word, term in each.by_word.items()}
        for each in definitions(atlas)
    }
    assert told == {
        "Exempelföreningen": {
            "familjecentral": "Alla verksamheter finns på samma plats.",
            "familjecentralsliknande": "Några av dem är med.",
        },
        "Exempelmyndigheten": {
            "familjecentral": None,
            "familjecentralsliknande": "De måste inte finnas på samma plats.",
        },
    }


def test_an_agreement_that_nobody_has_read_for_its_definition_says_so(atlas: Atlas) -> None:
    assert {(each.name, each.place.status, each.similar, each.together.status) for each in described(atlas)} == {
        ("Exempelby kommun 2014", "unread", (), "unread"),
        ("Exempellän 2022", "unread", (), "unread"),
        ("Provlän, mall 2020", "unread", (), "unread"),
    }


def test_services_that_most_texts_have_get_a_column_and_the_others_share_one(atlas: Atlas) -> None:
    assert [term.id for term in services_named(atlas)] == ["barnhalsovard", "oppen_forskola"]
    rows = {row.name: row for row in contents(atlas)}
    assert [len(cell.facts) for cell in rows["Exempellän 2022"].cells] == [1, 1]
    assert [fact.id for fact in rows["Exempellän 2022"].others.facts] == ["verksamhet-mhv"]
    assert [cell.status for cell in rows["Provlän, mall 2020"].cells] == ["unread", "unread"]
    assert rows["Exempelby kommun 2014"].others.status == "silent"


# --- who works here ---


def told(names: tuple[Naming, ...]) -> dict[str, list[str]]:
    return {each.words: [place.name for place in each.places] for each in names}


def test_services_and_professions_as_they_are_written(atlas: Atlas) -> None:
    found = {each.term.id if each.term else "": each for each in team(atlas)}
    assert list(found) == ["modrahalsovard", "barnhalsovard", "oppen_forskola", ""]
    assert told(found["barnhalsovard"].names) == {
        "BVC": ["Exempelby kommun 2014"],
        "mödra- och barnhälsovård": ["Exempellän 2022"],
    }
    titles = {member.term.id: told(member.titles) for each in found.values() for member in each.professions}
    assert titles == {
        "barnmorska": {"Barnmorska": ["Provlän, mall 2020"]},
        "forskollarare": {"Förskollärare": ["Provlän, mall 2020"]},
        "kurator": {"Kuratorn": ["Exempelby kommun 2014"]},
    }
    assert not {term.id for term in never_named(atlas)} & titles.keys()


def test_the_longest_title_wins(atlas: Atlas) -> None:
    term = atlas.vocabulary["professions"]["kurator"]
    longer = replace(term, id="barnkurator", name="Barnkurator", values={**term.values, "forms": ["Kuratorn kan"]})
    professions = {**atlas.vocabulary["professions"], "barnkurator": longer}
    more = replace(atlas, vocabulary={**atlas.vocabulary, "professions": professions})
    never = {term.id for term in never_named(more)}
    assert "kurator" in never and "barnkurator" not in never


def test_whom_an_agreement_gives_duties_to(atlas: Atlas) -> None:
    found = {
        each.name: (each.status, each.professions, each.services, each.organisations) for each in duties_given(atlas)
    }
    assert found == {
        "Exempelby kommun 2014": ("stated", ("Kurator",), (), ("Exempelby kommun",)),
        "Exempellän 2022": ("stated", (), ("Barnhälsovård", "Öppen förskola"), ()),
        "Provlän, mall 2020": ("placeholder", ("Barnmorska", "Förskollärare"), (), ()),
    }


# --- who steers ---


def steered(atlas: Atlas) -> list[tuple[str, str, str, list[str], list[str], list[str], int]]:
    return [
        (
            level.id,
            function.term.id if function.term else "",
            body.name,
            [said.words for said in body.names],
            [said.words for said in body.meets],
            [said.words for said in body.convener],
            body.tasks,
        )
        for level in levels(atlas)
        for function in level.functions
        for body in function.bodies
    ]


def test_bodies_stand_on_their_level(atlas: Atlas) -> None:
    assert steered(atlas) == [
        ("county", "gov_lan", "Exempellän 2022", ["Länsgruppen"], ["minst 2 gånger per år"], [], 0),
        ("municipality", "gov_ledning", "Exempellän 2022", ["Ledningsgruppen"], ["vid behov"], [], 0),
    ]


def test_a_body_stands_where_its_agreement_puts_it(corpus: Mapping[str, bytes]) -> None:
    atlas = edited(corpus, ("      function: gov_ledning\n", "      function: gov_ledning\n      body_level: centre\n"))
    assert [row[:2] for row in steered(atlas)] == [("county", "gov_lan"), ("centre", "gov_ledning")]


def test_a_body_without_function_is_not_put_on_any_level(corpus: Mapping[str, bytes]) -> None:
    atlas = edited(corpus, ("      function: gov_ledning\n", ""))
    assert [row[:4] for row in steered(atlas)][-1] == ("", "", "Exempellän 2022", ["Ledningsgruppen"])
    assert levels(atlas)[-1].without == ()


def test_an_agreement_without_a_body_says_how_it_answers(corpus: Mapping[str, bytes], atlas: Atlas) -> None:
    without = {(level.id, each.name): each.status for level in levels(atlas) for each in level.without}
    assert without == {
        (level, name): status
        for level in ("county", "municipality")
        for name, status in (("Exempelby kommun 2014", "silent"), ("Provlän, mall 2020", "unread"))
    }
    delegating = delegated(atlas, atlas.agreements[0])
    (first, *_) = (each for level in levels(delegating) for each in level.without)
    assert (first.status, [fact.id for fact in first.delegated]) == ("delegated", ["lokalt"])


def delegated(atlas: Atlas, agreement: Agreement) -> Atlas:
    fact = replace(agreement.facts[0], id="lokalt", topic="governance", status="delegated", values={})
    answer = Answer(agreement.answers["governance"].topic, "delegated", (), (fact,))
    changed = replace(agreement, answers={**agreement.answers, "governance": answer})
    return replace(atlas, agreements=(changed, *atlas.agreements[1:]))


# --- what may be told ---


def test_questions_count_the_agreements_that_answer(atlas: Atlas) -> None:
    found = {
        each.id: ([given.name for given in each.given], each.count, each.of) for each in questions(atlas, "secrecy")
    }
    assert found == {
        "rule": (["Exempellän 2022"], 1, 2),
        "consent": (["Exempellän 2022"], 1, 2),
        "exchange": ([], 0, 2),
        "informed": ([], 0, 2),
        "lifted": ([], 0, 2),
    }


def test_what_is_left_open(atlas: Atlas) -> None:
    found = {each.name: (each.status, len(each.questions)) for each in left_open(atlas, "secrecy")}
    assert found == {
        "Exempelby kommun 2014": ("silent", 5),
        "Exempellän 2022": ("stated", 3),
        "Provlän, mall 2020": ("unread", 0),
    }


def test_a_fact_on_no_question_comes_last(corpus: Mapping[str, bytes]) -> None:
    atlas = edited(corpus, ("      about: consent\n", ""))
    assert [(each.id, each.count) for each in questions(atlas, "secrecy")][-1] == ("", 1)
    assert "" not in {words for each in left_open(atlas, "secrecy") for words in each.questions}


def test_where_a_report_goes_and_when_secrecy_gives_way(corpus: Mapping[str, bytes], atlas: Atlas) -> None:
    assert [(each.name, [fact.id for fact in each.facts]) for each in recipients(atlas)] == [
        ("Exempellän 2022", ["anmalan"])
    ]
    assert lifted(atlas) == ()
    assert [fact.id for each in lifted(edited(corpus, ("about: rule", "about: lifted"))) for fact in each.facts] == [
        "tystnadsplikt"
    ]


@pytest.mark.parametrize(("topic", "expected"), [("duty_to_report", ["3 kap. 2 §"]), ("secrecy", [])])
def test_references_that_no_longer_hold(atlas: Atlas, topic: str, expected: list[str]) -> None:
    assert [each.section for each in outdated(atlas, topic)] == expected


# --- words ---


def test_other_names_stand_once_without_their_endings(atlas: Atlas) -> None:
    words = {word.term.id: (word.also, word.belongs, word.anchor) for word in word_list(atlas, "services")}
    assert words["barnhalsovard"] == (("BVC", "mödra- och barnhälsovård"), "", "ord-services-barnhalsovard")
    assert words["oppen_forskola"][0] == ("öppna förskolan",)
    belongs = {word.term.id: word.belongs for word in word_list(atlas, "professions")}
    assert [belongs[id] for id in ("barnmorska", "forskollarare", "kurator")] == [
        "Mödrahälsovård",
        "Öppen förskola",
        "",
    ]
    assert {word.term.id: word.belongs for word in word_list(atlas, "bodies")}["gov_lan"] == "län"


def test_all_words_hold_names_forms_and_meanings(atlas: Atlas) -> None:
    assert {"Barnhälsovård", "BVC", "barnavårdscentral", "Exempelby", "blivande föräldrar"} <= {*all_words(atlas)}
    assert "" not in all_words(atlas)
