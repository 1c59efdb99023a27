"""A new version of an invented agreement held against the older one: every fate of a quote, and what is left to do."""

import re
from collections.abc import Mapping

import pytest

from atlas.model.agreement import Atlas
from atlas.site.page import Renderer
from atlas.site.pages import agreements, changes, renewals, review
from atlas.views.renewals import Renewal, renewed, replaced_by
from atlas.views.renewals import renewals as renewals_of
from edge.disk import read_templates
from tests.conftest import Golden
from tests.diff.states import TOWN, atlas_of, text, yml

NEW = "exempel/kommun-2026"
# What the new text says otherwise: changed, moved under another heading, gone, twice, and new.
WORDS = [
    ("Uppsägningstiden är tolv månader.", "Uppsägningstiden är sex månader."),
    ("Vid tvist avgör svensk domstol.", "Parterna ska mötas varje vecka."),
    ("Kommunens kostnad är högst 25 000 kronor per år.", ""),
    ("## Avtalstid\n", "Kommunens kostnad är högst 25 000 kronor per år.\n\n## Avtalstid\n"),
    ("följa upp arbetet vart fjärde år\n", "följa upp arbetet vart fjärde år\n- följa upp arbetet vart fjärde år\n"),
]
# What an editor has done so far: notice is mended; nobody has read for revision and costs; dispute is silent.
FACTS = [
    ("relates:\n", f"relates:\n  - {{as: replaces, to: {TOWN}, because: Påhittat.}}\n"),
    ("says: Uppsägningstiden är tolv", "says: Uppsägningstiden är sex"),
    (
        "quote: Uppsägningstiden är tolv månader\n      months: 12",
        "quote: Uppsägningstiden är sex månader\n      months: 6",
    ),
]
GONE = {"dispute": "silent", "revision": "unread", "joint_costs": "unread", "goals": "unread"}


def replaced(words: str, edits: list[tuple[str, str]]) -> str:
    for old, new in edits:
        assert words.count(old) == 1, old
        words = words.replace(old, new)
    return words


@pytest.fixture(scope="module")
def newer(corpus: Mapping[str, bytes]) -> Atlas:
    """The corpus with a new version of the agreement of the town."""
    facts = replaced(corpus[yml(TOWN)].decode(), FACTS)
    for topic, answer in GONE.items():
        facts, times = re.subn(rf"(?m)^  {topic}:\n(?:    .*\n)+", f"  {topic}: {answer}\n", facts)
        assert times == 1
    made = {yml(NEW): facts.encode(), text(NEW): replaced(corpus[text(TOWN)].decode(), WORDS).encode()}
    return atlas_of({**corpus, **made})


@pytest.fixture(scope="module")
def renewal(newer: Atlas) -> Renewal:
    """The one that there is."""
    (agreement,) = renewed(newer)
    (found,) = renewals_of(newer, agreement)
    return found


def test_what_became_of_each_quote(renewal: Renewal) -> None:
    became = {row.before.id: (row.item.fate, row.after is not None, row.left) for row in renewal.rows}
    assert {id: each for id, each in became.items() if each != ("kept", True, False)} == {
        "uppsagning": ("changed", True, False),
        "tvist": ("gone", False, False),
        "uppfoljning": ("kept", False, True),
        "landstinget-samordnare": ("several", True, False),
        "mal-traffas": ("kept", False, True),
        "mal-uppfoljning": ("several", False, True),
        "kostnad": ("moved", False, True),
    }
    assert [(each.words, each.became) for each in renewal.added] == [("Parterna ska mötas varje vecka.", "open")]
    assert (renewal.left, sum(count for _, _, count in renewal.fates)) == (5, len(renewal.rows))


def test_nothing_is_held_against_anything_where_nothing_is_replaced(atlas: Atlas) -> None:
    assert renewed(atlas) == ()
    assert [*renewals.pages(Renderer(read_templates(), atlas, (), "2026-01-01"))] == []


def test_the_page_and_the_ways_to_it(newer: Atlas, golden: Golden) -> None:
    render = Renderer(read_templates(), newer, (), "2026-01-01")
    (page,) = renewals.pages(render)
    golden("ny-version.md", page.source)
    others = {each.url: each.markdown for each in (*review.pages(render), *changes.pages(render))}
    assert (
        'href="../avtal/exempel/kommun-2026/ny-version/index.html#fran-exempel-kommun-2014"'
        in others["granskning/index.html"]
    )
    assert 'href="../avtal/exempel/kommun-2026/ny-version/index.html"' in others["andringar/index.html"]
    made = agreements.document_page(render, renewed(newer)[0])
    assert 'href="ny-version/index.html"' in made.markdown
    (before,) = replaced_by(newer, renewed(newer)[0])
    older = agreements.document_page(render, before)
    assert '<dt>Ersätts av</dt><dd><a href="../kommun-2026/index.html">' in older.markdown
    assert 'href="../kommun-2026/ny-version/index.html"' in older.markdown
    assert "Ersätts av" not in made.markdown
