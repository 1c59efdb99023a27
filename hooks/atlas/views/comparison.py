"""One topic compared: its tables and how many agreements answer it in which way.

In: the model. Out: `Comparison`. Not here: the tables' contents, which each view makes.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from atlas.model.agreement import Agreement, Atlas
from atlas.model.once import once
from atlas.topics import TOPICS
from atlas.topics.topic import STATUSES, Topic
from atlas.views import own_views
from atlas.views.county_pages import county_pages, page_of
from atlas.views.library import voice_id
from atlas.views.names import row_id
from atlas.views.plain import plain_table
from atlas.views.table import Head, Table

# What a länssamordnare asks first; then the order of topics.
FIRST = ("target_group", "responsibilities", "governance")
# With more agreements than this, their words on a topic stand on a page for each county; with more than that, the full
# tables too, and the topic's own page has them in short. See docs/decisions/0012.
WORDS_APART, TABLES_APART = 40, 100
NOT_TAKEN_UP = ("silent", "unread")
# What one agreement does, and what several do.
_DOES = {
    "stated": ("anger vad som gäller", "anger vad som gäller"),
    "ambiguous": ("är tvetydigt", "är tvetydiga"),
    "placeholder": ("har en lucka att fylla i", "har luckor att fylla i"),
    "delegated": ("lämnar frågan till ett annat dokument", "lämnar frågan till andra dokument"),
    "silent": ("är läst och svarar inte", "är lästa och svarar inte"),
    "unread": ("är inte granskat", "är inte granskade"),
}


@dataclass(frozen=True)
class Comparison:
    """A topic, its tables, and `spread`: status → the agreements (not templates) that answer so."""

    topic: Topic
    make: Callable[[], tuple[Table, ...]]
    spread: dict[str, tuple[Agreement, ...]]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, made anew each time that they are asked for: those of all topics are much to keep."""
        return self.make()

    @property
    def url(self) -> str:
        """Its page, from the site's root."""
        return f"jamfor/{self.topic.id}/index.html"

    def url_of(self, agreement: Agreement) -> str:
        """Where an agreement's answer stands: its row, or its words where the table has other rows."""
        return f"{self.url}#{row_id(agreement) if row_id(agreement) in self._rows else voice_id(agreement)}"

    @cached_property
    def _rows(self) -> frozenset[str]:
        return frozenset(row.id for table in self.tables for row in table.rows)

    @property
    def counted(self) -> int:
        """How many agreements the spread counts."""
        return sum(len(agreements) for agreements in self.spread.values())


def comparisons(atlas: Atlas) -> tuple[Comparison, ...]:
    """The topics that somebody has read for in some agreement, the most wanted first."""
    own = own_views()
    order = [*FIRST, *(id for id in TOPICS if id not in FIRST)]
    found = []
    for id in order:
        if any(agreement.answers[id].status != "unread" for agreement in atlas.agreements):
            found.append(Comparison(TOPICS[id], partial(own.get(id, partial(_plain, id)), atlas), spread(atlas, id)))
    return tuple(found)


def _plain(topic: str, atlas: Atlas) -> tuple[Table, ...]:
    return (plain_table(atlas, TOPICS[topic]),)


@once
def counties_compared(atlas: Atlas) -> dict[str, tuple[Atlas, tuple[Comparison, ...]]]:
    """The agreements of each page of a county as an atlas of their own, and what they say compared; none while all fit
    on one page. The keys are those of `county_pages`.

    An agreement's words then stand on its county's page, and a reader who wants other sets of them chooses for himself.
    """
    if len(atlas.agreements) <= WORDS_APART:
        return {}
    parts = {county: replace(atlas, agreements=agreements) for county, agreements in county_pages(atlas).items()}
    return {county: (part, comparisons(part)) for county, part in parts.items()}


def short_table(atlas: Atlas, topic: Topic) -> Table:
    """Every agreement's answer to a topic in a few words, a row each: what is left on one page when they are many."""
    plain = plain_table(atlas, topic)
    caption = f"{topic.name} i {len(plain.rows)} texter, i korthet. Länets sida har orden."
    rows = tuple(replace(row, head=_to_county(atlas, topic, row.head)) for row in plain.rows)
    return replace(plain, caption=caption, rows=rows, short=True)


def _to_county(atlas: Atlas, topic: Topic, head: Head) -> Head:
    assert head.agreement
    county = page_of(atlas)[head.agreement.id]
    return replace(head, url=f"{county_url(topic, county)}#{voice_id(head.agreement)}")


def county_url(topic: Topic, county: str) -> str:
    """Where a county's agreements stand compared on a topic, when there are too many for one page."""
    return f"jamfor/{topic.id}/{county}/index.html"


@once
def spread(atlas: Atlas, topic: str) -> dict[str, tuple[Agreement, ...]]:
    """The agreements that bind, by how they answer a topic, in the order of the statuses."""
    binding = [agreement for agreement in atlas.agreements if agreement.binds]
    by_status = {status: tuple(each for each in binding if each.answers[topic].status == status) for status in STATUSES}
    return {status: agreements for status, agreements in by_status.items() if agreements}


@once
def taken_up(atlas: Atlas, topic: str) -> int:
    """How many of the agreements that bind take a topic up, in whatever way."""
    return sum(
        agreement.binds and agreement.answers[topic].status not in NOT_TAKEN_UP for agreement in atlas.agreements
    )


def spread_told(comparison: Comparison) -> dict[str, str]:
    """The spread as the beginnings of sentences: status → «3 av 4 avtal anger vad som gäller»; the names come after."""
    return {
        status: f"{len(agreements)} av {comparison.counted} avtal {_DOES[status][len(agreements) > 1]}"
        for status, agreements in comparison.spread.items()
    }


def statuses_of(agreement: Agreement) -> Counter[str]:
    """How many topics an agreement answers in which way."""
    return Counter(answer.status for answer in agreement.answers.values())
