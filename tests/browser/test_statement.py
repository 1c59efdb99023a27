"""The page on accessibility claims what is tested and no more, has all that Digg asks for, and is one step away."""

import json
import re
from pathlib import Path
from posixpath import dirname, relpath

from tests.browser.axe import NARROW, PACKAGES, WIDE
from tests.browser.kinds import kinds
from tests.project import ROOT

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
