"""The navigation: where every page stands, generated and hand-written alike.

In: pages that know their branch. Out: `Nav`. Not here: how a generator shows it.
"""

from collections.abc import Iterable

from atlas.site.page import Page

# A branch of the navigation: a label with the path of a page, or with more branches.
Nav = list[dict[str, "str | Nav"]]

# The order of the tabs, and the pages in docs/ that open them.
_HAND_WRITTEN = {
    ("Start",): "",
    ("Ny",): "",
    ("Avtal",): "",
    ("Jämför",): "",
    ("Redigera", "Så redigerar du"): "redigera/index.md",
    ("Redigera", "Rätta ett ord"): "redigera/ratta-ett-ord/index.md",
    ("Redigera", "Ändra ett värde"): "redigera/andra-ett-varde/index.md",
    ("Redigera", "Ny version av ett avtal"): "redigera/ny-version/index.md",
    ("Redigera", "Nytt avtal eller nytt län"): "redigera/lagg-till-ett-avtal/index.md",
    ("Redigera", "Läsa ett fel"): "redigera/las-ett-fel/index.md",
    ("Om", "Om webbplatsen"): "om/index.md",
    ("Om", "Tillgänglighetsredogörelse"): "om/tillganglighet/index.md",
}


def hand_written() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The pages in docs/: the branch of each, its own label last, and its path."""
    return tuple((branch, path) for branch, path in _HAND_WRITTEN.items() if path)


def navigation(pages: Iterable[Page]) -> Nav:
    """The whole tree, in the order in which pages are made, under tabs in their own order."""
    nav: Nav = []
    for branch, path in _HAND_WRITTEN.items():
        _place(nav, branch, path)
    for page in pages:
        _place(nav, page.nav, page.path)
    return nav


def _place(nav: Nav, branch: tuple[str, ...], path: str) -> None:
    label, *rest = branch
    entry = next((each for each in nav if label in each), None)
    if entry is None:
        entry = {label: path if path and not rest else []}
        nav.append(entry)
    elif not rest:
        entry[label] = path
    if rest:
        below = entry[label]
        assert isinstance(below, list), f"{label} is a page and cannot hold {rest}"
        _place(below, tuple(rest), path)
