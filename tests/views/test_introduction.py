"""Introduction plans: what counts as a demand, who is counted, and that our own points stay ours."""

from dataclasses import replace
from typing import Any

import pytest

from atlas.model.agreement import Atlas
from atlas.topics import TOPICS
from atlas.views.introduction import demands, plan
from atlas.views.introduction_tasks import TASKS, WEEKS
from atlas.views.roles import TOPIC_OF, roles
from tests.conftest import Golden


def test_plans(atlas: Atlas, golden: Golden) -> None:
    lines = []
    for role in roles(atlas):
        found = plan(atlas, role)
        lines.append(f"{role.name}, {found.binding} binding")
        for week in found.weeks:
            lines.append(f" {week.number} {week.name}")
            for item in week.items:
                lines.append(f"  {item.task.says} [{item.demanding}]")
                lines += [f"    demands {line.name}: {line.fact.says}" for line in item.demanded]
                lines += [f"    mentions {line.name}: {line.fact.says}" for line in item.mentioned]
                lines += [f"    {document.id}: {entry.quote}" for document, entry in item.documents]
                lines += [f"    law {statute.law.id}" for statute in item.statutes]
    golden("introduction.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("status", "values", "expected"),
    [
        ("stated", {"modality": "ska"}, True),
        ("stated", {"modality": "bor"}, False),
        ("stated", {"modality": "kan", "by": "Huvudmännen"}, False),
        ("stated", {"by": "Huvudmännen"}, True),
        ("stated", {"about": "team_support"}, False),
        ("ambiguous", {"modality": "ska"}, False),
        ("delegated", {"modality": "ska"}, False),
        ("placeholder", {"by": "Huvudmännen"}, False),
    ],
)
def test_what_demands(atlas: Atlas, status: str, values: dict[str, Any], expected: bool) -> None:
    fact = replace(atlas.agreements[0].facts[0], status=status, values=values)
    assert demands(fact) is expected


def test_templates_demand_but_are_not_counted(atlas: Atlas) -> None:
    for role in roles(atlas):
        for week in plan(atlas, role).weeks:
            for item in week.items:
                binding = {line.agreement.id for line in item.demanded if line.agreement.binds}
                assert item.demanding == len(binding) <= plan(atlas, role).binding


def test_the_points_are_whole() -> None:
    """Every point has a week, a kind that exists and topics that exist; every kind has points in every week."""
    assert len({task.id for task in TASKS}) == len(TASKS)
    for task in TASKS:
        assert task.week in WEEKS and set(task.kinds) <= set(TOPIC_OF)
        assert {*(ask.topic for ask in task.asks), *task.reads} <= set(TOPICS)
    for kind in TOPIC_OF:
        assert {task.week for task in TASKS if kind in task.kinds} == set(WEEKS)


def test_the_points_state_no_duty() -> None:
    """They are proposals: only an agreement or a law says that somebody must."""
    for task in TASKS:
        words = set(task.says.casefold().replace(".", " ").replace(",", " ").split())
        assert not words & {"måste", "skyldig", "ansvarar", "krävs"}
        assert not {"du", "ska"} <= words or "vad du ska" in task.says.casefold()
