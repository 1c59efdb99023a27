"""«Rapportera fel» beside a reading opens a new issue with everything in it, at an address no longer than it may be."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from markupsafe import escape
from playwright.sync_api import Browser

from atlas.site.repository import LONGEST, Repository
from tests.project import ROOT

FORM = Repository("gitlab", "https://git.example.org/lan/atlas").issue_form
QUOTES = {"kort": "Tvister & bråk {body}", "lang": "å😀 " * 5000}


def page(folder: Path) -> Path:
    """A page like that of an agreement, with two readings."""
    scripts = "".join(
        f'<script src="{(ROOT / "docs/assets/js" / name).as_uri()}"></script>'
        for name in ("shared.js", "report-error.js", "report-error.js")
    )
    items = "".join(
        f'<li data-reads="{id}" data-quote="{escape(quote)}" data-clause="§ 3">'
        f'<a class="aa-reads" href="#{id}">Så är det.</a></li>'
        for id, quote in QUOTES.items()
    )
    head = f'<div data-document="exempel/lan" data-issue="{escape(FORM)}" data-longest="{LONGEST}"></div>'
    file = folder / "sida.html"
    file.write_text(f"<meta charset=utf-8><h1>Avtal å</h1>{head}<ul>{items}</ul>{scripts}", encoding="utf-8")
    return file


def test_a_report_names_agreement_fact_address_and_quote(chromium: Browser, tmp_path: Path) -> None:
    tab = chromium.new_page()
    tab.goto(page(tmp_path).as_uri())
    links = tab.get_by_role("link", name="Rapportera fel")
    addresses = [str(link.get_attribute("href")) for link in links.all()]
    tab.close()
    # Twice loaded, as when Material brings the page back, it adds nothing.
    assert len(addresses) == len(QUOTES)
    short, long = (parse_qs(urlsplit(address).query) for address in addresses)
    assert short["issue[title]"] == ["Fel i exempel/lan: kort"]
    assert short["issue[description]"][0].endswith(
        "Avtal: Avtal å (exempel/lan)\nUppgift: kort, Så är det.\nAdress: avtal/exempel/lan/index.html#kort\n"
        "Citat ur § 3:\n«Tvister & bråk {body}»"
    )
    assert max(map(len, addresses)) <= LONGEST and long["issue[description]"][0].endswith("…»")
