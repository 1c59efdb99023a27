"""MkDocs events in, core calls, virtual files out: the only file that knows MkDocs.

Not here: anything that another generator would need too. That is in `atlas`, and `cli.py export` writes the very same
pages without MkDocs.
"""

import json
import logging
import os
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils.templates import TemplateContext

from atlas.pipeline import make
from atlas.site.build import Site
from atlas.site.bundles import Bundles
from atlas.site.external import mark_external
from atlas.site.islands import Anchors, anchors, part, whole
from atlas.site.made import Costly, Long, Make, pieces, what_it_says
from atlas.site.page import Page as Drawn
from atlas.site.page import in_html, out_of_html
from atlas.site.repository import UNKNOWN, Repository, page_report
from edge.address import public
from edge.assets import read_bundles, theme_script
from edge.clock import set_clock
from edge.disk import read_templates
from edge.git import history
from edge.licences import licence_files
from edge.loading import load_root
from edge.remembered import Remembered
from edge.settings import repository
from edge.spool import Kept, Spool

# MkDocs keeps this module between the builds of one `serve`, so a build starts by setting this anew.
_site: Site | None = None
_repository: Repository = UNKNOWN
_bundles: Bundles | None = None
_serving = False
_spool = Spool()
_written = Remembered()
_paths: list[str] = []


def on_startup(*, command: str, **_: object) -> None:
    """Remember whether MkDocs serves: it reloads by a script in the page, which the pages of the site forbid."""
    global _serving
    _serving = command == "serve"
    # It warns of links that a build of what has changed may leave wrong. Ours asks of every page.
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


# What Material writes outside every block that a theme can replace, and HTML forbids, with what stands there instead.
_FORBIDDEN = {
    'id="__drawer" autocomplete="off">': 'id="__drawer">',
    'id="__search" autocomplete="off">': 'id="__search">',
    '_label" tabindex="">': '_label">',
}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check first: a finding stops the build before MkDocs has touched the published folder."""
    global _site, _repository, _bundles, _spool
    _spool.close()
    _site, _spool = None, Spool()
    root = Path(config.config_file_path).parent
    outcome = load_root(root)
    if outcome.findings:
        raise PluginError(f"Avtalen går inte att publicera.\n\n{outcome.report}")
    try:
        _repository = repository(config.extra)
        themes, extra = config.theme.dirs, config.extra
        _bundles = read_bundles(Path(config.docs_dir), themes, config.extra_css, config.extra_javascript, extra)
        script = theme_script(themes, extra)
    except ValueError as error:
        raise PluginError(str(error)) from None
    clock = set_clock(os.environ, root, outcome)
    _site = make(outcome, read_templates(), clock, public(config.site_url or ""), _repository, history(root))
    config.nav = _site.nav
    config.extra_css, config.extra_javascript = [_bundles.styles], [script, _bundles.script]
    config.extra.update(start=_bundles.start, scripts=_bundles.kinds, serving=_serving)
    _written.begin(*_shared(root, config, clock))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, data files and what pages load. Every page knows the file behind it, from the root."""
    assert _site and _bundles
    unused = config.extra["theme"]["without"]
    for file in [file for file in files if any(fnmatch(file.src_uri, each) for each in unused)]:
        files.remove(file)
    for file in files.documentation_pages():
        _replace(files, file)
    for page in _site.pages:
        _add(files, config, page.path, partial(_source, page)).edit_uri = page.edit
    for path, draw in _site.files.makers.items():
        _add(files, config, path, draw)
    for path, data in {**_bundles.files, **licence_files()}.items():
        _add(files, config, path, partial(bytes, data))
    return files


def _source(page: Drawn) -> bytes:
    return page.source.encode()


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Hand Markdown what is Markdown; the blocks of HTML wait on the disk."""
    if not isinstance(page.file, Lazy):
        return markdown
    parted = part(markdown)
    page.file.islands, page.file.anchors = _spool.keep(parted.islands), anchors(parted.islands)
    return parted.rest


def on_page_content(html: str, *, page: Page, **_: object) -> str:
    """Tell MkDocs of the addresses that it has not seen, so that it does not warn of links to them. What it has made
    waits on the disk too.
    """
    if not isinstance(page.file, Lazy):
        return html
    page.present_anchor_ids = Anchors((*(page.present_anchor_ids or ()), *page.file.anchors))  # type: ignore[assignment]
    page.file.made = _spool.keep((html, json.dumps(_tokens(page.toc))))
    page.file.anchors, page.markdown, page.toc = (), "", get_toc([])
    return ""


def _tokens(links: Iterable[AnchorLink]) -> list[Any]:
    """A table of contents as Python-Markdown has it."""
    return [
        {"name": each.title, "id": each.id, "level": each.level, "children": _tokens(each.children)} for each in links
    ]


def on_nav(nav: Navigation, *, files: Files, **_: object) -> Navigation:
    """Remember all that the site has. The theme writes labels as they are, so they must be HTML already."""
    global _paths
    _paths = [file.abs_dest_path for file in files]
    items = list(nav.items)
    while items:
        item = items.pop()
        if isinstance(item, Section):
            item.title = in_html(item.title)
            items.extend(item.children)
    return nav


def on_env(env: object, *, files: Files, **_: object) -> object:
    """The same for titles and descriptions of pages, once all are known and before the first is written."""
    for file in files.documentation_pages():
        if page := file.page:
            page.title = in_html(str(page.title))
            page.meta.update(
                {key: in_html(str(page.meta[key])) for key in ("title", "description") if key in page.meta}
            )
    return env


@event_priority(100)
def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object) -> TemplateContext:
    """Say where a page is changed, and where an error on it is reported."""
    if isinstance(page.file, Lazy):
        html, toc = _spool.read(page.file.made)
        page.content, page.toc = whole(html, _spool.read(page.file.islands)), get_toc(json.loads(toc))
    path = page.file.edit_uri or ""
    address = (public(config.site_url or "") + page.url) if page.url else ""
    page.edit_url = _repository.change(path) or None
    return {**context, "page_report": page_report(_repository, out_of_html(str(page.title)), address, path)}  # type: ignore[typeddict-unknown-key]


def on_post_page(output: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Valid HTML of a page, with links away marked; it is done, so let go of it."""
    page.content, page.toc = "", get_toc([])
    if isinstance(page.file, Lazy):
        page.file.wrote()
    return _settled(output, config)


