"""Delaktighet: how children and parents take part."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Many, Term
from atlas.topics.topic import Topic, Values

STAGE = Choice(
    {
        "planning": "planering",
        "carrying_out": "genomförande",
        "evaluation": "utvärdering",
        "working_methods": "arbetsformer",
    }
)


def brief(values: Values) -> str:
    """What they take part in."""
    return joined(*(STAGE.options[stage] for stage in values.get("stage", ())))


TOPIC = Topic(
    id="participation",
    group="people",
    place=13,
    name="Delaktighet",
    border="Hur barn och föräldrar är delaktiga i familjecentralens arbete. Enkäter till föräldrar hör till "
    "Föräldraenkät.",
    brief=brief,
    fields={
        "who": Field(
            Many(Term(("who",), named_in_quote=True)),
            "Vilka som är delaktiga, som id ur who.yml.",
            example="[foraldrar, barn]",
        ),
        "stage": Field(Many(STAGE), "Vad de är delaktiga i.", example="[planning, evaluation]"),
    },
)
