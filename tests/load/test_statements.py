"""Which sentences and list items of a text regulate something, as a table of texts."""

from itertools import pairwise

import pytest

from atlas.load.markdown import parse_text
from atlas.load.statements import statements
from atlas.source import File

# A text, and each of its statements with `+` when it regulates and `-` when it does not.
TEXTS: dict[str, tuple[str, list[str]]] = {
    "a duty": ("Kommunen ska svara för lokaler.", ["+Kommunen ska svara för lokaler."]),
    "a wish": ("Samordnaren bör hämta in samtycke.", ["+Samordnaren bör hämta in samtycke."]),
    "a right": ("Varje part har rätt till insyn.", ["+Varje part har rätt till insyn."]),
    "a duty without a modal verb": ("Regionen åtar sig att betala.", ["+Regionen åtar sig att betala."]),
    "case does not count": ("SKA gälla.", ["+SKA gälla."]),
    "background": ("Familjecentralen öppnade 1998.", ["-Familjecentralen öppnade 1998."]),
    "a verb within another word": ("Skador och kanoter är nämnda.", ["-Skador och kanoter är nämnda."]),
    "two sentences of one paragraph": (
        "Familjecentralen öppnade 1998. Kommunen ska betala.",
        ["-Familjecentralen öppnade 1998.", "+Kommunen ska betala."],
    ),
    "items take it from their lead-in": (
        "Kommunen ska:\n\n- lokaler\n- samordnare",
        ["+Kommunen ska:", "+lokaler", "+samordnare"],
    ),
    "items of items take it too": (
        "Kommunen ska:\n\n- ordna\n  - lokaler",
        ["+Kommunen ska:", "+ordna", "+lokaler"],
    ),
    "items under a lead-in that regulates nothing": (
        "Det finns:\n\n- en lekplats\n- ett kök som får användas",
        ["-Det finns:", "-en lekplats", "+ett kök som får användas"],
    ),
    "only the last sentence leads on": (
        "Kommunen ska betala. Det finns:\n\n- en lekplats",
        ["+Kommunen ska betala.", "-Det finns:", "-en lekplats"],
    ),
    "the first sentence does not stop the last": (
        "Det finns mycket. Kommunen ska:\n\n- lokaler",
        ["-Det finns mycket.", "+Kommunen ska:", "+lokaler"],
    ),
    "headings state nothing": ("## Kommunen ska betala\n\nSå är det.", ["-Så är det."]),
    "cells are statements": (
        "| Grupp | Uppgift |\n| --- | --- |\n| Ledning | ska mötas |",
        ["-Grupp", "-Uppgift", "-Ledning", "+ska mötas"],
    ),
    "emphasis is no part of the words": ("Kommunen **ska** betala.", ["+Kommunen ska betala."]),
    "nothing": ("# Bara en rubrik", []),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_statements(text: str, expected: list[str]) -> None:
    parsed, findings = parse_text(File("text.md", text + "\n"))
    found = []
    for each in statements(parsed):
        words = parsed.clauses[each.clause].blocks[each.block].words.text[each.start : each.end]
        found.append(("+" if each.regulates else "-") + words)
    assert found == expected
    assert not findings or text.startswith("# Bara")


def test_statements_are_in_order_and_never_overlap() -> None:
    text = "Kommunen ska betala. Det finns:\n\n- ett\n- två. Tre.\n\n## B\n\nFyra."
    parsed, _ = parse_text(File("text.md", text + "\n"))
    places = [(each.clause, each.block, each.start, each.end) for each in statements(parsed)]
    assert places == sorted(places)
    assert all(a[:2] != b[:2] or a[3] <= b[2] for a, b in pairwise(places))
