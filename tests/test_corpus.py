"""The invented corpus holds one of everything, so that what is tested on it is tested on everything."""

from collections.abc import Mapping

from atlas.load.markdown import Clause
from atlas.model.agreement import Atlas, Fact
from atlas.pipeline import Outcome
from atlas.topics.document_file import PARTS
from atlas.topics.topic import PRECEDENCE, STATUSES
from atlas.topics.vocabulary_file import VOCABULARIES

TYPED = (
    "parties term notice target_group services responsibilities governance coordinator secrecy duty_to_report "
    "reporting dispute"
)


def facts(atlas: Atlas) -> list[Fact]:
    return [fact for agreement in atlas.agreements for fact in agreement.facts]


def clauses(atlas: Atlas) -> list[Clause]:
    return [clause for each in (*atlas.agreements, *atlas.documents) for clause in each.text.clauses]


def test_it_is_clean(outcome: Outcome) -> None:
    assert outcome.report == ""
    assert outcome.atlas


def test_one_agreement_waits_for_review(atlas: Atlas) -> None:
    documents = (*atlas.agreements, *atlas.documents)
    assert [each.id for each in documents if not each.review.current] == ["exempel/kommun-2014"]


def test_kinds_and_levels(atlas: Atlas) -> None:
    assert {(each.id, each.kind, each.level) for each in atlas.agreements} == {
        ("exempel/lan-2022", "overenskommelse", "county"),
        ("exempel/kommun-2014", "avtal", "municipality"),
        ("prov/mall-2020", "mall", "municipality"),
    }
    assert [each.id for each in atlas.documents] == ["exempel/rapport-2020"]
    assert {relation.kind for each in atlas.agreements for relation in each.relations} >= {"overlaps", "requires"}


def test_every_status_and_every_typed_topic(atlas: Atlas) -> None:
    answers = [answer for agreement in atlas.agreements for answer in agreement.answers.values()]
    assert {answer.status for answer in answers} == STATUSES.keys()
    assert {fact.status for fact in facts(atlas)} == set(PRECEDENCE)
    assert any(answer.also for answer in answers)
    assert set(TYPED.split()) <= {fact.topic for fact in facts(atlas)}


def test_every_kind_of_age(atlas: Atlas) -> None:
    ages = [fact.values for fact in facts(atlas) if "ages" in fact.values]
    assert {tuple(sorted(each["ages"])) for each in ages} == {("from", "to"), ("from",), ("from", "until")}
    assert any("service" in each for each in ages)


def test_every_kind_of_block(atlas: Atlas) -> None:
    blocks = [block for clause in clauses(atlas) for block in clause.blocks]
    assert {block.kind for block in blocks} == {"heading", "paragraph", "item", "cell"}
    assert {block.level for block in blocks if block.kind == "item"} == {0, 1}
    assert any(block.header for block in blocks)
    assert any(block.words.emphasis for block in blocks)


def test_every_part_of_a_document(atlas: Atlas) -> None:
    (document,) = atlas.documents
    assert all(getattr(document.parts, part) for part in PARTS)
    assert {part.because for part in document.year} > {""}


def test_quotes_lie_over_blocks_marks_and_each_other(atlas: Atlas) -> None:
    places = [
        (agreement.id, fact.match.clause, part)
        for agreement in atlas.agreements
        for fact in agreement.facts
        for part in fact.match.stretches
    ]
    assert any(
        one[:2] == other[:2] and one[2].block == other[2].block and one[2].start < other[2].start < one[2].end
        for one in places
        for other in places
    )
    assert any(len(fact.match.stretches) > 2 for fact in facts(atlas))  # a row of a table
    twice = [fact for fact in facts(atlas) if fact.quote.endswith("samarbeta med övriga verksamheter")]
    assert len({fact.clause for fact in twice}) == 2
    lan = next(each for each in atlas.agreements if each.id == "exempel/lan-2022")
    (match,) = (note.match for note in lan.notes)
    assert match and lan.text.clauses[match.clause].blocks[match.stretches[0].block].kind == "heading"


def test_it_is_invented(corpus: Mapping[str, bytes], atlas: Atlas) -> None:
    assert set(atlas.vocabulary) == set(VOCABULARIES)
    assert {term.values["code"] for term in atlas.vocabulary["counties"].values()} == {"00", "99"}
    assert all(len(data) < 10_000 for data in corpus.values())
