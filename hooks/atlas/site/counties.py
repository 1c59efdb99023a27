"""Where agreements are too many for one page: a page for each county, beside the one that leads to them.

In: the model, and the address of a page. Out: the counties' atlases, addresses, links and what names a county's page.
Not here: what the pages say, and how many are too many (views/comparison.py).
"""

from collections.abc import Mapping

from atlas.model.agreement import Atlas
from atlas.views.comparison import TABLES_APART, counties_compared, county_url
from atlas.views.county_pages import county_pages, page_name, same_county
from atlas.views.names import short_name
from atlas.views.places import told

# The branch of the navigation that the pages of counties stand on.
COUNTY_BY_COUNTY = "Län för län"
# The address of each county's page, its name, and how many texts it has, in words.
Links = list[tuple[str, str, str]]


def apart(atlas: Atlas) -> dict[str, Atlas]:
    """The agreements of each county as an atlas; none while all fit on one page."""
    if len(atlas.agreements) <= TABLES_APART:
        return {}
    return {county: part for county, (part, _) in counties_compared(atlas).items()}


def in_county(address: str, county: str) -> str:
    """A page's address or path, or with a county that of its page for the county."""
    folder, slash, name = address.rpartition("/")
    return f"{folder}/{county}{slash}{name}" if county else address


def titled(title: str, atlas: Atlas, county: str) -> str:
    """A page's title, or with a county that of its page for the county."""
    mark = "," if ": " in title else ":"
    return f"{title}{mark} {page_name(atlas, county)}" if county else title


def branch(nav: tuple[str, ...], atlas: Atlas, county: str) -> tuple[str, ...]:
    """Where a page stands in the navigation, its label last, or with a county where its page for the county does."""
    *above, label = nav
    return (*above, COUNTY_BY_COUNTY, page_name(atlas, county), label) if county else nav


def links(atlas: Atlas, address: str, parts: Mapping[str, Atlas]) -> Links:
    """The way from a page to that of each county."""
    return [(in_county(address, id), page_name(atlas, id), told(*_counts(part))) for id, part in parts.items()]


def siblings(atlas: Atlas, address: str, county: str) -> list[tuple[str, str, bool]]:
    """Where a county has several pages, the way between them: address, the first and last agreement, and which is here.
    None where the county has one.
    """
    found = {key: here for key, here in county_pages(atlas).items() if county and same_county(key, county)}
    if len(found) < 2:
        return []
    ends = {key: [short_name(atlas, each) for each in (here[0], here[-1])] for key, here in found.items()}
    return [(in_county(address, key), " – ".join(names), key == county) for key, names in ends.items()]


def compared_in(atlas: Atlas, county: str) -> dict[str, str]:
    """The topics that are compared in a county, and where."""
    _, compared = counties_compared(atlas)[county]
    return {each.topic.id: county_url(each.topic, county) for each in compared}


def _counts(atlas: Atlas) -> tuple[int, int]:
    binding = sum(agreement.binds for agreement in atlas.agreements)
    return binding, len(atlas.agreements) - binding
