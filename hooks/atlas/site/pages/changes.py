"""«Ändringar»: what has changed in the data, day by day, and from one version of an agreement to the next."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from atlas.diff.versions import versions
from atlas.site.changes import ALL, PATH, addresses, entries, feed_counties, feed_path, fitting, lines
from atlas.site.page import Page, Renderer
from atlas.views.names import short_name
from atlas.views.renewals import url_of

PLACE = 57


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "changes.md.j2",
        PATH,
        "Ändringar",
        "Vad som har ändrats i uppgifterna om avtalen, dag för dag.",
        lambda: _values(render),
        nav=("Om", "Ändringar"),
    )


def _values(render: Renderer) -> dict[str, Any]:
    atlas, here = render.atlas, addresses(render)
    every = entries(render)
    shown = fitting(every)
    return {
        "changes": render.changes,
        "days": [(day, list(listed)) for day, listed in groupby(shown, key=lambda entry: entry.day)],
        "cut": len(shown) < len(every),
        "versions": [
            {
                "after": each.after,
                "before": each.before,
                "names": (short_name(atlas, each.after), short_name(atlas, each.before)),
                "work_list": url_of(each.after),
                "told": each.told,
                "lines": list(lines(here, each.told.sentences)),
            }
            for each in versions(atlas, render.clock)
        ],
        "feeds": [
            {"path": ALL, "name": "Hela landet"},
            *({"path": feed_path(id), "name": atlas.name("counties", id)} for id in feed_counties(render)),
        ],
    }
