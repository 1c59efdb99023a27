"""«Ny på familjecentralen», the way in for somebody new, and a reading path for every role."""

from collections.abc import Iterator
from dataclasses import replace

from atlas.model.agreement import Atlas
from atlas.site.counties import apart, branch, in_county, links, siblings, titled
from atlas.site.page import Page, Renderer
from atlas.site.pages import basics, year
from atlas.site.prose import passages
from atlas.views.county_pages import page_of
from atlas.views.names import names_of
from atlas.views.overlap import overlaps
from atlas.views.paths import GENERAL, ROLE, Path, Step, in_sentence, paths
from atlas.views.roles import COORDINATOR
from atlas.views.roles_changes import MOST_COLUMNS
from atlas.views.way_in import NOTHING, Choice, counties_with, counties_without

PLACE = 10
_TITLE = "Ny på familjecentralen"
# The pages of a path are changed where its steps are written.
_EDIT = "hooks/atlas/views/paths.py"
# The steps whose pages stand county by county when agreements are many.
_OF_COUNTIES = ("vad", ROLE, "vilka", "styrning", "tystnadsplikt", "orolig")


def pages(render: Renderer) -> Iterator[Page]:
    """The way in, then the paths, each with one for every county when agreements are many."""
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
            "parts_of": lambda choice: _page_of(atlas, choice),
            "compared": {each.topic.id: each.url for each in render.compared},
        },
        nav=("Ny", _TITLE),
    )
    yield from (_page(render, path, atlas) for path in made)
    counties = apart(atlas).items()
    yield from (_page(render, _in_county(path, part, key), part, key) for key, part in counties for path in made)


def _page_of(atlas: Atlas, choice: Choice) -> str:
    """Whose path leads a place's agreements: a county's page, or (empty) the common one when no page has them all."""
    keys = {page_of(atlas)[id] for id in choice.ids} if apart(atlas) else set()
    return keys.pop() if len(keys) == 1 else ""


def address(path: Path) -> str:
    """The page of a path, from the site's root."""
    return f"ny/vag/{path.role.slug}/index.html"


def _in_county(path: Path, part: Atlas, county: str) -> Path:
    """A path with a county's agreements alone, by way of the county's pages. It takes as long as that of all."""
    return replace(path, steps=tuple(_step_in(step, part, county) for step in path.steps))


def _step_in(step: Step, part: Atlas, county: str) -> Step:
    own = tuple(each for each in step.own if part.by_id(each.agreement.id))
    if step.id == ROLE:
        own = tuple(replace(each, url=in_county(each.url, county)) for each in own)
    return replace(step, own=own, url=in_county(step.url, county) if step.id in _OF_COUNTIES else step.url)


def _page(render: Renderer, path: Path, atlas: Atlas, county: str = "") -> Page:
    """A path by all agreements, or by those of a county, which are the atlas then."""
    parts = {} if county else apart(atlas)
    return render.page(
        "path.md.j2",
        in_county(address(path), county).removesuffix(".html") + ".md",
        titled(f"Din väg: {in_sentence(path.role)}", atlas, county),
        f"En läsväg för {in_sentence(path.role)} på en familjecentral, ungefär {path.minutes} minuter.",
        lambda: {
            "trail": path,
            "coordinates": path.role.kind == COORDINATOR,
            "pairs": () if parts else overlaps(atlas),
            "counties": links(atlas, address(path), parts),
            "whole": address(path) if county else "",
            "siblings": siblings(render.atlas, address(path), county),
            "names": names_of(atlas),
            "few": len(atlas.agreements) <= MOST_COLUMNS,
        },
        nav=branch(("Ny", "Läsväg", path.role.name), atlas, county),
        edit=_EDIT,
        # The steps are all there is on the page.
        hide=("toc",),
    )


def _words(render: Renderer) -> dict[str, int]:
    """How many words of our own the general pages have. What agreements say there the paths count themselves."""
    made = [page for module in (basics, year) for page in module.pages(render) if page.url in GENERAL]
    return {page.url: sum(len(each.split()) for each in passages(page.markdown)) for page in made}
