"""«Ny på familjecentralen», the way in for somebody new, and a reading path for every role."""

from collections.abc import Iterator

from atlas.site.page import Page, Renderer
from atlas.site.pages import basics, year
from atlas.site.prose import passages
from atlas.views.names import names_of
from atlas.views.overlap import overlaps
from atlas.views.paths import GENERAL, Path, in_sentence, paths
from atlas.views.roles import COORDINATOR
from atlas.views.roles_changes import MOST_COLUMNS
from atlas.views.way_in import NOTHING, counties_with, counties_without

PLACE = 10
_TITLE = "Ny på familjecentralen"
# The pages of a path are changed where its steps are written.
_EDIT = "hooks/atlas/views/paths.py"


def pages(render: Renderer) -> Iterator[Page]:
    """The way in, then the paths."""
    atlas = render.atlas
    made = paths(atlas, _words(render))
    yield render.page(
        "newcomer.md.j2",
        "ny/index.md",
        _TITLE,
        "Välj din roll och var du arbetar, och få en läsväg på ungefär tjugo minuter.",
        lambda: {
            "paths": [(path, address(path)) for path in made],
            "counties": counties_with(atlas),
            "without": counties_without(atlas),
            "nothing": NOTHING,
            "compared": {each.topic.id: each.url for each in render.compared},
        },
        nav=("Ny", _TITLE),
    )
    for path in made:
        yield _page(render, path)


def address(path: Path) -> str:
    """The page of a path, from the site's root."""
    return f"ny/vag/{path.role.slug}/index.html"


def _page(render: Renderer, path: Path) -> Page:
    atlas = render.atlas
    return render.page(
        "path.md.j2",
        address(path).removesuffix(".html") + ".md",
        f"Din väg: {in_sentence(path.role)}",
        f"En läsväg för {in_sentence(path.role)} på en familjecentral, ungefär {path.minutes} minuter.",
        lambda: {
            "trail": path,
            "coordinates": path.role.kind == COORDINATOR,
            "pairs": overlaps(atlas),
            "names": names_of(atlas),
            "few": len(atlas.agreements) <= MOST_COLUMNS,
        },
        nav=("Ny", "Läsväg", path.role.name),
        edit=_EDIT,
        # The steps are all there is on the page.
        hide=("toc",),
    )


def _words(render: Renderer) -> dict[str, int]:
    """How many words of our own the general pages have. What agreements say there the paths count themselves."""
    made = [page for module in (basics, year) for page in module.pages(render) if page.url in GENERAL]
    return {page.url: sum(len(each.split()) for each in passages(page.markdown)) for page in made}
