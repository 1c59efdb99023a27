"""Mål och inriktning: what the place or the agreement is to reach, compared by theme."""

from atlas.topics.shape import Field, Term
from atlas.topics.topic import Topic

TOPIC = Topic(
    id="goals",
    group="people",
    place=12,
    name="Mål och inriktning",
    border="Vad familjecentralen eller avtalet ska uppnå, och hur. Varför de finns hör till Syfte, och hur resultatet "
    "mäts hör till Uppföljning.",
    fields={
        # Two agreements seldom word a goal alike; the theme is what lets them be compared.
        "theme": Field(
            Term(("goal_themes",)), "Målets tema, som id ur goal_themes.yml; ett per faktum.", example="god_halsa"
        ),
    },
)
