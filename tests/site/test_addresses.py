"""Files that leave the site: their addresses lead back to it, once the site knows where it lives."""

import io

import docx
import openpyxl

from atlas.pipeline import Outcome, make
from atlas.site.files.calendars import ALL
from atlas.site.files.spreadsheets import EVERYTHING, WORKBOOK
from edge.disk import read_templates

BASE = "https://avtal.example.org/"
FACT = "avtal/exempel/lan-2022/index.html#verksamhetsberattelse"


def test_files_lead_back_to_the_site(outcome: Outcome) -> None:
    files = make(outcome, read_templates(), "2026-01-01", BASE).files
    assert BASE + FACT in files[EVERYTHING].decode()
    assert f"Källa: {BASE}{FACT}" in files[ALL].decode().replace("\r\n ", "")
    sheet = openpyxl.load_workbook(io.BytesIO(files[WORKBOOK]))["Redovisning"]
    links = [row[-1].hyperlink for row in sheet.iter_rows(min_row=2)]
    assert BASE + FACT in {f"{link.target}#{link.location}" for link in links if link}
    brief = docx.Document(io.BytesIO(files["data/underlag/exempel-lan-2022.docx"]))
    told = " ".join(cell.text for cell in brief.tables[-1].columns[0].cells)
    assert f"{BASE}avtal/exempel/lan-2022/index.html" in told


def test_without_an_address_they_count_from_the_first_page(outcome: Outcome) -> None:
    told = make(outcome, read_templates(), "2026-01-01").files[EVERYTHING].decode()
    assert f'"{FACT}"' in told and "https://" not in told
