"""What agreements ask of a role: whose duty is whose, who is around, and what differs from one agreement to another."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from atlas.load.quotes import Match, Stretch
from atlas.model.agreement import Agreement, Answer, Atlas, Fact, Term
from atlas.views.keys import verdict
from atlas.views.roles import Role, does, is_role, role_of, roles, sits_in
from atlas.views.roles_asked import Asked, all_roles_asked, asked
from atlas.views.roles_bodies import Around, Body, around
from atlas.views.roles_changes import MOST_COLUMNS, changes
from tests.conftest import Golden


def the(atlas: Atlas, id: str) -> Role:
    role = role_of(atlas, id)
    assert role
    return role


def with_facts(agreement: Agreement, topic: str, *values: dict[str, Any]) -> Agreement:
    """The agreement with other facts on a topic, each with words of its own."""
    model = agreement.facts[0]
    facts = tuple(
        replace(
            model,
            id=f"{topic}-{number}",
            topic=topic,
            status=each.get("status", "stated"),
            quote=(quote := each.get("quote", f"{topic} {number}")),
            # Places of their own for words of their own.
            match=each.get("match", Match(1000 + sum(map(ord, quote)), model.match.stretches)),
            values={key: value for key, value in each.items() if key not in ("status", "quote", "match")},
        )
        for number, each in enumerate(values)
    )
    old = agreement.answers[topic]
    status = facts[0].status if facts else "silent"
    return replace(agreement, answers={**agreement.answers, topic: Answer(old.topic, status, (), facts)})


@pytest.fixture
def county(atlas: Atlas) -> Agreement:
    """An agreement of the corpus that names no profession."""
    return next(each for each in atlas.agreements if each.id == "exempel/lan-2022")


def ids(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.id for fact in facts]


def lines_of(found: Asked, near: Around) -> Iterator[str]:
    yield f"  own {found.status} {found.remark}".rstrip()
    yield from (f"    {fact.status} {fact.says}" for fact in found.own)
    yield f"  service {found.service_status}"
    yield from (f"    {fact.status} {fact.says}" for fact in found.service)
    yield from (f"  other {fact.status} {fact.says}" for fact in found.other)
    yield from (f"  everyone {part.topic.id} {ids(part.facts)}" for part in found.everyone)
    yield f"  silent {[topic.id for topic in found.silent]} unread {len(found.unread)}"
    yield from (f"  meets {told(body)}" for body in near.meets)
    yield from (f"  decides {told(body)}" for body in near.decides)
    yield f"  asks {near.asks_status if not near.asks else ids(near.asks)}"


def told(body: Body) -> str:
    return f"{', '.join(body.names)} ({body.function}, {body.level}) {ids(body.who)} {len(body.tasks)}"


def test_what_is_asked(atlas: Atlas, golden: Golden) -> None:
    lines = []
    for role in roles(atlas):
        lines.append(role.name)
        for agreement in atlas.agreements:
            lines.append(f" {agreement.id}")
            lines += lines_of(asked(atlas, role, agreement), around(atlas, role, agreement))
    golden("roles.txt", "\n".join(lines) + "\n")


def test_own_service_and_everyone_are_never_merged(atlas: Atlas) -> None:
    for role in roles(atlas):
        for found in (asked(atlas, role, agreement) for agreement in atlas.agreements):
            shared = [fact.id for part in found.everyone for fact in part.facts]
            every = [*ids(found.own), *ids(found.service), *ids(found.other), *shared]
            assert len(every) == len(set(every))


def test_templates_are_never_counted(atlas: Atlas) -> None:
    counts = {role.id: count for role, count in all_roles_asked(atlas)}
    # The template alone gives the midwife anything.
    assert any(asked(atlas, the(atlas, "barnmorska"), agreement).own for agreement in atlas.agreements)
    assert counts["barnmorska"] == 0


def test_those_that_are_counted_are_those_that_ask_something(atlas: Atlas) -> None:
    for role, count in all_roles_asked(atlas):
        assert count == sum(each.binds and bool(asked(atlas, role, each).own) for each in atlas.agreements), role.id


@pytest.mark.parametrize(
    ("values", "remark"),
    [
        ([{"actor": "barnhalsovard"}], "Avtalet fördelar uppgifter på verksamheter, inte på professioner."),
        ([{"actor": "regionen"}], "Avtalet fördelar uppgifter på parter och förvaltningar, inte på professioner."),
        ([{"actor": "kurator"}], "Avtalet ger inga egna uppgifter till just den här professionen."),
        ([], ""),
        ([{"actor": "barnmorska"}], ""),
    ],
)
def test_why_there_is_nothing_of_ones_own(
    atlas: Atlas, county: Agreement, values: list[dict[str, Any]], remark: str
) -> None:
    assert asked(atlas, the(atlas, "barnmorska"), with_facts(county, "responsibilities", *values)).remark == remark


def test_a_service_has_what_a_party_does_for_it(atlas: Atlas, county: Agreement) -> None:
    given = with_facts(
        county,
        "responsibilities",
        {"actor": "regionen", "service": "modrahalsovard"},
        {"actor": "regionen", "service": "oppen_forskola"},
        {"actor": "regionen"},
        {"actor": "modrahalsovard"},
    )
    found = asked(atlas, the(atlas, "barnmorska"), given)
    assert (ids(found.service), ids(found.other)) == (
        ["responsibilities-3", "responsibilities-0"],
        ["responsibilities-2"],
    )


def test_an_answer_that_leads_elsewhere_still_does(atlas: Atlas, county: Agreement) -> None:
    found = asked(atlas, the(atlas, "barnmorska"), with_facts(county, "responsibilities", {"status": "delegated"}))
    assert (found.status, found.service_status, len(found.other)) == ("delegated", "delegated", 1)


def test_every_reading_of_the_same_words_is_told(atlas: Atlas, county: Agreement) -> None:
    twice = {"status": "ambiguous", "quote": "Samordnare rapporterar"}
    given = with_facts(county, "coordinator", {**twice, "task": "rapportera"}, twice, {"term_years": 3})
    found = asked(atlas, the(atlas, "samordnare"), given)
    assert [id for id in ids(found.own) if id.startswith("coordinator")] == ["coordinator-0", "coordinator-1"]
    assert ids(found.service) == ["coordinator-2"]


def test_the_same_words_are_told_once(atlas: Atlas, county: Agreement) -> None:
    given = with_facts(county, "coordinator", {"task": "redovisa", "quote": "samma ord"})
    given = with_facts(given, "reporting", {"by": "Samordnaren", "quote": "samma ord"}, {"by": "Samordnaren"})
    assert ids(asked(atlas, the(atlas, "samordnare"), given).own) == ["coordinator-0", "reporting-1"]


def test_words_within_words_are_told_once(atlas: Atlas, county: Agreement) -> None:
    places = [Match(9, (Stretch(0, start, end),)) for start, end in ((0, 50), (10, 20), (40, 60))]
    given = with_facts(county, "coordinator", {"task": "redovisa mål och resultat", "match": places[0]})
    given = with_facts(given, "reporting", *({"by": "Samordnaren", "match": place} for place in places[1:]))
    assert ids(asked(atlas, the(atlas, "samordnare"), given).own) == ["coordinator-0", "reporting-1"]


NAMES = [
    # role, values, whether the role does it
    ("samordnare", {"by": "Samordnaren"}, True),
    ("samordnare", {"by": "Länssamordnaren"}, False),
    ("lanssamordnare", {"by": "länssamordnaren"}, True),
    ("lanssamordnare", {"function": "roll_lanssamordnare"}, True),
    ("samordnare", {"recipient": "samordnaren"}, False),
    ("chef_driftsansvarig", {"by": "Verksamhetschefer och övriga ansvariga"}, True),
    ("chef_driftsansvarig", {"by": "Chefsgrupp för samverkan"}, False),
    ("barnmorska", {"actor": "barnmorska"}, True),
    ("barnmorska", {"by": "Verksamheterna"}, False),
]


@pytest.mark.parametrize(("role", "values", "expected"), NAMES)
def test_who_does_it(atlas: Atlas, role: str, values: dict[str, Any], expected: bool) -> None:
    fact = replace(atlas.agreements[0].facts[0], values=values)
    assert does(the(atlas, role), fact) is expected


def test_a_role_is_told_from_a_group_of_its_kind(atlas: Atlas) -> None:
    manager, fact = the(atlas, "chef_driftsansvarig"), atlas.agreements[0].facts[0]
    somebody = replace(fact, values={"body": "driftsansvarig chef"})
    group = replace(fact, values={"body": "Chefsgrupp", "function": "gov_lan"})
    assert is_role(manager, somebody) and not is_role(manager, group)
    assert sits_in(manager, group)
    assert not sits_in(the(atlas, "samordnare"), group)


def test_everyone_is_a_word_of_the_vocabulary(atlas: Atlas, county: Agreement) -> None:
    everyone = Term("alla_medarbetare", "Alla", {"forms": ["all personal"]})
    professions = {**atlas.vocabulary["professions"], everyone.id: everyone}
    knowing = replace(atlas, vocabulary={**atlas.vocabulary, "professions": professions})
    given = with_facts(county, "responsibilities", {"applies_to": "All personal"}, {})
    found = [asked(each, the(atlas, "barnmorska"), given) for each in (knowing, atlas)]
    assert [ids(each.everyone[0].facts) for each in found[:1]] == [["responsibilities-0"]]
    assert [ids(each.other) for each in found] == [["responsibilities-1"], ["responsibilities-0", "responsibilities-1"]]


def test_one_function_on_two_levels_is_two_groups(atlas: Atlas, county: Agreement) -> None:
    given = with_facts(
        county,
        "governance",
        {"body": "Ledningsgrupp", "function": "gov_ledning", "body_level": "centre", "task": "leda"},
        {"body": "ledningsgrupp", "function": "gov_ledning", "body_level": "centre", "members": ["enhetschefer"]},
        {"body": "länets ledning", "function": "gov_ledning", "body_level": "county", "task": "få rapporter"},
    )
    staff = around(atlas, the(atlas, "barnmorska"), given).decides
    assert [(body.names, body.level, len(body.tasks)) for body in staff] == [
        (("Ledningsgrupp",), "familjecentral", 1),
        (("länets ledning",), "län", 1),
    ]
    manager = the(atlas, "chef_driftsansvarig")
    assert [body.names for body in around(atlas, manager, given).meets] == [("Ledningsgrupp",)]
    assert ids(asked(atlas, manager, given).service) == ["governance-0"]


def test_a_point_differs_by_the_rule_of_all_comparisons(atlas: Atlas) -> None:
    for role in roles(atlas):
        found = changes(atlas, role)
        whole = [
            point for point in (*found.differing, *found.same) if point.topic.id not in ("target_group", "coordinator")
        ]
        assert whole
        for point in whole:
            expected = "differs" if point in found.differing else "same"
            assert verdict(atlas.agreements, point.topic.id) == expected
        assert all(len(point.told) == len(atlas.agreements) for point in found.differing)


def test_what_differs(atlas: Atlas, golden: Golden) -> None:
    lines = []
    for role in roles(atlas):
        found = changes(atlas, role)
        alike = [[point.label for point in points] for points in (found.same, found.by_reading, found.unread)]
        lines.append(f"{role.name}: same {alike[0]}, by reading {alike[1]}, unread {alike[2]}")
        for point in found.differing:
            lines.append(f" {point.label}")
            lines += [
                f"  {head.label}: {one.status} {[words for words, _ in one.values]}"
                for head, one in zip(found.heads, point.told, strict=True)
            ]
    golden("role_changes.txt", "\n".join(lines) + "\n")


def test_ages_alone_decide_whether_ages_differ(atlas: Atlas, county: Agreement) -> None:
    """Who else is named does not make the ages differ."""
    ages = {"ages": {"from": 0, "to": 6}}
    pair = (
        with_facts(county, "target_group", ages),
        replace(with_facts(county, "target_group", ages, {"who": ["familjer"]}), id="exempel/annat-2020"),
    )
    found = changes(replace(atlas, agreements=pair), the(atlas, "barnmorska"))
    assert "Barnens ålder" in [point.label for point in found.same]


def test_many_agreements_stand_as_rows(atlas: Atlas, county: Agreement) -> None:
    role = the(atlas, "barnmorska")
    many = tuple(replace(county, id=f"exempel/lan-{2000 + number}") for number in range(MOST_COLUMNS + 1))
    assert changes(replace(atlas, agreements=many[1:]), role).across
    assert not changes(replace(atlas, agreements=many), role).across


def test_where_an_agreement_leaves_the_duties_is_said(atlas: Atlas, county: Agreement) -> None:
    left = with_facts(county, "responsibilities", {"status": "delegated"})
    answer = left.answers["responsibilities"]
    left = replace(
        left,
        answers={
            **left.answers,
            "responsibilities": replace(answer, facts=tuple(replace(fact, to="lokala avtal") for fact in answer.facts)),
        },
    )
    told = asked(atlas, the(atlas, "barnmorska"), left)
    assert (told.status, told.own) == ("delegated", ())
    assert told.remark == "Avtalet lämnar det till lokala avtal. Fråga din chef efter det som gäller hos er."


def test_a_group_is_named_once_by_its_whole_name(atlas: Atlas, county: Agreement) -> None:
    names = ("den lokala ledningsgruppen", "Ledningsgruppen", "ledningsgrupp", "Ledande möte")
    many = with_facts(county, "governance", *({"function": "gov_ledning", "body": name} for name in names))
    near = around(atlas, the(atlas, "barnmorska"), many)
    assert [body.names for body in (*near.meets, *near.decides)] == [("den lokala ledningsgruppen", "Ledande möte")]
