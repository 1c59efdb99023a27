"""The year and the handbook as pages and as a calendar: read back by the library that calendars are read with."""

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from atlas.model.agreement import Atlas
from atlas.pipeline import Outcome, make
from atlas.site.build import Site
from atlas.site.files.year_calendar import year_calendar_path
from atlas.site.year_wheel import year_wheel
from atlas.views.handbook import chapters
from atlas.views.year import wheels
from edge.disk import read_templates
from tests.conftest import Golden

CLOCK = "2026-01-01"
FEED = "data/kalender/aret-exempel-rapport-2020.ics"


@pytest.fixture(scope="module")
def events(site: Site) -> dict[str, dict[str, object]]:
    """What a calendar makes of the feed, by the id of the entry."""
    found = Calendar.from_ical(site.files[FEED]).walk("VEVENT")
    return {
        str(event["uid"]): {
            "day": event.decoded("dtstart"),
            "summary": str(event["summary"]),
            "rule": ", ".join(f"{key}={value[0]}" for key, value in dict(event.decoded("rrule")).items()),
            "alarms": [alarm.decoded("trigger") for alarm in event.walk("VALARM")],
            "description": str(event["description"]),
        }
        for event in found
    }


def test_the_feed_as_it_is_written(site: Site, golden: Golden) -> None:
    golden(FEED.replace("/", "."), site.files[FEED].decode().replace("\r\n", "\n"))


def test_every_entry_comes_back_each_year(atlas: Atlas, events: dict[str, dict[str, object]]) -> None:
    (wheel,) = wheels(atlas, CLOCK)
    assert set(events) == {f"exempel/rapport-2020#{each.id}/year@avtalsatlas" for each in wheel.entries}
    assert {each["rule"] for each in events.values()} == {"FREQ=YEARLY"}
    assert all(type(each["day"]) is date and each["day"].year == 2026 for each in events.values())


def test_a_day_is_a_day_and_a_month_is_told_as_one(events: dict[str, dict[str, object]]) -> None:
    dated = events["exempel/rapport-2020#rapporten/year@avtalsatlas"]
    assert (dated["day"], dated["summary"]) == (date(2026, 2, 28), "Rapporten lämnas in 28/2")
    assert dated["alarms"] == [timedelta(days=-31)]
    assert "Texterna säger olika dagar: 28 februari och 1 mars." in str(dated["description"])
    month = events["exempel/rapport-2020#enkat/year@avtalsatlas"]
    assert (month["day"], month["summary"]) == (date(2026, 10, 1), "Under oktober: Enkät vecka 41-42")
    assert month["alarms"] == []
    assert "ingen dag" in str(month["description"]) and "Tid: vecka 41–42." in str(month["description"])
    nobody = events["exempel/rapport-2020#sjalvskattning-december/year@avtalsatlas"]
    assert str(nobody["description"]).startswith("Dokumentet säger inte vem som ansvarar.")


def test_a_later_clock_moves_the_year_and_no_name(outcome: Outcome, events: dict[str, dict[str, object]]) -> None:
    later = Calendar.from_ical(make(outcome, read_templates(), "2028-06-01").files[FEED]).walk("VEVENT")
    assert {str(each["uid"]) for each in later} == set(events)
    assert {each.decoded("dtstart").year for each in later} == {2028}


def test_the_page_has_every_entry_as_a_link_in_both_tables(site: Site, atlas: Atlas) -> None:
    page = next(page for page in site.pages if page.path == "ny/aret/index.md")
    (wheel,) = wheels(atlas, CLOCK)
    for entry in wheel.entries:
        assert page.markdown.count(f'rapport-2020/index.html#{entry.id}"') >= 2
    assert year_calendar_path(wheel.document).rpartition("/")[2] in page.markdown
    ids = re.findall(r' id="([^"]+)"', page.markdown)
    assert len(ids) == len(set(ids))


def test_the_drawing_tells_its_words_and_lets_nothing_loose(atlas: Atlas) -> None:
    (wheel,) = wheels(atlas, CLOCK)
    drawn = str(year_wheel(wheel, "tabell"))
    assert 'role="img"' in drawn and drawn.count('class="aa-wheel__month"') == 12
    assert "Februari: Rapporten lämnas in 28/2 (" in drawn and "April: inget." in drawn
    assert 'href="#tabell"' in drawn
    busy = drawn.count('class="aa-wheel__busy"')
    assert busy == len({(each.month, each.responsible) for each in wheel.entries})
    tops = [float(y) for y in re.findall(r'class="aa-wheel__words"[^>]* y="([\d.]+)"', drawn)]
    height = float(re.findall(r'viewBox="0 0 1000 ([\d.]+)"', drawn)[0])
    assert all(0 < y < height for y in tops)


def test_the_handbook_cites_every_task(site: Site, atlas: Atlas) -> None:
    page = next(page for page in site.pages if page.path == "samordnare/index.md")
    for chapter in chapters(atlas):
        for rhythm in chapter.rhythms:
            for item in rhythm.items:
                assert f'data-check="{item.id}"' in page.markdown and f'{item.url}"' in page.markdown
    assert "<input" not in page.markdown, "boxes to tick are the reader's to ask for"
    checks = re.findall(r'data-check="([^"]+)"', page.markdown)
    assert len(checks) == len(set(checks)) > 5
    assert page.markdown.count("Vårt förslag") == 8
