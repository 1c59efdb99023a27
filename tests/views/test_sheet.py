"""Comparisons as flat rows: nothing is left out, and every cell is what the pages say."""

from atlas.model.agreement import Atlas
from atlas.topics import TOPICS
from atlas.topics.topic import STATUSES
from atlas.views.comparison import comparisons
from atlas.views.sheet import COLUMNS, sheet, sheets
from tests.conftest import Golden


def test_sheets(atlas: Atlas, golden: Golden) -> None:
    lines = [" | ".join(COLUMNS)]
    for each in sheets(atlas, comparisons(atlas)):
        lines += [f"\n{each.id}: {each.name}", *(" | ".join(row) for row in each.rows)]
    golden("sheets.txt", "\n".join(lines) + "\n")


def test_every_fact_has_a_row_and_every_agreement_without_has_one(atlas: Atlas) -> None:
    for topic in TOPICS.values():
        rows = sheet(atlas, topic).rows
        links = [row[-1] for row in rows]
        answers = [(agreement, agreement.answers[topic.id]) for agreement in atlas.agreements]
        assert links == [url for who, answer in answers for url in ([f.url for f in answer.facts] or [who.url])]
        assert {len(row) for row in rows} == {len(COLUMNS)}


def test_a_template_is_told_from_an_agreement_in_every_row(atlas: Atlas) -> None:
    kind, counts = COLUMNS.index("Slag"), COLUMNS.index("Räknas som avtal")
    rows = [row for each in sheets(atlas, comparisons(atlas)) for row in each.rows]
    assert {(row[kind], row[counts]) for row in rows} == {("Avtal", "ja"), ("Överenskommelse", "ja"), ("Mall", "nej")}


def test_silence_and_not_read_are_rows_of_their_own(atlas: Atlas) -> None:
    answer, says = COLUMNS.index("Svar"), COLUMNS.index("Mening")
    rows = [row for each in sheets(atlas, comparisons(atlas)) for row in each.rows]
    empty = {row[answer] for row in rows if not row[says]}
    assert empty == {STATUSES["silent"].label, STATUSES["unread"].label}
