"""A page before any generator has seen it: Markdown with a head, and what a generator needs to know of it.

In: templates and values. Out: `Page` and `Renderer`. Not here: what stands on any single page.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, takewhile
from posixpath import dirname
from typing import Any

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from atlas.diff.past import Changes
from atlas.model.agreement import Atlas
from atlas.site.repository import UNKNOWN, Repository
from atlas.site.words import Abbreviations, heading_words
from atlas.topics import TOPICS
from atlas.topics.common import when
from atlas.topics.topic import GROUPS, STATUSES
from atlas.views.comparison import Comparison
from atlas.views.table import Row

# Where a page without agreement or topic behind it is changed.
TEMPLATES = "hooks/atlas/site/templates/"


# What a template is given, worked out when the page is drawn.
Values = Callable[[], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `path` ends in `index.md`, `edit` is the file behind it, `nav` the branch of the navigation that it
    stands on, its own label last.

    `hide` names what the theme leaves out on it. `draw` makes its Markdown, and nobody keeps that: a site of a thousand
    agreements would not fit in memory.
    """

    path: str
    title: str
    description: str
    draw: Callable[[], str] = field(repr=False, compare=False)
    edit: str
    nav: tuple[str, ...]
    hide: tuple[str, ...] = field(default=())

    @property
    def markdown(self) -> str:
        """What stands on it, without front matter, drawn anew each time that it is asked for."""
        return self.draw()

    @property
    def url(self) -> str:
        """Its address, from the site's root."""
        return self.path.removesuffix(".md") + ".html"

    @property
    def source(self) -> str:
        """The page as a Markdown file with a head in YAML. JSON is YAML, and needs no quoting of our own."""
        head = {"title": self.title, "description": self.description}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        lines += [f"hide: {json.dumps(self.hide)}"] if self.hide else []
        return "\n".join(["---", *lines, "---", "", self.markdown.strip(), ""])


class _Compiled(BytecodeCache):
    """Templates compiled by this process: a server makes a renderer after every edit, of the same templates."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if there is any. The key holds its name, the checksum its words."""
        if code := self._code.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._code[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Renderer:
    """Makes pages from templates. One per build: it compiles each template once."""

    def __init__(
        self,
        templates: Mapping[str, str],
        atlas: Atlas,
        compared: tuple[Comparison, ...],
        clock: str,
        base: str = "",
        repository: Repository = UNKNOWN,
        changes: Changes | None = None,
    ) -> None:
        self.atlas, self.compared, self.clock, self._base = atlas, compared, clock, base
        self.changes = changes
        self._environment = Environment(
            loader=DictLoader(dict(templates)),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=_COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        terms = atlas.vocabulary.get("abbreviations", {}).values()
        abbreviations = Abbreviations({term.id: term.values["means"] for term in terms})
        self._environment.filters |= {
            "abbr": abbreviations.explain,
            "when": when,
            "heading": heading_words,
            "groupby_in_order": _grouped,
        }
        self._environment.globals |= {"STATUSES": STATUSES, "GROUPS": GROUPS, "TOPICS": TOPICS, "atlas": atlas}
        self._environment.globals["repository"] = repository
        self.abbreviations = abbreviations

    def whole(self, address: str) -> str:
        """An address from the root as it stands in a file that leaves the site: with the site's own before it, if that
        is known.
        """
        return self._base + address

    def page(
        self,
        template: str,
        path: str,
        title: str,
        description: str,
        values: Values = dict,
        *,
        nav: tuple[str, ...],
        edit: str = "",
        hide: Iterable[str] = (),
    ) -> Page:
        """The page at `path`, drawn by `template` from `values` when somebody asks for it.

        Templates link with `to(address)`, an address from the root.
        """
        here = dirname(path)

        def to(address: str) -> str:
            return relative(here, address)

        def draw() -> str:
            return self._environment.get_template(template).render(to=to, title=title, **values())

        return Page(path, title, description, draw, edit or TEMPLATES + template, nav, tuple(hide))


def _grouped(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Rows under their group, in the order in which they stand."""
    return [(group, list(members)) for group, members in groupby(rows, key=lambda row: row.group)]


def relative(folder: str, address: str) -> str:
    """An address from the site's root as seen from `folder`, so that the site also works from a file or a sub-path."""
    path, mark, anchor = address.partition("#")
    return (_way(folder, path) if path else "") + mark + anchor


@lru_cache(maxsize=1 << 13)
def _way(folder: str, path: str) -> str:
    # What relpath gives of two ways that are as short as they can be, without asking where this process stands.
    here, there = ([] if way in ("", ".") else way.split("/") for way in (folder, path))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
    return "/".join([*[".."] * (len(here) - same), *there[same:]]) or "."


def in_html(words: str) -> str:
    """Words as HTML, for a generator whose theme writes titles as they are."""
    return str(escape(words))


def out_of_html(html: str) -> str:
    """The words again."""
    return Markup(html).unescape()
