"""«Att bevaka» and its feeds: read back by the library that calendars are read with, and held against the series."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from atlas.model.agreement import Atlas
from atlas.pipeline import Outcome, make
from atlas.site.build import Site
from atlas.site.files.calendars import ALL, calendar_path
from atlas.site.timeline import timeline_chart
from atlas.views.dates import all_series, series_of
from atlas.views.timeline import Lane, Point, Segment, Timeline
from edge.disk import read_templates
from tests.conftest import Golden

CLOCK = "2026-01-01"


def events(data: bytes) -> list[dict[str, object]]:
    """What a calendar makes of a feed."""
    return [
        {
            "uid": str(event["uid"]),
            "day": event.decoded("dtstart"),
            "stamp": event.decoded("dtstamp"),
            "summary": str(event["summary"]),
            "description": str(event["description"]),
            "alarms": [alarm.decoded("trigger") for alarm in event.walk("VALARM")],
        }
        for event in Calendar.from_ical(data).walk("VEVENT")
    ]


@pytest.fixture(scope="module")
def feeds(site: Site) -> dict[str, bytes]:
    # Year wheels have feeds of their own kind, and tests of their own.
    return {path: data for path, data in site.files.items() if path.endswith(".ics") and "/aret-" not in path}


def test_feeds_as_they_are_written(feeds: dict[str, bytes], golden: Golden) -> None:
    assert list(feeds) == [ALL, "data/kalender/exempel-kommun-2014.ics", "data/kalender/exempel-lan-2022.ics"]
    for path, data in feeds.items():
        assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        golden(path.replace("/", "."), data.decode().replace("\r\n", "\n"))


def test_every_day_ahead_is_an_event_of_its_own(atlas: Atlas, feeds: dict[str, bytes]) -> None:
    expected = {(f"{s.id}/{day}@avtalsatlas", day) for s in all_series(atlas, CLOCK) for day in s.ahead(CLOCK)}
    found = events(feeds[ALL])
    assert {(each["uid"], each["day"]) for each in found} == expected
    assert len(found) == len(expected) > 40
    assert all(type(each["day"]) is date for each in found), "an event at a time of day moves between time zones"


def test_the_feed_of_an_agreement_is_its_part_of_the_whole(atlas: Atlas, feeds: dict[str, bytes]) -> None:
    for agreement in atlas.agreements:
        path = calendar_path(agreement, CLOCK)
        assert bool(path) == bool(series_of(agreement, CLOCK)) == agreement.binds
        if path:
            own = [each for each in events(feeds[ALL]) if str(each["uid"]).startswith(agreement.id + "#")]
            assert sorted(map(str, events(feeds[path]))) == sorted(map(str, own))


def test_an_event_tells_its_rule_its_words_and_where_they_stand(feeds: dict[str, bytes]) -> None:
    (event,) = [
        each
        for each in events(feeds[ALL])
        if each["uid"] == "exempel/lan-2022#uppsagning-sex/notice/2027-06-30@avtalsatlas"
    ]
    assert event["summary"] == "Sista dag att säga upp avtalet – Exempellän 2022"
    description = str(event["description"])
    assert description.startswith("6 månader räknat bakåt från avtalstidens slut")
    assert "«Den sägs upp skriftligt senast sex månader före avtalstidens slut»" in description
    assert "Källa: avtal/exempel/lan-2022/index.html#uppsagning-sex" in description
    assert "Texten kan läsas på flera sätt." in description and "Gäller enligt kontroll" in description
    assert event["stamp"] == datetime(2026, 1, 1, tzinfo=UTC)
    assert event["alarms"] == [timedelta(days=-92)], "three months before 30 June 2027 is 30 March"


def test_a_report_is_told_of_a_month_before_and_a_start_not_at_all(feeds: dict[str, bytes]) -> None:
    by_uid = {str(each["uid"]): each["alarms"] for each in events(feeds[ALL])}
    report = "exempel/lan-2022#verksamhetsberattelse/report/2028-03-01@avtalsatlas"
    assert by_uid[report] == [timedelta(days=-29)], "from 1 February in a leap year"
    assert by_uid["exempel/kommun-2014#avtalstid/start/2014-01-01@avtalsatlas"] == []


def test_two_builds_are_the_same_to_the_byte(outcome: Outcome, feeds: dict[str, bytes]) -> None:
    again = make(outcome, read_templates(), CLOCK).files
    assert {path: data for path, data in again.items() if path in feeds} == feeds


def test_a_later_clock_moves_the_end_but_no_name(outcome: Outcome, feeds: dict[str, bytes]) -> None:
    later = events(make(outcome, read_templates(), "2027-01-01").files[ALL])
    now, then = ({str(each["uid"]) for each in found} for found in (events(feeds[ALL]), later))
    assert {uid for uid in now if "/2030-" in uid} == {uid for uid in then if "/2030-" in uid} != set()
    assert any("/2036-06" in uid for uid in then) and not any("/2036-06" in uid for uid in now)


def test_the_page_follows_the_topics_and_has_every_day(site: Site, atlas: Atlas) -> None:
    page = next(page for page in site.pages if page.path == "bevaka/index.md")
    assert page.nav == ("Jämför", "Att bevaka")
    for series in all_series(atlas, CLOCK):
        assert series.rule in page.markdown
        assert all(f'<time datetime="{day}">' in page.markdown for day in series.dates)
        assert all(f'index.html#{fact.id}"' in page.markdown for fact in series.facts)


def test_what_is_next_is_said_by_no_page(site: Site) -> None:
    dated = {page.path: page.markdown for page in site.pages if "data-days" in page.markdown}
    assert {path.partition("/")[0] for path in dated} == {"avtal", "bevaka", "underlag"}
    own = list(dated.values())
    for words in ("Nästa:", "i dag,", "aa-time__today", "om 1 "):
        assert [page for page in own if words in page] == []


def test_a_drawing_tells_its_words_and_measures_and_lets_nothing_loose() -> None:
    lane = Lane("<b>A</b>", "från & till", (Segment(2020, 2021, "first"), Segment(2021, 2024, "open")))
    other = Lane("B", "", points=(Point(2022.5, "notice"), Point(2023, "revision"), Point(2024, "report")))
    drawn = str(timeline_chart(Timeline(2020, 2030, (lane, other)), "Tid", "tabell"))
    assert "<b>" not in drawn and "&lt;b&gt;A&lt;/b&gt;: från &amp; till" in drawn
    assert 'data-first="2020" data-year="98.000" data-left="10" data-last="2030"' in drawn
    assert drawn.count("aa-time__first") == 2 and drawn.count("aa-time__open") == 2, "in the drawing and its legend"
    assert 'href="#tabell"' in drawn and "today" not in drawn
    assert "#" not in str(timeline_chart(replace(Timeline(2020, 2030, (other,))), "Tid", ""))
