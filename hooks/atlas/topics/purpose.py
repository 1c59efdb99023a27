"""Syfte: why there is an agreement, and what the place is for."""

from atlas.topics.shape import Choice, Field
from atlas.topics.topic import Topic

ABOUT = Choice({"agreement": "avtalets syfte", "centre": "familjecentralens syfte"})

TOPIC = Topic(
    id="purpose",
    group="people",
    place=11,
    name="Syfte",
    border="Varför avtalet finns och vad familjecentralen är till för. Det som ska uppnås hör till Mål och inriktning.",
    brief=lambda values: ABOUT.options.get(values.get("about", ""), ""),
    fields={
        "about": Field(ABOUT, "Om syftet gäller avtalet eller familjecentralen.", example="agreement"),
    },
)
