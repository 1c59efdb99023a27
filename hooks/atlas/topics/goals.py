"""Mål och inriktning: what is to be achieved."""

from atlas.topics.topic import Topic

# A goal is compared by how binding it is (`modality`, which any fact may carry) until its theme has a vocabulary.
TOPIC = Topic(
    id="goals",
    group="people",
    place=12,
    name="Mål och inriktning",
    border="Vad familjecentralen eller avtalet ska uppnå, och hur. Varför de finns hör till Syfte, och hur resultatet "
    "mäts hör till Uppföljning.",
)
