"""The whole site: every generated page and file, and the navigation.

In: the model, the templates, the clock and the site's address. Out: `Site`. Not here: hand-written pages, and any
generator.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.diff.past import Changes
from atlas.model.agreement import Atlas
from atlas.site.files import all_files
from atlas.site.made import Made
from atlas.site.nav import Nav, navigation
from atlas.site.page import Page, Renderer
from atlas.site.pages import all_pages
from atlas.site.repository import UNKNOWN, Repository
from atlas.site.search import search_files
from atlas.views.comparison import comparisons


@dataclass(frozen=True, slots=True)
class Site:
    """Pages, other files by path, and the navigation (which also names the hand-written pages).

    Neither pages nor files are made before somebody asks for their words.
    """

    pages: tuple[Page, ...]
    files: Made
    nav: Nav


def build_site(
    atlas: Atlas,
    templates: Mapping[str, str],
    clock: str,
    base: str = "",
    repository: Repository = UNKNOWN,
    changes: Changes | None = None,
) -> Site:
    """The site of an atlas. `clock` is the ISO date of the data, the only one that a build knows; `base` the address
    where the site lives, with a slash last, or empty when nobody knows it yet; `repository` where its files
    are changed; `changes` what its history tells, None when nobody knows.
    """
    render = Renderer(templates, atlas, comparisons(atlas), clock, base, repository, changes)
    pages = tuple(all_pages(render))
    files = Made({**all_files(render).makers, **search_files(render, pages)})
    return Site(pages, files, navigation(pages))