def on_post_build(**_: object) -> None:
    """All went well: what the site no longer has can go."""
    _written.end(_paths)


def on_post_template(output: str, *, config: MkDocsConfig, **_: object) -> str:
    """The same of the page for addresses that do not exist."""
    return _settled(output, config)


def _settled(output: str, config: MkDocsConfig) -> str:
    for forbidden, valid in _FORBIDDEN.items():
        output = output.replace(forbidden, valid)
    return mark_external(output, public(config.site_url or ""))


class Lazy(File):
    """A file whose words are made when MkDocs asks for them, one file at a time, and not kept.

    Asked whether it is modified, which MkDocs asks while it serves, it holds what it says against what was written.
    """

    make: Make
    islands = made = Kept(0, ())
    anchors: Collection[str] = ()
    _mark: bytes | None = None
    _modified: bool | None = None
    _data: bytes | None = None

    @property  # type: ignore[misc]
    def content_bytes(self) -> bytes:
        """Its bytes."""
        data, self._data = self._data or self.make(), None
        if _serving and not self._mark:
            self._mark = self._marked(what_it_says(self.make) if isinstance(self.make, Costly) else (data,))
        return data

    @property  # type: ignore[misc]
    def content_string(self) -> str:
        """Its words."""
        return self.content_bytes.decode("utf-8-sig")

    def is_modified(self) -> bool:
        """Whether what stands in the site is not what it says now."""
        if self._modified is None:
            # What is made in one go is asked for at once, if it is to be written.
            data = None if isinstance(self.make, Costly | Long) else self.make()
            self._mark = self._marked(what_it_says(self.make) if data is None else (data,))
            self._modified = _written.is_new(self.abs_dest_path, self._mark)
            self._data = data if self._modified else None
        return self._modified

    def copy_file(self, dirty: bool = False) -> None:
        """Write it where it belongs in the site."""
        if dirty and not self.is_modified():
            return
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(self.make, Long):
            with path.open("wb") as file:
                self._mark = self._marked(_passed_on(pieces(self.make), file))
        else:
            path.write_bytes(self.content_bytes)
        self.wrote()

    def wrote(self) -> None:
        """It stands in the site now."""
        if self._mark:
            _written.wrote(self.abs_dest_path, self._mark)

    def _marked(self, words: Iterable[bytes]) -> bytes:
        return _written.mark(chain(words, ((self.edit_uri or "").encode(),)))


def _passed_on(pieces: Iterable[bytes], file: IO[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        file.write(piece)
        yield piece


def _add(files: Files, config: MkDocsConfig, path: str, make: Make) -> File:
    # MkDocs would let the generated page win without a word.
    if files.get_file_from_path(path):
        raise PluginError(f"Sidan docs/{path} har samma adress som en sida som görs av avtalen. Byt namn på den.")
    file = Lazy.generated(config, path, content="")
    assert isinstance(file, Lazy)
    file.make = make
    files.append(file)
    return file


def _replace(files: Files, file: File) -> None:
    """A page written by hand is like the others: it too has the navigation on it, which any edit may change."""
    assert file.abs_src_path
    lazy = Lazy(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)
    lazy.make, lazy.edit_uri = Path(file.abs_src_path).read_bytes, f"docs/{file.src_uri}"
    files.remove(file)
    files.append(lazy)


def _shared(root: Path, config: MkDocsConfig, clock: str) -> Iterator[bytes]:
    """What goes into every page: the settings, the navigation, the theme and what pages load."""
    yield repr((clock, config.nav, config.extra, config.extra_css, config.extra_javascript)).encode()
    yield (root / "mkdocs.yml").read_bytes()
    for path in sorted((Path(__file__).parent / "theme").rglob("*")):
        yield path.read_bytes() if path.is_file() else b""
