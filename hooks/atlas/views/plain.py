"""The plain comparison, for every topic that has none of its own: a row per agreement, its brief answer, its facts."""

from atlas.model.agreement import Atlas
from atlas.topics.topic import Topic
from atlas.views.names import agreement_head, row_id
from atlas.views.table import Head, Row, Table, cell_of


def plain_table(atlas: Atlas, topic: Topic) -> Table:
    """One table with one row per agreement."""
    rows = tuple(
        Row(agreement_head(atlas, agreement), (cell_of(agreement.answers[topic.id]),), id=row_id(agreement))
        for agreement in atlas.agreements
    )
    caption = (
        f"Vad avtalen säger om {topic.name[0].lower()}{topic.name[1:]}. Varje mening leder till avtalets egna ord."
    )
    return Table("svar", "Avtalens svar", caption, "Avtal", (Head("Svar"),), rows)
