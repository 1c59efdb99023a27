"""An age range does not stand on its head."""

from collections.abc import Iterator

from atlas.check.walk import misfits
from atlas.load.read import Tree
from atlas.load.tree import Mapping
from atlas.source import Finding, Rule
from atlas.topics import TOPICS

UPSIDE_DOWN = Rule(
    "A313",
    "Åldersspannet är upp och ner.",
    "Den lägre åldern står under from och den högre under to. Saknas övre gräns utelämnas to.",
    "ages: {from: 0, to: 6}",
)
BOTH_ENDS = Rule(
    "A314",
    "Åldersspannet har två övre gränser, eller ingen gräns alls.",
    "Den övre gränsen är antingen en ålder (to) eller en händelse (until), och minst en gräns måste finnas.",
    "ages: {from: 0, until: barnet börjar förskoleklass}",
)


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all age ranges."""
    for folder in tree.folders:
        for topic, fact in folder.facts():
            ages = fact.get("ages")
            field = TOPICS[topic].fields.get("ages") if topic in TOPICS else None
            if not isinstance(ages, Mapping) or not field or any(misfits(ages, field.shape, "ages")):
                continue
            low, high = ages.text("from"), ages.text("to")
            if low and high and int(low) > int(high):
                yield UPSIDE_DOWN.at(
                    ages.span, f"from är {low} men to är {high}.", f"Så här: ages: {{from: {high}, to: {low}}}"
                )
            if high and ages.text("until"):
                yield BOTH_ENDS.at(ages.span, "Här står både to och until. Skriv bara den ena.")
            elif not (low or high or ages.text("until")):
                yield BOTH_ENDS.at(ages.span, "Här saknas ålder: skriv from, to eller until.")
