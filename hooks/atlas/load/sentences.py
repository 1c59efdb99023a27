"""Where sentences end in Swedish agreement prose.

In: folded words of one block. Out: the places where a sentence is over.
Not here: anything about quotes. A list item is a block of its own, so its end needs no full stop.
"""

import re
from functools import lru_cache

_END = re.compile(r"[.!?][\"')\]]*(?=\s+[\"'(\[]?[A-ZÅÄÖÉ0-9])")
# A full stop after these is part of the word. Seen in Swedish official prose.
_SHORT = {
    *("art", "bil", "bl.a", "ca", "d.v.s", "dnr", "dvs", "e.d", "etc", "ev", "exkl", "f.d", "ff", "fr.o.m", "inkl"),
    *("jfr", "kap", "kl", "m.fl", "m.m", "max", "min", "nr", "o.d", "o.s.v", "osv", "p.g.a", "resp", "s.k", "sid"),
    *("st", "t.ex", "t.o.m", "tel", "tf", "v"),
}
_LAST_WORD = re.compile(r"[\w.]+$")


@lru_cache(maxsize=4096)
def sentence_ends(text: str) -> tuple[int, ...]:
    """Indexes just after each full stop, and what closes with it, that ends a sentence before the last of `text`."""
    return tuple(match.end() for match in _END.finditer(text) if not _is_short(text, match.start()))


def _is_short(text: str, stop: int) -> bool:
    word = _LAST_WORD.search(text, 0, stop)
    return text[stop] == "." and word is not None and word.group().lower() in _SHORT


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence of `text`."""
    ends = [*sentence_ends(text), len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return list(zip(starts, ends, strict=True))
