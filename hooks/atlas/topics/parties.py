"""Parter: who has made the agreement."""

from atlas.topics.shape import Choice, Field, Many, Words
from atlas.topics.topic import Topic

OF = Choice(
    {
        "kommun": "kommun",
        "region": "region",
        "stat": "stat",
        "privat": "privat utförare",
        "civilsamhalle": "civilsamhälle",
    }
)
TYPE = Choice(
    {
        "kommun": "kommun",
        "region": "region",
        "landsting": "landsting",
        "namnd": "nämnd",
        "forvaltning": "förvaltning",
        "enhet": "enhet",
        "primarvard": "primärvård",
        "vardcentral": "vårdcentral",
        "privat_vardgivare": "privat vårdgivare",
        "forening": "förening",
    }
)

TOPIC = Topic(
    id="parties",
    group="agreement",
    place=1,
    name="Parter",
    border="Vilka som har slutit avtalet och vem som företräder dem. Vad de åtar sig hör till Parternas åtaganden.",
    brief=lambda values: TYPE.options.get(values.get("type", ""), ""),
    fields={
        "party": Field(Words(), "Ett kort id för parten, som andra fakta i filen kan peka på.", example="kommunen"),
        "names": Field(
            Many(Words()), "Partens namn, alla sätt som avtalet skriver det på.", example="[Exempels kommun]"
        ),
        "of": Field(OF, "Vilken sida parten hör till.", example="kommun"),
        "type": Field(TYPE, "Vilket slags part det är.", example="forvaltning"),
        "role": Field(Words(), "Partens roll, i korta ord.", example="undertecknar"),
    },
)
