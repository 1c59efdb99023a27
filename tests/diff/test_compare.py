"""Each kind of change, told as it is told: edits of the invented corpus, and every sentence that follows."""

from collections.abc import Mapping

import pytest

from atlas.diff import changes
from atlas.diff.compare import compare
from atlas.diff.pages import pages
from atlas.diff.words import wording
from atlas.model.agreement import Atlas
from tests.diff.states import (
    CLOCK,
    COUNTY,
    REPORT,
    TOWN,
    Edit,
    atlas_of,
    changed,
    edited,
    moved,
    sentences,
    text,
    without,
    yml,
)

NAME = "Exempelby kommun 2014"
LAN = "Exempellän 2022"
MONTHS = [
    (text(TOWN), "Uppsägningstiden är tolv månader", "Uppsägningstiden är sex månader"),
    (yml(TOWN), "quote: Uppsägningstiden är tolv månader", "quote: Uppsägningstiden är sex månader"),
    (yml(TOWN), "says: Uppsägningstiden är tolv månader.", "says: Uppsägningstiden är sex månader."),
    (yml(TOWN), "months: 12", "months: 6"),
]
REVIEWED = "Behöver granskas på nytt"
AROUND = "men avtalets ord runt citaten har ändrats"

CASES: dict[str, tuple[list[Edit], list[str]]] = {
    "unread → stated": (
        [
            (yml(TOWN), "  secrecy: silent\n", ""),
            (
                yml(TOWN),
                "  governance: silent\n",
                "  governance: silent\n  opening:\n    - id: moten\n      says: Det finns enskilda möten.\n"
                "      quote: i enskilda möten\n      all_year: true\n  secrecy: silent\n",
            ),
        ],
        [f"{NAME}: Öppettider och tillgänglighet: ej granskad → öppet året om (Verksamheter; citatet finns i texten)"],
    ),
    "stated → silent": (
        [
            (
                yml(TOWN),
                "  dispute:\n    - id: tvist\n      says: Svensk domstol avgör tvister.\n"
                "      quote: Vid tvist avgör svensk domstol\n      decided_by: svensk domstol\n      order: then\n",
                "  dispute: silent\n",
            ),
            (yml(TOWN), "left_out: []", "left_out:\n  - {quote: Vid tvist avgör svensk domstol, reason: formalia}"),
        ],
        [
            f"{NAME}: Meningar som inte är uppgifter: nytt: «Vid tvist avgör svensk domstol» "
            "(underskrifter, exemplar och dokumentuppgifter)",
            f"{NAME}: Tvist: därefter svensk domstol → anges inte",
        ],
    ),
    "unread → silent": (
        [(yml(COUNTY), "insurance: unread", "insurance: silent")],
        [f"{LAN}: Försäkringar: ej granskad → anges inte"],
    ),
    "a changed value, with its text": (
        MONTHS,
        [
            f"{NAME}: Avtalstexten: ord har ändrats i «Avtalstid». {REVIEWED}",
            f"{NAME}: Uppsägning: 12 månader, när som helst → 6 månader, när som helst; vår mening "
            "«Uppsägningstiden är tolv månader.» → «Uppsägningstiden är sex månader.»; citatet "
            "«Uppsägningstiden är tolv månader» → «Uppsägningstiden är sex månader» "
            "(Avtalstid; citatet finns i texten)",
            f"{NAME}: Oförändrade uppgifter: 2 under «Avtalstid», {AROUND} (avtalstid, tvist)",
        ],
    ),
    "a value that the brief answer does not tell": (
        [(yml(COUNTY), "      service: socialtjanst\n", "")],
        [
            f"{LAN}: Målgrupp och åldrar: «Socialtjänsten tar emot familjer med barn från 7 år.»: "
            "verksamheten: Socialtjänst → inget värde (2. Målgrupp; citatet finns i texten)"
        ],
    ),
    "our wording only": (
        [(yml(TOWN), "says: Svensk domstol avgör tvister.", "says: En svensk domstol avgör tvister.")],
        [
            f"{NAME}: Tvist: bara ordalydelsen: vår mening «Svensk domstol avgör tvister.» → "
            "«En svensk domstol avgör tvister.» (Avtalstid; citatet finns i texten)"
        ],
    ),
    "the quote only": (
        [(yml(TOWN), "quote: Vid tvist avgör svensk domstol", "quote: avgör svensk domstol")],
        [
            f"{NAME}: Tvist: bara ordalydelsen: citatet «Vid tvist avgör svensk domstol» → «avgör svensk domstol» "
            "(Avtalstid; citatet finns i texten)"
        ],
    ),
    "a status, and the answer as a whole": (
        [
            (yml(COUNTY), "      status: delegated\n      to: lokala avtal\n", ""),
            (yml(COUNTY), "    - id: tvist\n", "    - id: tvist\n      status: delegated\n      to: länsgruppen\n"),
        ],
        [
            f"{LAN}: Tvist: svaret som helhet: anges → hänvisas",
            f"{LAN}: Tvist: anges → hänvisas till länsgruppen (6. Redovisning och tid; citatet finns i texten)",
            f"{LAN}: Lokaler: svaret som helhet: hänvisas → anges",
            f"{LAN}: Lokaler: hänvisas till lokala avtal → anges (6. Redovisning och tid; citatet finns i texten)",
        ],
    ),
    "another topic": (
        [
            (
                yml(TOWN),
                "    - id: mal-uppfoljning\n      says: Arbetet ska följas upp.\n"
                "      quote: följa upp arbetet vart fjärde år\n",
                "",
            ),
            (
                yml(TOWN),
                "  governance: silent\n",
                "  governance: silent\n  follow_up:\n    - id: mal-uppfoljning\n      says: Arbetet ska följas upp.\n"
                "      quote: följa upp arbetet vart fjärde år\n",
            ),
        ],
        [
            f"{NAME}: Uppföljning: flyttad hit från mål och inriktning (Ansvar; citatet finns i texten)",
        ],
    ),
    "another id": (
        [(yml(TOWN), "id: lokaler", "id: lokalerna")],
        [
            f"{NAME}: Parternas åtaganden: nytt id: lokaler → lokalerna (Ansvar; citatet finns i texten)",
        ],
    ),
    "a new fact and one that is gone": (
        [
            (
                yml(TOWN),
                "    - id: bvc\n      says: Barnhälsovård ska finnas.\n      quote: BVC och öppen förskola ska finnas\n"
                "      service: barnhalsovard\n      required: true\n      named_as: BVC\n",
                "    - id: mhv\n      says: Mödrahälsovård ska finnas.\n"
                "      quote: BVC och öppen förskola ska finnas\n"
                "      service: modrahalsovard\n      required: true\n      because: Påhittat.\n",
            )
        ],
        [
            f"{NAME}: Verksamheter: ny uppgift: Mödrahälsovård: ska finnas (Verksamheter; citatet finns i texten)",
            f"{NAME}: Verksamheter: borttagen uppgift: Barnhälsovård: ska finnas",
        ],
    ),
    "a comment": (
        [(yml(COUNTY), "      decided_by: länsgruppen\n", "      decided_by: länsgruppen\n      note: Står sist.\n")],
        [f"{LAN}: Tvist: kommentaren är ny: «Står sist.» (6. Redovisning och tid; citatet finns i texten)"],
    ),
    "the text around an unchanged fact": (
        [
            (
                text(COUNTY),
                "Uppdraget gäller i tre år. Regionen",
                "Uppdraget gäller i tre år. Sedan prövas det. Regionen",
            )
        ],
        [
            f"{LAN}: Avtalstexten: ord har ändrats i «4. Ledning». {REVIEWED}",
            f"{LAN}: Oförändrade uppgifter: 3 under «4. Ledning», {AROUND} (samordnare)",
        ],
    ),
    "text that no fact stands in": (
        [(text(TOWN), "Exempelby den 1 december 2013", "Exempelby den 1 december 2013 i två delar")],
        [f"{NAME}: Avtalstexten: ord har ändrats i «Avtalstid». {REVIEWED}"],
    ),
    "mark-up alone is no change": ([(text(TOWN), "Kuratorn kan delta", "**Kuratorn** kan delta")], []),
    "the head": (
        [
            (yml(TOWN), "title: Avtal om familjecentralen i Exempelby", "title: Avtal om Exempelby"),
            (yml(TOWN), "in_force: {answer: okänt}", "in_force: {answer: ja, on: 2026-02-01, source: Frågat.}"),
            (yml(TOWN), "on: 2025-01-31", "on: 2026-02-01"),
            (yml(TOWN), "    words: allmänna villkor\n", "    words: nya villkor\n"),
            (yml(TOWN), "decided: []", "decided: [{by: nämnden, on: 2013-12}]"),
        ],
        [
            f"{NAME}: Namn: Avtal om familjecentralen i Exempelby → Avtal om Exempelby",
            f"{NAME}: Hänger ihop med andra: förutsätter allmänna villkor → förutsätter nya villkor",
            f"{NAME}: Granskat: 31 januari 2025 av redaktionen → 1 februari 2026 av redaktionen",
            f"{NAME}: Beslutat av: nytt: nämnden december 2013",
            f"{NAME}: Gäller det i dag?: okänt → ja (1 februari 2026, Frågat.)",
        ],
    ),
    "a deadline that moves": (
        [
            (text(COUNTY), "gäller till 2025-12-31", "gäller till 2027-12-31"),
            (yml(COUNTY), "gäller till 2025-12-31", "gäller till 2027-12-31"),
            (yml(COUNTY), "to: 2025-12-31", "to: 2027-12-31"),
            (yml(COUNTY), "gäller till utgången av 2025", "gäller till utgången av 2027"),
        ],
        [
            f"{LAN}: Avtalstexten: ord har ändrats i «6. Redovisning och tid». {REVIEWED}",
            f"{LAN}: Avtalstid: «Överenskommelsen gäller till utgången av 2027 och förlängs sedan ett år i taget.»: "
            "till 31 december 2025, förlängs 12 månader i taget → till 31 december 2027, förlängs 12 månader i taget; "
            "vår mening «… gäller till utgången av 2025 och förlängs sedan ett …» → "
            "«… gäller till utgången av 2027 och förlängs sedan ett …»; "
            "citatet «Överenskommelsen gäller till 2025-12-31 och förlängs med tolv …» → "
            "«Överenskommelsen gäller till 2027-12-31 och förlängs med tolv …» "
            "(6. Redovisning och tid; citatet finns i texten)",
            f"{LAN}: Oförändrade uppgifter: 4 under «6. Redovisning och tid», {AROUND} (uppsägning, tvist, lokaler)",
            f"{LAN}: Sista dag att säga upp avtalet: 31 december 2024, sedan varje år → 31 december 2026, "
            "sedan varje år (följer av uppsägning och avtalstid)",
            f"{LAN}: Sista dag att säga upp avtalet: 30 juni 2025, sedan varje år → 30 juni 2027, sedan varje år "
            "(följer av uppsägning och avtalstid)",
            f"{LAN}: Avtalet förlängs: 1 januari 2026, sedan varje år → 1 januari 2028, sedan varje år "
            "(följer av avtalstid)",
        ],
    ),
    "a document": (
        [
            (yml(REPORT), "title: Rapportmall för", "title: Ny rapportmall för"),
            (yml(REPORT), "statistics: [antal besök, antal inskrivna barn]", "statistics: [antal besök]"),
        ],
        [
            "Ny rapportmall för familjecentraler i Exempellän: Namn: Rapportmall för familjecentraler i Exempellän → "
            "Ny rapportmall för familjecentraler i Exempellän",
            "Ny rapportmall för familjecentraler i Exempellän: Citerade ställen: 1 ändrat",
        ],
    ),
    "the vocabulary": (
        [
            ("agreements/vocabulary/goal_themes.yml", "motesplats: ", "ny_halsa: {name: Ny hälsa}\nmotesplats: "),
            ("agreements/vocabulary/who.yml", "name: F", "note: Påhittat.\n  name: F"),
        ],
        [
            "Ordlistan: Målgrupper: ändrade poster: Föräldrar (note), Familjer (note)",
            "Ordlistan: Teman för mål: ny post: Ny hälsa",
        ],
    ),
    "lines moved about, a comment in the file": (
        [(yml(TOWN), "topics:\n", "# Bara en kommentar.\n\ntopics:\n")],
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_told(name: str, corpus: Mapping[str, bytes], atlas: Atlas) -> None:
    edits, expected = CASES[name]
    assert sentences(atlas, edited(corpus, edits)) == expected


def test_a_topic_that_comes_to_have_an_answer(corpus: Mapping[str, bytes]) -> None:
    fact = "  notice:\n    - id: uppsagning\n      says: Uppsägningstiden är tolv månader.\n"
    fact += "      quote: Uppsägningstiden är tolv månader\n      months: 12\n      before: any_time\n"
    before = atlas_of(edited(corpus, [(yml(TOWN), fact, "  notice: silent\n")]))
    expected = "Uppsägning: anges inte → 12 månader, när som helst (Avtalstid; citatet finns i texten)"
    assert sentences(before, corpus) == [f"{NAME}: {expected}"]


def test_nothing_differs_from_itself(corpus: Mapping[str, bytes], atlas: Atlas) -> None:
    difference = compare(atlas, atlas_of(corpus), CLOCK)
    assert not difference and difference.unchanged == sum(len(each.facts) for each in atlas.agreements)
    assert pages(difference) == ()


def test_what_did_not_change_is_counted(corpus: Mapping[str, bytes], atlas: Atlas) -> None:
    difference = compare(atlas, atlas_of(edited(corpus, MONTHS)), CLOCK)
    town = next(each for each in atlas.agreements if each.id == TOWN)
    (change,) = difference.agreements
    assert change.unchanged == len(town.facts) - 1
    assert difference.unchanged == sum(len(each.facts) for each in atlas.agreements) - 1
    assert [each.kinds for each in difference.facts()] == [
        (changes.AROUND,),
        (changes.VALUE, changes.WORDING),
        (changes.AROUND,),
    ]
    # What is as it was shows nowhere but on the agreement's own page.
    assert pages(difference) == (f"avtal/{TOWN}/index.html", "jamfor/notice/index.html")


def test_an_agreement_that_is_new_gone_or_renamed(corpus: Mapping[str, bytes], atlas: Atlas) -> None:
    mall = without(corpus, "prov/mall-2020")
    (gone,) = changed(atlas, mall)
    (new,) = changed(atlas_of(mall), corpus)
    assert (gone.kind, gone.url, gone.unchanged) == ("gone", "", None)
    assert gone.sentences[0].subject == "Borttaget från webbplatsen"
    assert (new.kind, new.sentences[0].url) == ("new", "avtal/prov/mall-2020/index.html")
    assert "uppgift" in new.sentences[0].words and "anges" in new.sentences[0].words
    renamed = changed(atlas, moved(corpus, TOWN, "exempel/by-2015"))
    town = next(each for each in renamed if each.id == "exempel/by-2015")
    assert town.kind == "renamed"
    assert [each.words for each in town.sentences] == [
        f"{TOWN} → exempel/by-2015. Texten är densamma, ord för ord, men adressen är ny"
    ]
    assert town.unchanged == len(next(each for each in atlas.agreements if each.id == TOWN).facts)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b", "a c", "«a b» → «a c»"),
        ("a b", "a b c", "«a b» → «a b c»"),
        ("1 2 3 4 5 x 6 7 8 9 0", "1 2 3 4 5 y 6 7 8 9 0", "«… 2 3 4 5 x 6 7 8 9 …» → «… 2 3 4 5 y 6 7 8 9 …»"),
        ("a a", "a", "«a a» → «a»"),
        ("", "a", "«» → «a»"),
    ],
)
def test_wordings_are_cut_to_what_differs(before: str, after: str, expected: str) -> None:
    assert wording(before, after) == expected
