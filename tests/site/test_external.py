"""Links to other hosts are marked and tell nobody where the reader was; links within the site are left alone."""

import pytest

from atlas.site.external import SAYS, mark_external

REL = 'rel="external noopener noreferrer"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="https://annan.se/x">Lag</a>', f'<a href="https://annan.se/x" {REL}>Lag{SAYS}</a>'),
        ('<a class="b" href="http://annan.se">\nLag</a>', f'<a class="b" href="http://annan.se" {REL}>\nLag{SAYS}</a>'),
        (
            '<a href="https://annan.se" rel="edit noopener">Ändra</a>',
            f'<a href="https://annan.se" rel="edit noopener external noreferrer">Ändra{SAYS}</a>',
        ),
        ('<a href="../om/index.html">Om</a>', None),
        ('<a href="https://atlas.se/avtal/om/index.html">Om</a>', None),
        ('<a href="mailto:funktion@example.org">Skriv</a>', None),
        ('<abbr title="x" href="https://annan.se">x</abbr>', None),
        ('<link rel="canonical" href="https://annan.se">', None),
        (
            '<a href="a.html">a</a> <a href="https://annan.se">b</a>',
            f'<a href="a.html">a</a> <a href="https://annan.se" {REL}>b{SAYS}</a>',
        ),
    ],
)
def test_links(before: str, after: str | None) -> None:
    marked = mark_external(before, "https://atlas.se/avtal/")
    assert marked == (after or before)
    assert mark_external(marked, "https://atlas.se/avtal/") == marked
