"""Dates as pages show them: the values that the templates of «Att bevaka» and of an agreement's timeline take.

In: a renderer. Out: values for templates. Not here: how dates follow from facts (views), and markup.
"""

from typing import Any

from atlas.model.agreement import Agreement, Atlas
from atlas.site.files.calendars import calendar_path
from atlas.site.page import Renderer
from atlas.site.timeline import timeline_chart
from atlas.views.dates import all_series, series_of
from atlas.views.names import names_of, short_name
from atlas.views.timeline import period_lines, timeline_of, timeline_of_all
from atlas.views.undated import all_undated, reliance, undated_of

# The table that says in words what the drawing shows.
_TABLE = "aa-datum"


def agreement_dates(render: Renderer, agreement: Agreement) -> dict[str, Any]:
    """An agreement's timeline, its dates, and what gives none."""
    timeline = timeline_of(agreement, render.clock)
    undated = undated_of(agreement, render.clock)
    series = series_of(agreement, render.clock)
    return {
        "chart": timeline_chart(timeline, "Avtalets tid och datum", _TABLE if series else "") if timeline else "",
        "series": series,
        "counted": [each for each in undated if each.counted],
        "missing": [each for each in undated if not each.counted],
        "standing": reliance(agreement),
        "calendar": calendar_path(agreement, render.clock),
    }


def all_dates(render: Renderer, atlas: Atlas) -> dict[str, Any]:
    """The same of all agreements of an atlas, each named."""
    clock = render.clock
    timeline, undated = timeline_of_all(atlas, clock), all_undated(atlas, clock)
    return {
        "chart": timeline_chart(timeline, "Alla avtals tid", "aa-avtalstider") if timeline else "",
        "periods": period_lines(atlas, clock),
        "series": all_series(atlas, clock),
        "counted": [each for each in undated if each.counted],
        "missing": [each for each in undated if not each.counted],
        "names": names_of(atlas),
        "standings": {each.id: reliance(each) for each in atlas.agreements},
        "calendars": calendars(render, atlas),
    }


def calendars(render: Renderer, atlas: Atlas) -> list[dict[str, str]]:
    """The feeds of the agreements that have dates, each with its name."""
    paths = [(each, calendar_path(each, render.clock)) for each in atlas.agreements]
    return [{"path": path, "name": short_name(atlas, each)} for each, path in paths if path]
