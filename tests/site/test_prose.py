"""What of a page counts as our prose, and which pages are ours."""

import pytest

from atlas.site.prose import is_ours, passages

HTML = [
    ("<p>Ett.</p><p>Två.</p>", ["Ett.", "Två."]),
    ("<h1>Rubrik</h1><p>Ett <b>och</b> <a href='x'>två</a>.</p>", ["Ett och två."]),
    ("<ul><li>Ett.<ul><li>Två.</li></ul></li></ul>", ["Ett.", "Två."]),
    ("<p>Före.</p><blockquote><p>Deras ord.</p></blockquote><p>Efter.</p>", ["Före.", "Efter."]),
    ("<table><tr><td>Fakta.</td></tr></table><dl><dt>Ord</dt><dd>Mening.</dd></dl>", []),
    ("<p>Skriv <code>id</code> här.</p><pre><code>kod</code></pre>", ["Skriv här."]),
    ("<p>Så står det: <q>deras ord</q>.</p>", ["Så står det: ."]),
    ("<ul data-facts><li>Ett avtal säger.</li></ul><p>Vi säger.</p>", ["Vi säger."]),
    ("<p><span data-facts>Lag</span> Vi säger.</p>", ["Vi säger."]),
    ("<div data-facts><p>Ett.<br>Två.</p><img src='x'></div>Tre.", ["Tre."]),
    ('<p>BVC är <abbr title="barnavårdscentral">BVC</abbr>.</p>', ["BVC är BVC."]),
    ('<p>Ord<span class="aa-hidden"> om detta</span>.</p>', ["Ord."]),
    ("<nav><a>Vidare.</a></nav><svg><text>Bild.</text></svg>", []),
    ("<p>Ett &amp; två\n  tre.</p>", ["Ett & två tre."]),
    ("<p>Ett.</div> Två.</p>", ["Ett.", "Två."]),
]


@pytest.mark.parametrize(("html", "expected"), HTML)
def test_passages(html: str, expected: list[str]) -> None:
    assert list(passages(html)) == expected


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        ("index.md", True),
        ("ny/orolig/index.md", True),
        ("om/index.md", True),
        ("avtal/index.md", True),
        ("avtal/exempel/lan-2022/index.md", False),
        ("jamfor/notice/index.md", False),
        ("underlag/exempel/lan-2022/index.md", False),
    ],
)
def test_which_pages_are_ours(path: str, ours: bool) -> None:
    assert is_ours(path) is ours
