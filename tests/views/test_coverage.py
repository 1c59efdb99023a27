"""What became of every sentence: counts that add up, and each passage told as it is."""

import pytest

from atlas.model.agreement import Atlas
from atlas.views.coverage import Coverage, coverage, coverages

BECAME = ("quoted", "left_out", "open", "plain")


def of(atlas: Atlas, id: str) -> Coverage:
    return next(each for each in coverages(atlas) if each.agreement.id == id)


def became(read: Coverage) -> dict[str, str]:
    return {passage.words: passage.became for passage in read.passages}


def test_passages_of_a_text(atlas: Atlas) -> None:
    told = became(of(atlas, "exempel/lan-2022"))
    assert told["tar emot alla barn"] == "open"
    assert told["samarbeta med övriga verksamheter"] == "quoted"
    assert told["Dnr 2021:185 627."] == "plain"
    assert told["Den 2 juni 2024 lämnas en slutrapport."] == "quoted"


def test_a_passage_that_is_left_out_tells_why(atlas: Atlas) -> None:
    read = of(atlas, "exempel/lan-2022")
    (reason,) = read.reasons
    assert reason.words == "en inledande rad utan eget innehåll"
    assert [each.quote for each in reason.passages] == [
        "kommer överens om att driva familjecentraler tillsammans",
    ]
    (passage,) = (each for each in read.passages if each.left_out)
    assert passage.reason == reason.words
    # A fact that quotes the passage wins: it is not left out of anything.
    assert passage.became == "quoted"


def test_facts_of_a_passage_are_those_that_quote_words_of_it(atlas: Atlas) -> None:
    read = of(atlas, "exempel/lan-2022")
    (passage,) = (each for each in read.passages if each.words == "öppen förskola, som")
    assert [fact.id for fact in passage.facts] == ["verksamhet-forskola", "oppet"]


def test_counts_add_up(atlas: Atlas) -> None:
    for read in coverages(atlas):
        assert read.total == len(read.passages) > 0
        assert read.regulating == sum(read.regulating_that(each) for each in BECAME)
        assert read.regulating_that("plain") == 0
        quoted = sum(each.became == "quoted" for each in read.passages)
        assert quoted == read.regulating_that("quoted") + read.other_quoted


@pytest.mark.parametrize(
    ("id", "total", "regulating", "quoted", "open"),
    [("exempel/kommun-2014", 17, 12, 11, 1), ("exempel/lan-2022", 39, 26, 24, 2), ("prov/mall-2020", 18, 5, 4, 1)],
)
def test_counts(atlas: Atlas, id: str, total: int, regulating: int, quoted: int, open: int) -> None:
    read = of(atlas, id)
    assert (read.total, read.regulating) == (total, regulating)
    assert (read.regulating_that("quoted"), read.regulating_that("open")) == (quoted, open)


def test_a_text_with_unread_topics_is_not_complete(atlas: Atlas) -> None:
    assert {read.complete for read in coverages(atlas)} == {False}


def test_clauses_lead_to_their_place_in_the_text(atlas: Atlas) -> None:
    for read in coverages(atlas):
        anchors = {clause.anchor for clause in read.agreement.text.clauses}
        for clause in read.clauses:
            address, _, anchor = clause.url.partition("#")
            assert address == read.agreement.url and (not anchor or anchor in anchors)
    assert coverage(atlas.agreements[0]).url == "avtal/exempel/kommun-2014/tackning/index.html"
