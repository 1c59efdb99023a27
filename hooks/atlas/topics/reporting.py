"""Redovisning: who reports what to whom, and when."""

from atlas.topics.common import joined, when
from atlas.topics.shape import Day, Field, Words
from atlas.topics.topic import Topic, Values


def brief(values: Values) -> str:
    """The document and its deadline in words."""
    deadline = values.get("deadline")
    return joined(
        values.get("document", ""),
        f"senast {when(deadline)}" if deadline else "",
        f"till {values['recipient']}" if "recipient" in values else "",
        values.get("content", ""),
    )


TOPIC = Topic(
    id="reporting",
    group="follow_up",
    place=35,
    name="Redovisning",
    border="Vem som redovisar vad, till vem och när. Hur verksamheten mäts hör till Uppföljning.",
    brief=brief,
    fields={
        "document": Field(Words(as_written=True), "Vad redovisningen kallas.", example="verksamhetsberättelse"),
        "deadline": Field(
            Day(yearly=True), "Senaste dag: MM-DD när det är varje år, annars ett helt datum.", example="03-01"
        ),
        "recipient": Field(Words(as_written=True), "Vem som tar emot.", example="ledningsgruppen"),
        "by": Field(Words(as_written=True), "Vem som redovisar.", example="Samordnaren"),
        "content": Field(
            Words(), "Vad redovisningen ska innehålla, i korta ord; en sak per faktum.", example="antal besök"
        ),
    },
)
