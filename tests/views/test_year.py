"""The year of a place: wheels, days that differ, and what follows from the agreement beside them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from atlas.model.agreement import Agreement, Atlas, Document
from atlas.model.document import YearEntry
from atlas.views.belonging import agreement_of, families, root_of
from atlas.views.year import Wheel, conflict_of, conflicts, listed, time_words, weeks_words, wheels, yearly_elsewhere
from tests.conftest import Golden

CLOCK = "2026-01-01"


def only_wheel(atlas: Atlas) -> Wheel:
    """The corpus has one."""
    (wheel,) = wheels(atlas, CLOCK)
    return wheel


def with_year(atlas: Atlas, **changes: Any) -> Atlas:
    """The atlas with every entry of the year changed."""
    (document,) = atlas.documents
    year = tuple(replace(entry, **changes) for entry in document.year)
    return with_document(atlas, replace(document, parts=replace(document.parts, year=year)))


def with_document(atlas: Atlas, document: Document) -> Atlas:
    return replace(atlas, documents=(document,))


def with_reporting(atlas: Atlas, values: Mapping[str, Any]) -> Atlas:
    """The atlas whose wheel belongs to an agreement that says this of reporting."""
    (document,) = atlas.documents
    named = next(each for each in atlas.agreements if each.id == "exempel/lan-2022")
    answer = named.answers["reporting"]
    fact = replace(answer.facts[0], values=values)
    agreement = replace(named, answers={**named.answers, "reporting": replace(answer, facts=(fact,))})
    (relation,) = document.relations
    moved = replace(document, relations=(replace(relation, to=agreement.id),))
    others = tuple(each for each in atlas.agreements if each.id != agreement.id)
    return replace(atlas, agreements=(agreement, *others), documents=(moved,))


def test_the_corpus_in_full(atlas: Atlas, golden: Golden) -> None:
    wheel = only_wheel(atlas)
    lines = [f"{wheel.document.id} → {wheel.agreement_name}", f"tomt: {wheel.empty}"]
    for month in wheel.months:
        lines += [f"{month.name}: {each.quote} | {each.responsible} | {time_words(each)}" for each in month.entries]
    for who in wheel.responsible:
        lines.append(f"{who.id or '–'} {who.name}: {' '.join(each.id for each in who.entries)}")
    for conflict in wheel.conflicts:
        for day, deadlines in conflict.days:
            lines += [f"{conflict.told}: {day} {each.name} #{each.said.id}" for each in deadlines]
    for other in yearly_elsewhere(atlas, CLOCK):
        lines += [f"{other.name}: {series.pattern}, {series.what}" for series in other.series]
    golden("year.txt", "\n".join(lines) + "\n")


def test_every_entry_stands_once_by_month_and_once_by_who(atlas: Atlas) -> None:
    wheel = only_wheel(atlas)
    by_month = [each.id for each in wheel.entries]
    by_who = [each.id for who in wheel.responsible for each in who.entries]
    assert sorted(by_month) == sorted(by_who) == sorted(each.id for each in wheel.document.year)


def test_one_month_makes_no_wheel(atlas: Atlas) -> None:
    assert wheels(with_year(atlas, month=5), CLOCK) == ()


def test_nobody_responsible_is_said_last(atlas: Atlas) -> None:
    assert [bool(each.id) for each in only_wheel(atlas).responsible] == [True, True, False]


def test_the_same_day_is_no_contradiction(atlas: Atlas) -> None:
    agreed = with_year(atlas, deadline="03-01")
    assert only_wheel(agreed).conflicts == () == conflicts(agreed, agreed.agreements[0])


def test_an_agreement_and_its_document_may_differ(atlas: Atlas) -> None:
    both = with_reporting(atlas, {"document": "rapporten om året", "deadline": "04-15"})
    (conflict,) = only_wheel(both).conflicts
    assert conflict.told == "28 februari, 1 mars och 15 april"
    assert [len(said) for _, said in conflict.days] == [1, 1, 1]
    other = with_reporting(atlas, {"document": "budgeten", "deadline": "04-15"})
    assert only_wheel(other).conflicts[0].told == "28 februari och 1 mars"
    once = with_reporting(atlas, {"document": "rapporten", "deadline": "2024-04-15"})
    assert only_wheel(once).conflicts[0].told == "28 februari och 1 mars"


def test_what_differs_knows_its_contradiction(atlas: Atlas) -> None:
    wheel = only_wheel(atlas)
    told = {each.id: conflict_of(wheel.conflicts, each) for each in wheel.entries}
    assert {id for id, conflict in told.items() if conflict} == {"rapporten", "rapporten-inledning"}


def test_yearly_days_of_the_agreement_stand_beside_the_wheel_and_nowhere_else(atlas: Atlas) -> None:
    both = with_reporting(atlas, {"document": "rapporten", "deadline": "04-15"})
    series = only_wheel(both).series
    assert series and {each.step for each in series} == {12}
    assert [each.dates[0].month for each in series] == sorted(each.dates[0].month for each in series)
    assert "exempel/lan-2022" not in {each.agreement.id for each in yearly_elsewhere(both, CLOCK)}
    assert "exempel/lan-2022" in {each.agreement.id for each in yearly_elsewhere(atlas, CLOCK)}


def test_days_of_other_documents_stand_apart(atlas: Atlas) -> None:
    (document,) = atlas.documents
    entry = next(each for each in document.year if each.id == "rapporten")
    budget = replace(entry, document_id="exempel/budget-2020", document="Budgeten", deadline="11-01")
    other = replace(document, id="exempel/budget-2020", parts=replace(document.parts, year=(budget,)))
    (wheel,) = wheels(replace(atlas, documents=(document, other)), CLOCK)
    assert [each.said for each in wheel.others] == [budget]


def test_belonging_goes_by_way_of_documents_and_stops_at_a_ring(atlas: Atlas) -> None:
    (document,) = atlas.documents
    (relation,) = document.relations
    below = replace(document, id="exempel/bilaga", relations=(replace(relation, to=document.id),))
    chain = replace(atlas, documents=(document, below))
    assert root_of(chain, below).id == "exempel/kommun-2014"
    assert isinstance(agreement_of(chain, below), Agreement)
    assert {root.id: len(documents) for root, documents in families(chain)}["exempel/kommun-2014"] == 2
    ring = replace(document, relations=(replace(relation, to=below.id),))
    assert root_of(replace(atlas, documents=(ring, below)), ring).id == below.id
    alone = replace(document, relations=())
    assert agreement_of(with_document(atlas, alone), alone) is None
    assert families(with_document(atlas, alone))[-1] == (alone, (alone,))


def test_words_of_time(atlas: Atlas) -> None:
    entry: YearEntry = only_wheel(atlas).entries[0]
    assert weeks_words(()) == "" and weeks_words((39,)) == "vecka 39" and weeks_words((45, 46)) == "vecka 45–46"
    assert time_words(replace(entry, weeks=(4,), deadline="02-28")) == "vecka 4, senast 28 februari"
    assert listed(()) == "" and listed(("a",)) == "a" and listed(("a", "b", "c")) == "a, b och c"
