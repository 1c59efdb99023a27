"""Agreements in one place: who overlaps whom, on what, and what rests on something that is not here."""

from atlas.model.agreement import Agreement, Atlas
from atlas.topics import TOPICS
from atlas.topics.topic import GROUPS
from atlas.views.overlap import Overlap, missing, of_agreement, overlaps


def only(atlas: Atlas) -> Overlap:
    (found,) = overlaps(atlas)
    return found


def test_two_agreements_of_one_municipality_overlap(atlas: Atlas) -> None:
    found = only(atlas)
    assert [each.id for each in found.pair] == ["exempel/kommun-2014", "exempel/lan-2022"]
    assert found.municipalities == ("Exempelby",)
    assert found.url == "avtal/exempel/index.html#samtidigt-kommun-2014-lan-2022"


def test_what_they_say_of_each_other_is_theirs(atlas: Atlas) -> None:
    assert [(each.kind, each.because) for each in only(atlas).relations] == [
        ("overlaps", "Båda gäller i Exempelby kommun."),
        ("overlaps", "Båda gäller i Exempelby kommun, och inget av dem säger att det ersätter det andra."),
    ]


def test_every_topic_is_a_point_or_answered_by_neither(atlas: Atlas) -> None:
    found = only(atlas)
    told = [point.topic.id for point in found.side_by_side.points]
    assert sorted([*told, *(topic.id for topic in found.side_by_side.neither)]) == sorted(TOPICS)
    assert found.side_by_side.both + found.side_by_side.alone(0) + found.side_by_side.alone(1) == len(told)
    assert (found.side_by_side.both, found.side_by_side.alone(0), found.side_by_side.alone(1)) == (9, 3, 7)
    assert [name for name, _ in found.side_by_side.groups] == [
        GROUPS[id] for id in dict.fromkeys(TOPICS[id].group for id in told)
    ]
    assert [point for _, points in found.side_by_side.groups for point in points] == list(found.side_by_side.points)


def test_points(atlas: Atlas) -> None:
    points = {point.topic.id: point for point in only(atlas).side_by_side.points}
    assert [cell.status for cell in points["notice"].cells] == ["stated", "ambiguous"]
    assert points["notice"].verdict == "differs" and points["notice"].only is None
    assert points["revision"].only == 0 and points["secrecy"].only == 1
    assert [len(cell.facts) for cell in points["services"].cells] == [2, 3]
    # Nobody has read the town's text for its purpose: then the county's is not said to be alone in answering.
    assert points["purpose"].half_read and not points["secrecy"].half_read


def test_each_agreement_finds_its_overlaps_and_a_template_has_none(atlas: Atlas) -> None:
    counted = {agreement.id: len(of_agreement(atlas, agreement)) for agreement in atlas.agreements}
    assert counted == {"exempel/kommun-2014": 1, "exempel/lan-2022": 1, "prov/mall-2020": 0}


def test_what_is_required_and_not_here(atlas: Atlas) -> None:
    town = atlas.by_id("exempel/kommun-2014")
    county = atlas.by_id("exempel/lan-2022")
    assert isinstance(town, Agreement) and isinstance(county, Agreement)
    assert [each.relation.words for each in missing(town)] == ["allmänna villkor"]
    assert missing(county) == ()
