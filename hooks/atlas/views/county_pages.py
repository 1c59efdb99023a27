"""Which agreements stand together on a county's page: all of them, or so many that a page stays one that can be read.

In: the model. Out: agreements by the key of their page, and what the page is called. Not here: what the pages say, and
from how many agreements on there are any (comparison.py).

A key is the county's id, and where its agreements are more than fit on one page also `<county>/del-2` and so on. It is
both the end of an address and the name of a set, so that those who make pages need not know that there are several.
"""

from itertools import pairwise

from atlas.model.agreement import Agreement, Atlas
from atlas.model.once import once

# With what the longest topics say of each, forty agreements are about 0.9 MB.
MOST = 40
_PART = "/del-"


@once
def county_pages(atlas: Atlas) -> dict[str, tuple[Agreement, ...]]:
    """The agreements of every page, county by county in their usual order. Parts of a county differ by one at most."""
    found = {}
    for county, here in atlas.counties().items():
        number = -(-len(here) // MOST)
        bounds = [len(here) * each // number for each in range(number + 1)]
        for part, (start, end) in enumerate(pairwise(bounds), 1):
            found[f"{county}{_PART}{part}" if part > 1 else county] = here[start:end]
    return found


@once
def page_of(atlas: Atlas) -> dict[str, str]:
    """The key of the page of each agreement, by the agreement's id."""
    return {each.id: key for key, here in county_pages(atlas).items() for each in here}


def same_county(key: str, other: str) -> bool:
    """Whether two pages are of one county."""
    return key.partition("/")[0] == other.partition("/")[0]


def page_name(atlas: Atlas, key: str) -> str:
    """What a page is of, in words: «Örebro län», «Örebro län, del 2»."""
    county, _, part = key.partition(_PART)
    name = atlas.name("counties", county)
    return f"{name}, del {part}" if part else name
