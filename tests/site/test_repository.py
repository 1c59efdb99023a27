"""Where files are changed and errors are reported: the addresses as a table, and where the links stand on the pages."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from atlas.model.agreement import Atlas
from atlas.pipeline import Outcome, make
from atlas.site.build import Site
from atlas.site.repository import LONGEST, UNKNOWN, Repository, page_report
from edge.disk import read_templates

GITHUB = Repository("github", "https://github.com/redaktionen/avtalsatlas")
GITLAB = Repository("gitlab", "https://git.example.org/lan/familj/avtalsatlas", "publicerad/2026")
FILE = "agreements/exempel/lan-2022/agreement.yml"

CHANGE = [
    (GITHUB, FILE, 0, f"https://github.com/redaktionen/avtalsatlas/edit/main/{FILE}"),
    (GITHUB, FILE, 12, f"https://github.com/redaktionen/avtalsatlas/blob/main/{FILE}?plain=1#L12"),
    (GITLAB, FILE, 0, f"https://git.example.org/lan/familj/avtalsatlas/-/edit/publicerad/2026/{FILE}"),
    (GITLAB, FILE, 12, f"https://git.example.org/lan/familj/avtalsatlas/-/edit/publicerad/2026/{FILE}#L12"),
    (
        Repository("github", "http://127.0.0.1:3000/a/b", "gren nr 1"),
        "docs/om/så här?#.md",
        3,
        "http://127.0.0.1:3000/a/b/blob/gren%20nr%201/docs/om/s%C3%A5%20h%C3%A4r%3F%23.md?plain=1#L3",
    ),
    (UNKNOWN, FILE, 12, ""),
    (Repository("github", ""), FILE, 0, ""),
]


@pytest.mark.parametrize(("repository", "path", "line", "address"), CHANGE)
def test_where_a_line_is_changed(repository: Repository, path: str, line: int, address: str) -> None:
    assert repository.change(path, line) == address


ISSUES = [
    (
        GITHUB,
        "https://github.com/redaktionen/avtalsatlas/issues/new?title=Fel%20%26%20br%C3%A5k&body=a%23b%0A%C2%ABc%2Bd%C2%BB",
    ),
    (
        GITLAB,
        "https://git.example.org/lan/familj/avtalsatlas/-/issues/new"
        "?issue%5Btitle%5D=Fel%20%26%20br%C3%A5k&issue%5Bdescription%5D=a%23b%0A%C2%ABc%2Bd%C2%BB",
    ),
    (UNKNOWN, ""),
]


@pytest.mark.parametrize(("repository", "address"), ISSUES)
def test_where_something_is_reported(repository: Repository, address: str) -> None:
    assert repository.issue("Fel & bråk", ["a#b", "«c+d»"]) == address


@pytest.mark.parametrize("repository", [GITHUB, GITLAB])
@pytest.mark.parametrize("letter", ["a", "å", "😀", " ", "\n"])
def test_a_long_report_is_cut_at_its_end(repository: Repository, letter: str) -> None:
    address = repository.issue(letter * 500, [*["rad"] * 3, letter * 20_000])
    assert LONGEST * 0.8 < len(address) <= LONGEST or letter in " \n"
    assert len(address) <= LONGEST
    query = parse_qs(urlsplit(address).query)
    title, body = query.values()
    assert len(title[0]) <= 120 and body[0].startswith("rad\nrad\nrad") and body[0].endswith("…")


def test_a_page_is_reported_with_its_address_and_its_file() -> None:
    query = parse_qs(urlsplit(page_report(GITHUB, "Uppsägning", "https://x.se/jamfor/notice/", "docs/a.md")).query)
    assert query["title"] == ["Fel på sidan Uppsägning"]
    assert query["body"][0].endswith("Sidan: https://x.se/jamfor/notice/\nFilen: docs/a.md")


@pytest.mark.parametrize(
    ("host", "address", "branch", "told"),
    [
        ("", "https://x.se/a/b", "main", "host i mkdocs.yml är «», men kan bara vara github eller gitlab"),
        ("gitea", "https://x.se/a/b", "main", "host i mkdocs.yml är «gitea»"),
        ("github", "x.se/a/b", "main", "address i mkdocs.yml är «x.se/a/b»"),
        ("github", "javascript:alert(1)", "main", "address i mkdocs.yml"),
        ("github", 'https://x.se/a"onclick=', "main", "address i mkdocs.yml"),
        ("github", "https://x.se/a/b/", "main", "utan snedstreck sist"),
        ("github", "https://x.se", "main", "address i mkdocs.yml"),
        ("gitlab", "https://x.se/a/b", "", "branch i mkdocs.yml är tom"),
    ],
)
def test_settings_that_lead_nowhere_are_told_in_words(host: str, address: str, branch: str, told: str) -> None:
    with pytest.raises(ValueError, match="mkdocs") as error:
        Repository(host, address, branch)
    assert told in str(error.value)


@pytest.fixture(scope="module")
def linked(outcome: Outcome) -> dict[str, str]:
    """The pages of a site whose repository is known."""
    made = make(outcome, read_templates(), "2026-01-01", repository=GITHUB)
    return {page.url: page.markdown for page in made.pages}


def test_every_fact_is_changed_from_its_page_and_from_its_cell(linked: dict[str, str], atlas: Atlas) -> None:
    for agreement in atlas.agreements:
        for fact in agreement.facts:
            address = GITHUB.change(agreement.path, fact.place.line)
            assert f'<a class="aa-propose" href="{address}"><span>' in linked[agreement.url]
            assert f'<a class="aa-propose" href="{address}">Föreslå' in linked[f"jamfor/{fact.topic}/index.html"]


def test_every_entry_of_a_document_is_changed_from_its_page(linked: dict[str, str], atlas: Atlas) -> None:
    places = [(document.url, document.path, entry) for document in atlas.documents for entry in document.entries]
    read = [(url, path, entry.place.line) for url, path, entry in places if f'data-reads="{entry.id}"' in linked[url]]
    assert read and all(GITHUB.change(path, line) in linked[url] for url, path, line in read)


def test_a_place_is_the_line_where_the_fact_begins(atlas: Atlas, corpus: Mapping[str, bytes]) -> None:
    for agreement in atlas.agreements:
        for fact in agreement.facts:
            lines = corpus[agreement.path].decode().split("\n")[fact.place.line - 1 : fact.place.end_line]
            assert f"id: {fact.id}" in "\n".join(lines)


def test_reports_of_a_fact_are_made_where_it_is_read(linked: dict[str, str], atlas: Atlas) -> None:
    for agreement in atlas.agreements:
        page = linked[agreement.url]
        assert f'data-document="{agreement.id}" data-issue="' in page and f'data-longest="{LONGEST}"' in page
        assert "issues/new?title={title}&amp;body={body}" in page


def test_nothing_of_it_shows_while_the_repository_is_unknown(site: Site) -> None:
    assert [page.path for page in site.pages if "aa-propose" in page.markdown or "data-issue" in page.markdown] == []
