"""The statements of a text: its sentences and list items, and which of them regulate anything.

In: a `Text`. Out: `Statement` values. Not here: whether a fact quotes them (check, views).

A sentence regulates when it obliges, allows or decides; a list item takes that from the line that leads into it, since
«åtar sig att:» is said once for all items below it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atlas.load.markdown import Text
from atlas.load.sentences import sentences

# Swedish verbs and phrases with which an agreement obliges, allows or decides.
_REGULATES = re.compile(
    r"\b(?:ska|skall|bör|böra|kan|får|måste|behöver|åtar sig|åligger|ansvarar?|ansvaret|svarar|skyldig\w*|plikt\w*|"
    r"tystnadsplikt|har rätt|äger rätt|(?:har|äger) \w+ rätt|regleras|reglerar|utses|utser|bekostas|bekostar|betalar|"
    r"fördelas|fördelar|beslutas|beslutar|gäller|upprättas|upprättar|revideras|förlängs|upphör|omfattas|"
    r"sammankallande|träffas|säga upp|sägs upp|säger upp|avgörs?|avgöras|lämnas|lämnar|delas|delar|bedrivs?|deltar|"
    r"rapporterar|redovisas|redovisar|följs|följer|undersöks|tillgodoses|förutsätts)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or list item: its clause and block (indexes), its characters there, and whether it regulates."""

    clause: int
    block: int
    start: int
    end: int
    regulates: bool


def statements(text: Text) -> Iterator[Statement]:
    """Every sentence of every paragraph, item and cell, in order. Headings state nothing."""
    for number, clause in enumerate(text.clauses):
        inherited: dict[int, bool] = {}
        for index, block in enumerate(clause.blocks):
            if block.kind == "heading" or not block.words.text:
                continue
            led = block.lead is not None and inherited.get(block.lead, False)
            regulates = led
            for start, end in sentences(block.words.folded):
                own = _REGULATES.search(block.words.folded, start, end) is not None
                regulates = led or own
                yield Statement(number, index, start, end, regulates)
            # The last sentence is the one that leads on.
            inherited[index] = regulates
