"""Postings in parts that are each small enough to load while somebody types.

In: postings. Out: parts by the letters that their terms begin with, the lexicon, and scripts. Not here: ranking.
"""

import json
from collections.abc import Iterator
from itertools import groupby

from atlas.site.search.postings import Postings

# Letters of a part, as JSON. Two or three of them answer a question; with five agreements they are a handful in all.
_LARGEST = 60_000


def script(name: str, value: object) -> bytes:
    """A script that sets `name`: a page opened as a file may load one, but not fetch data."""
    return script_of(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def script_of(name: str, value: str) -> bytes:
    """The same, of what is JSON already. What has a place in a holder makes the holder if need be."""
    holder = name.partition("[")[0]
    before = f"window.{holder} ??= {{}}; " if holder != name else ""
    return f"{before}window.{name} = {value};\n".encode()


def lexicon(found: Postings) -> str:
    """Every term in its order, with a space between: where the browser looks for compounds and misspellings."""
    return " ".join(sorted(term for term in found if not term.startswith("#")))


def shards(found: Postings) -> dict[str, str]:
    """Parts by the letters that their terms have in common, as JSON. A term is in the part with the longest that begins
    it.
    """
    return dict(_parts("", [(term, ",".join(found[term])) for term in sorted(found)]))


def _parts(letters: str, terms: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    if sum(len(where) for _, where in terms) <= _LARGEST or all(term == letters for term, _ in terms):
        yield letters, "{" + ",".join(f'"{term}":{{{where}}}' for term, where in terms) + "}"
        return
    for begins, entries in groupby(terms, key=lambda entry: entry[0][: len(letters) + 1]):
        yield from _parts(begins, list(entries))
