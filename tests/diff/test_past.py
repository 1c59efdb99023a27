"""History as data: what is told of moments, what is passed over, and what is never told again."""

from collections.abc import Mapping
from hashlib import sha1

from atlas.diff.past import History, Moment, atlas_of, changes, wanted
from atlas.diff.versions import versions
from atlas.load.read import Entry
from tests.diff.states import CLOCK, TOWN, edited, yml
from tests.diff.states import atlas_of as atlas_of_files

Files = Mapping[str, bytes]


def history(*states: Files) -> History:
    """States as they would come from git, a day apart."""
    contents = {sha1(data).hexdigest(): data for files in states for data in files.values()}
    moments = tuple(
        Moment(f"2026-01-{number:02}T12:00:00Z", f"{number:<040}", {p: sha1(d).hexdigest() for p, d in files.items()})
        for number, files in enumerate(states)
    )
    asked = set(wanted(moments))
    return History(moments, {id: data for id, data in contents.items() if id in asked})


def dispute(corpus: Files, words: str) -> Files:
    return edited(corpus, [(yml(TOWN), "says: Svensk domstol avgör tvister.", f"says: {words}")])


def test_steps_come_newest_first_and_only_what_differs_is_read(corpus: Files) -> None:
    told = changes(history({}, corpus, dispute(corpus, "Domstol avgör tvister."), corpus))
    assert [(step.at[:10], len(step.told)) for step in told.steps] == [
        ("2026-01-03", 1),
        ("2026-01-02", 1),
        ("2026-01-01", 5),
    ]
    assert [each.name for each in told.steps[2].told] == [
        "Exempelby kommun 2014",
        "Exempellän 2022",
        "Provlän, mall 2020",
        "Rapportmall för familjecentraler i Exempellän",
        "Ordlistan",
    ]
    assert (told.unread, told.earlier) == (0, False)


def test_a_state_that_cannot_be_read_is_passed_over(corpus: Files) -> None:
    broken = edited(corpus, [(yml(TOWN), "quote: Vid tvist avgör svensk domstol", "quote: Det här står inte där")])
    told = changes(history({}, corpus, broken, dispute(corpus, "Domstol avgör tvister.")))
    assert told.unread == 1
    assert [step.at[:10] for step in told.steps] == ["2026-01-03", "2026-01-01"]
    assert [each.kind for each in told.steps[0].told[0].sentences] == ["wording"]


def test_nothing_is_told_as_new_when_the_state_before_it_cannot_be_read(corpus: Files) -> None:
    broken = edited(corpus, [(yml(TOWN), "kind: avtal", "kind: något annat")])
    told = changes(history(broken, corpus, dispute(corpus, "Domstol avgör tvister.")))
    assert [[each.kind for each in step.told] for step in told.steps] == [["changed"]]
    assert told.unread == 1


def test_what_belongs_to_a_person_is_not_told_again(corpus: Files) -> None:
    person = dispute(corpus, "Fråga anna.andersson@exempel.se om tvister.")
    told = changes(history({}, corpus, person, corpus))
    assert told.unread == 1 and len(told.steps) == 1
    assert "anna" not in str(told)


def test_a_state_may_be_older_than_a_rule(corpus: Files) -> None:
    older = {path: data for path, data in corpus.items() if not path.endswith("goal_themes.yml")}
    atlas, findings = atlas_of(Entry(path, data) for path, data in older.items())
    assert atlas and not findings
    missing = {path: data for path, data in corpus.items() if not path.endswith("counties.yml")}
    assert [each.rule.code for each in atlas_of(Entry(p, d) for p, d in missing.items())[1]][:1] == ["A109"]


def test_versions_of_an_agreement_are_held_against_each_other(corpus: Files) -> None:
    files = dict(corpus)
    for name in ("agreement.yml", "text.md"):
        files[f"agreements/exempel/kommun-2024/{name}"] = files[f"agreements/{TOWN}/{name}"]
    newer = "agreements/exempel/kommun-2024/agreement.yml"
    atlas = atlas_of_files(
        edited(
            files,
            [
                (newer, "relates:\n", f"relates:\n  - {{as: replaces, to: {TOWN}, because: Påhittat.}}\n"),
                (newer, "says: Svensk domstol avgör tvister.", "says: Domstol avgör tvister."),
                (newer, "level: municipality", "level: centre"),
            ],
        )
    )
    (version,) = versions(atlas, CLOCK)
    assert (version.after.id, version.before.id) == ("exempel/kommun-2024", TOWN)
    assert [each.subject for each in version.told.sentences] == ["Nivå", "Tvist"]
    assert version.told.unchanged == len(version.after.facts) - 1
    assert versions(atlas_of_files(corpus), CLOCK) == ()
