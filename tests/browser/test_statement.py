"""The page on accessibility claims what is tested and no more, has all that Digg asks for, and is one step away."""

import json
import re
from pathlib import Path
from posixpath import dirname, relpath

from tests.browser import axe, test_axe_states, test_keyboard, test_paper_contrast
from tests.browser.axe import NARROW, PACKAGES, WIDE
from tests.browser.kinds import kinds
from tests.project import ROOT

# What the rows say in words, piece by piece, and what does it. The tests themselves are named, so that one that goes
# takes the words along.
DONE: dict[str, dict[str, object]] = {
    "Lägen": {
        "Menyn": test_axe_states.menu,
        "och sökningen öppna": test_axe_states.search,
        "det hopfällda utfällt": axe.open_all,
        "formulär ifyllda och med fel": test_axe_states.test_what_is_filled_in,
    },
    "Tangentbord": {
        "Det går att nå": test_keyboard.test_tab_goes_through_the_page_in_its_order_and_out_of_it,
        "och lämna det som går att använda": test_keyboard.test_tab_goes_through_the_page_in_its_order_and_out_of_it,
        "och det syns var man är": test_keyboard.test_focus_shows_on_everything_that_takes_it,
    },
    "Text och mått": {
        "Större avstånd mellan rader": test_keyboard.test_at_400_percent_and_with_more_space_nothing_is_lost,
        "ord och bokstäver": test_keyboard.test_at_400_percent_and_with_more_space_nothing_is_lost,
        "knappar minst 24 bildpunkter": test_axe_states.test_axe_would_find_what_is_wrong,
        "mindre rörelse": test_keyboard.test_motion_is_left_out_for_those_who_ask,
    },
    "Högre kontrast": {
        "Minst 7:1 för text": test_paper_contrast.TEXT,
        "och 4,5:1 för linjer": test_paper_contrast.LINES,
        "i ljust och mörkt": test_paper_contrast.test_more_contrast_for_those_who_ask,
        "när datorn är inställd på högre kontrast": test_paper_contrast.test_more_contrast_for_those_who_ask,
    },
    "Papper": {
        "Ljust vad skärmen än visar": test_paper_contrast.DARK,
        "inget avklippt": test_paper_contrast.CUT,
        "ingen rubrik ensam längst ner": test_paper_contrast.ALONE,
    },
}
# The rows that the tests below hold to numbers.
COUNTED = {"axe-core", "Nu Html Checker", "Slags sidor", "Bredder", "Färger"}
PAGE = ROOT / "docs" / "om" / "tillganglighet" / "index.md"
# Digg's list, https://www.digg.se/webbriktlinjer: what must be said, and words that say it.
ASKED = {
    "the actor": "Den som står bakom webbplatsen",
    "the service": "webbplatsen Avtalsatlas på adressen",
    "how far it conforms": "**delvis förenlig**",
    "what is not accessible": "## Det som inte är tillgängligt",
    "how it was assessed": "Proven är automatiska",
    "when it was assessed": "Bedömningen gjordes den ",
    "when this was updated": "Redogörelsen uppdaterades senast den ",
    "where to report": "Skriv till oss",
    "where to complain": "](https://www.digg.se/tdosanmalan)",
    "an undue burden": "oskäligt betungande",
    "what the law leaves out": "utanför lagen",
}
BLANK = re.compile(r"\*\*\[Ägaren fyller i: [^\]]+\]\*\*\{ \.aa-owner \}")


def row(name: str) -> str:
    """What a row of the page's table says."""
    found = re.search(rf'<tr><th scope="row">{name}</th><td [^>]*>([^<]+)</td>', PAGE.read_text(encoding="utf-8"))
    assert found, name
    return found[1]


def numbers(words: str) -> set[int]:
    """The numbers in them."""
    return {int(each) for each in re.findall(r"\d+", words)}


def test_the_tools_are_those_that_ran() -> None:
    version = {
        each: json.loads((PACKAGES / each / "package.json").read_bytes())["version"] for each in ("axe-core", "vnu-jar")
    }
    assert row(f"axe-core {version['axe-core']}") and row(f"Nu Html Checker {version['vnu-jar']}")


def test_the_windows_are_those_that_were_tested(folder: Path) -> None:
    tested = (*WIDE, *NARROW)
    light, dark, forced = ({w.width for w in tested if w.colours == each} for each in ("light", "dark", "forced"))
    assert numbers(row("Bredder")) - {400} == light == dark | forced
    words = row("Färger")
    assert words.startswith("Ljust i alla bredder")
    assert numbers(words.partition("mörkt")[2].partition("egna")[0]) == dark
    assert numbers(words.partition("egna")[2]) == forced
    (claimed,) = numbers(row("Slags sidor"))
    assert claimed <= len(set(kinds(folder).values()))


def test_each_row_says_what_tests_do_and_no_more() -> None:
    rows = re.findall(r'<tr><th scope="row">([^<]+)</th>', PAGE.read_text(encoding="utf-8"))
    assert {re.sub(r" [\d.]+$", "", name) for name in rows} == {*DONE, *COUNTED}
    for name, pieces in DONE.items():
        left = row(name)
        for words, tested in pieces.items():
            assert words in left, (name, words)
            left = left.replace(words, "")
            # A number in the words is the number that is tested.
            if isinstance(tested, int | float):
                assert f"{tested}:1" in words.replace(",", ".")
        assert left.strip(" ,.") == "" and not re.search(r"\w", left), (name, left)
    assert all(f"{space}:" in test_keyboard.SPACED for space in ("line-height", "letter-spacing", "word-spacing"))


def test_it_has_all_that_is_asked_for_and_claims_no_more() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [what for what, words in ASKED.items() if words not in text] == []
    assert "helt förenlig" not in text and "inte förenlig" not in text
    assert len(BLANK.findall(text)) == text.count("Ägaren fyller i") == text.count(".aa-owner") >= 5


def test_every_page_leads_to_it(folder: Path) -> None:
    here = "om/tillganglighet/index.html"
    for page in folder.rglob("*.html"):
        path = page.relative_to(folder).as_posix()
        # The page for unknown addresses stands at any depth, so its links begin at the root.
        link = f"/{here}" if path == "404.html" else f'href="{relpath(here, dirname(path) or ".")}"'
        assert link in page.read_text(encoding="utf-8"), path
