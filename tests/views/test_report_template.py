"""Report templates: what stands under each heading in its own order, and what agreements demand."""

from dataclasses import replace

from atlas.model.agreement import Atlas
from atlas.views.report_template import ASKED_IN, templates


def test_guidance_and_standing_words_keep_their_order(atlas: Atlas) -> None:
    (found,) = templates(atlas)
    told = {part.section.id: [(passage.words, bool(passage.ask)) for passage in part.before] for part in found.parts}
    assert told == {
        "titel": [("Rapporten lämnas senast 1 mars", True)],
        "samarbete": [("Hur har verksamheterna samarbetat under året?", True), ("Skriv högst en sida.", True)],
        "statistik": [("Ange antal besök och antal inskrivna barn.", True)],
        "sjalvskattning": [],
        "bilaga": [("Hör till avtalet för Exempelby, se § x.", False)],
    }


def test_words_after_the_guidance_stand_after_what_is_filled_in(atlas: Atlas) -> None:
    (document,) = atlas.documents
    title = document.sections[0]
    # Without guidance of its own, all that stands in the text shall stay, before what is filled in.
    bare = replace(document, parts=replace(document.parts, sections=(replace(title, asks=()),)))
    (part,) = templates(replace(atlas, documents=(bare,)))[0].parts
    assert [passage.words for passage in part.before] == ["Rapporten lämnas senast 1 mars. Mallen är påhittad."]
    # The guidance to one section ends early in its text: what follows it goes after.
    samarbete = document.sections[1]
    merged = replace(samarbete, asks=samarbete.asks[:1])
    one = replace(document, parts=replace(document.parts, sections=(merged,)))
    (part,) = templates(replace(atlas, documents=(one,)))[0].parts
    assert [bool(passage.ask) for passage in part.before] == [True] and part.after == ()


def test_statements_stand_where_the_areas_are(atlas: Atlas) -> None:
    (found,) = templates(atlas)
    assert [part.section.id for part in found.parts if part.statements] == ["sjalvskattning"]
    assert found.reflection and found.reflection.document == found.document


def test_every_agreement_is_asked_the_same_and_its_own_first(atlas: Atlas) -> None:
    (found,) = templates(atlas)
    assert found.own and found.own.agreement.id == "exempel/kommun-2014"
    told = [found.own, *found.others]
    assert {each.agreement.id for each in told} == {each.id for each in atlas.agreements}
    assert all([topic.id for topic, _, _ in each.topics] == list(ASKED_IN) for each in told)
    for each in told:
        answers = each.agreement.answers
        assert [(status, facts) for _, status, facts in each.topics] == [
            (answers[id].status, answers[id].facts) for id in ASKED_IN
        ]


def test_what_a_report_shall_hold_is_what_names_both_report_and_contents(atlas: Atlas) -> None:
    (found,) = templates(atlas)
    assert found.own
    fact = next(fact for each in atlas.agreements for fact in each.facts)
    values = ({"document": "rapport"}, {"content": "antal"}, {"document": "rapport", "content": "antal"})
    facts = tuple(replace(fact, id=str(number), values=given) for number, given in enumerate(values))
    topics = tuple((topic, "stated", facts if topic.id == "reporting" else ()) for topic, _, _ in found.own.topics)
    assert [fact.id for fact in replace(found.own, topics=topics).contents] == ["2"]
