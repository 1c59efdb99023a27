"""Many agreements on a page: choose a county or a kind of text, from a file, and take it back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from edge.disk import write_files
from tests.bench.generate import generate
from tests.project import build, copy_project

NUMBER = 12


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of generated agreements."""
    folder = tmp_path_factory.mktemp("many")
    write_files(folder / "data", generate(NUMBER).items())
    return build(copy_project(folder / "site å", folder / "data" / "agreements"))


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


def test_a_county_is_chosen_on_rows_columns_and_words(many: Path, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto((many / "jamfor" / "notice" / "index.html").as_uri())
    assert shown(page, "#svar-namn ~ tbody tr") == shown(page, ".aa-voice") == NUMBER
    page.get_by_label("Län", exact=True).select_option("Stockholms län")
    assert shown(page, "#svar-namn ~ tbody tr") == shown(page, ".aa-voice") == 1
    assert page.get_by_text(f"Visar 1 av {NUMBER} texter.").is_visible()
    page.get_by_label("Slag av text").select_option("Mall")
    assert page.get_by_text("Ingen text är både av det slaget och från det länet.").is_visible()
    page.get_by_role("button", name="Visa allt").click()
    assert shown(page, "#svar-namn ~ tbody tr") == NUMBER

    page.goto((many / "jamfor" / "responsibilities" / "index.html").as_uri())
    page.get_by_label("Län", exact=True).select_option("Stockholms län")
    assert shown(page, "#ansvar-namn ~ thead th") == 2
    rows = page.locator("#ansvar-namn ~ tbody tr:not(.aa-group)")
    assert rows.evaluate_all("rows => rows.map((row) => [...row.cells].filter((cell) => !cell.hidden).length)") == (
        [2] * rows.count()
    )


def test_without_script_everything_stands_there(many: Path, chromium: Browser) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((many / "jamfor" / "notice" / "index.html").as_uri())
    assert shown(page, "#svar-namn ~ tbody tr") == NUMBER
    assert shown(page, "[data-agreement-filters]") == 0
