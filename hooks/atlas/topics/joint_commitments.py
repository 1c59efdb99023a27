"""Gemensamma åtaganden: what the parties or services take upon themselves together."""

from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic

ABOUT = Choice(
    {
        "cooperation": "samverkan och kontinuitet",
        "plan": "verksamhetsplan och mål",
        "early_support": "tidigt stöd till barn och familjer",
        "participation": "barns och föräldrars delaktighet",
        "roles": "dokumenterat ansvar och uppdrag",
        "staff": "personalens förutsättningar",
        "meetings": "gemensamma möten",
        "network": "nätverk och erfarenhetsutbyte",
        "follow_up": "uppföljning",
    }
)

TOPIC = Topic(
    id="joint_commitments",
    group="content",
    place=20,
    name="Gemensamma åtaganden",
    border="Vad alla parter eller verksamheter ska göra tillsammans. Det som var och en ska göra för sig hör till "
    "Parternas åtaganden.",
    brief=lambda values: ABOUT.options.get(values.get("about", ""), ""),
    fields={
        "about": Field(ABOUT, "Vad åtagandet gäller.", example="plan"),
        "by": Field(Words(as_written=True), "Vilka de är, med avtalets ord.", example="De ingående verksamheterna"),
    },
)
