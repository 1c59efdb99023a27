"""Law beside the agreements: what is cited, what stands out, what is verified, and what holds whatever they say."""

from collections.abc import Mapping

import pytest

from atlas.load.read import Entry
from atlas.model.agreement import Atlas
from atlas.pipeline import load
from atlas.views.laws import (
    SIGNS,
    Citation,
    CitedLaw,
    all_citations,
    citations,
    cited_laws,
    statutes,
)

LAWS = "agreements/vocabulary/laws.yml"
COUNTY = "agreements/exempel/lan-2022/agreement.yml"


def with_laws(corpus: Mapping[str, bytes], *edits: tuple[str, str, str]) -> Atlas:
    """The corpus with edits (path, old, new), each old found once."""
    files = dict(corpus)
    for path, old, new in edits:
        assert files[path].count(old.encode()) == 1
        files[path] = files[path].replace(old.encode(), new.encode())
    outcome = load(Entry(path, data) for path, data in files.items())
    assert outcome.atlas, outcome.report
    return outcome.atlas


def law(atlas: Atlas, id: str) -> CitedLaw:
    return next(each for each in cited_laws(atlas) if each.term.id == id)


def test_one_rule_is_cited_and_stands_out(atlas: Atlas) -> None:
    (found,) = all_citations(atlas)
    assert (found.agreement.id, found.law.id, found.section) == ("exempel/lan-2022", "exempellag", "3 kap. 2 §")
    assert found.as_written == ("3 kap. 2 § exempellagen",)
    assert [fact.id for fact in found.facts] == ["anmalan"]
    assert (found.status.id, found.status.words, found.status.sign) == ("replaced", "ersatt", "→")
    assert found.today == "5 kap. 1 § Ny exempellag (2020:2)"
    assert found.verified and found.stands_out and not found.wrong


def test_every_law_of_the_vocabulary_is_told(atlas: Atlas) -> None:
    laws = cited_laws(atlas)
    assert [(each.term.id, each.mentioned, each.anchor) for each in laws] == [
        ("exempellag", 1, "lag-exempellag"),
        ("ny_exempellag", 0, "lag-ny-exempellag"),
    ]
    assert laws[0].replaced_by and laws[0].replaced_by_anchor == laws[1].anchor
    # Nobody cites the act as a whole, so only its section is a rule.
    assert [rule.section for rule in laws[0].rules] == ["3 kap. 2 §"]
    assert laws[1].rules == () and laws[1].replaced_by_anchor == ""


def test_facts_are_counted_once_each(corpus: Mapping[str, bytes]) -> None:
    twice = (
        COUNTY,
        "law: {as_written: 3 kap. 2 § exempellagen, act: exempellag, section: 3 kap. 2 §}",
        "law:\n        - {as_written: 3 kap. 2 § exempellagen, act: exempellag, section: 3 kap. 2 §}\n"
        "        - {as_written: exempellagen, act: exempellag}",
    )
    found = law(with_laws(corpus, twice), "exempellag")
    assert found.mentioned == 1
    assert [(rule.section, len(rule.citations)) for rule in found.rules] == [("", 1), ("3 kap. 2 §", 1)]


STATUS = [
    # edits to the law, then whether it stands out and whether it is verified
    ("status: replaced", "status: replaced", True, True),
    ("status: replaced", "status: in_force", False, True),
    ("status: replaced", "status: repealed", True, True),
    ("status: replaced", "status: unverified", True, True),
    ("      verified: true\n", "      verified: false\n", True, False),
    ("      verified: true\n", "", True, False),
]


@pytest.mark.parametrize(("old", "new", "stands_out", "verified"), STATUS)
def test_what_stands_out(corpus: Mapping[str, bytes], old: str, new: str, stands_out: bool, verified: bool) -> None:
    (found,) = all_citations(with_laws(corpus, (LAWS, old, new)))
    assert (found.stands_out, found.verified) == (stands_out, verified)


def wrong(corpus: Mapping[str, bytes], topic: str) -> Citation:
    mistaken = f"      verified: true\n      mistaken: [{{topic: {topic}, says: Fel paragraf.}}]\n"
    (found,) = all_citations(
        with_laws(corpus, (LAWS, "status: replaced", "status: in_force"), (LAWS, "      verified: true\n", mistaken))
    )
    return found


def test_a_reference_is_wrong_for_the_topic_that_the_vocabulary_names(corpus: Mapping[str, bytes]) -> None:
    assert wrong(corpus, "duty_to_report").wrong == "Fel paragraf."
    assert wrong(corpus, "duty_to_report").stands_out
    assert wrong(corpus, "secrecy").wrong == "" and not wrong(corpus, "secrecy").stands_out


def test_a_section_without_a_place_today_never_takes_that_of_its_act(corpus: Mapping[str, bytes]) -> None:
    (found,) = all_citations(with_laws(corpus, (LAWS, "      today: {act: ny_exempellag, section: 5 kap. 1 §}\n", "")))
    assert found.status.id == "replaced" and found.today == ""


def test_statutes_come_from_the_vocabulary_only(atlas: Atlas, corpus: Mapping[str, bytes]) -> None:
    assert statutes(atlas, "duty_to_report") == ()
    holds = (
        LAWS,
        "  since: 2020-07-01\n",
        "  since: 2020-07-01\n  holds:\n    - {topic: duty_to_report, section: 5 kap. 1 §, says: Du ska anmäla.}\n"
        "    - {topic: secrecy, says: Du ska tiga.}\n",
    )
    held = with_laws(corpus, holds)
    (found,) = statutes(held, "duty_to_report")
    assert (found.says, found.section, found.law.id) == ("Du ska anmäla.", "5 kap. 1 §", "ny_exempellag")
    assert found.status.id == "in_force" and not found.verified
    assert [each.says for each in statutes(held, "secrecy")] == ["Du ska tiga."]
    assert statutes(held, "term") == ()


def test_who_cites_nothing_has_no_citations(atlas: Atlas) -> None:
    counted = {agreement.id: len(citations(atlas, agreement)) for agreement in atlas.agreements}
    assert counted == {"exempel/kommun-2014": 0, "exempel/lan-2022": 1, "prov/mall-2020": 0}


def test_each_status_has_a_sign_of_its_own() -> None:
    assert len(set(SIGNS.values())) == len(SIGNS) == 4
