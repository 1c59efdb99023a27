"""Every comparison of the invented corpus, as a golden table: head, status, brief answer and facts of each cell."""

import pytest

from atlas.model.agreement import Atlas
from atlas.topics import TOPICS
from atlas.views import own_views
from atlas.views.ages import age_lanes
from atlas.views.comparison import FIRST, comparisons, statuses_of
from atlas.views.key_values import key_values
from atlas.views.names import municipality, short_name
from atlas.views.table import Cell, Table
from tests.conftest import Golden


def cell(shown: Cell) -> str:
    parts = [shown.status, *(f"+{status}" for status in shown.also)]
    parts += [f"«{words}»" for words in shown.brief]
    parts += [f"#{fact.id}" for fact in shown.facts]
    return " ".join(parts + ([f"({shown.remark})"] if shown.remark else []))


def dump(table: Table) -> str:
    lines = [f"{table.title} [{table.id}] {table.caption}", "  | " + " | ".join(head.label for head in table.columns)]
    for row in table.rows:
        lines.append(f"{row.group + ' / ' if row.group else ''}{row.head.label}")
        lines += [f"  | {cell(each)}" for each in row.cells]
    return "\n".join(lines)


def test_comparisons(atlas: Atlas, golden: Golden) -> None:
    for compared in comparisons(atlas):
        spread = "; ".join(f"{status}: {', '.join(each.id for each in who)}" for status, who in compared.spread.items())
        golden(f"{compared.topic.id}.txt", "\n\n".join([spread, *map(dump, compared.tables)]) + "\n")


def test_every_fact_stands_in_its_comparison(atlas: Atlas) -> None:
    for compared in comparisons(atlas):
        cells = [each for table in compared.tables for row in table.rows for each in row.cells]
        shown = {fact.url for each in cells for fact in each.facts}
        stated = {fact.url for agreement in atlas.agreements for fact in agreement.answers[compared.topic.id].facts}
        assert shown == stated


def test_the_most_wanted_come_first_and_none_is_missing(atlas: Atlas) -> None:
    ids = [compared.topic.id for compared in comparisons(atlas)]
    assert ids[:3] == list(FIRST)
    assert set(ids) == {id for id in TOPICS if any(each.answers[id].status != "unread" for each in atlas.agreements)}


def test_templates_are_never_counted(atlas: Atlas) -> None:
    templates = {agreement.id for agreement in atlas.agreements if not agreement.binds}
    assert templates
    for compared in comparisons(atlas):
        counted = {agreement.id for who in compared.spread.values() for agreement in who}
        assert counted == {agreement.id for agreement in atlas.agreements} - templates


def test_views_are_found_by_themselves() -> None:
    assert sorted(own_views()) == ["goals", "governance", "responsibilities", "target_group"]


def test_age_lanes(atlas: Atlas, golden: Golden) -> None:
    lines = [
        f"{lane.name}: " + "; ".join(f"{bar.start}–{bar.end}{' öppen' * bar.open} «{bar.words}»" for bar in lane.bars)
        for lane in age_lanes(atlas)
    ]
    golden("age_lanes.txt", "\n".join(lines) + "\n")


def test_key_values(atlas: Atlas, golden: Golden) -> None:
    lines = [
        f"{agreement.id} {key.label}: {cell(key.cell)}"
        for agreement in atlas.agreements
        for key in key_values(agreement)
    ]
    golden("key_values.txt", "\n".join(lines) + "\n")


def test_short_names(atlas: Atlas, golden: Golden) -> None:
    both = (*atlas.agreements, *atlas.documents)
    golden("short_names.txt", "".join(f"{each.id}: {short_name(atlas, each)}\n" for each in both))


@pytest.mark.parametrize("name", ["Östersunds", "Jönköpings", "Borås", "Växjö", "Emmaboda", "Örebro", "Åre", "Täby"])
def test_a_municipality_is_called_what_it_calls_itself(name: str) -> None:
    place = {"Östersunds": "Östersund", "Jönköpings": "Jönköping"}.get(name, name)
    assert municipality(place) == f"{name} kommun"


def test_every_topic_is_counted_once(atlas: Atlas) -> None:
    assert {statuses_of(agreement).total() for agreement in atlas.agreements} == {len(TOPICS)}
