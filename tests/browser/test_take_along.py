"""What readers take along: the files are where pages say, and a brief is a page on screen, a document on paper."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

BRIEF = "underlag/jonkoping/kommun-2014/index.html"
ALONE = "underlag/vastmanland/mall-2017/index.html"


def opened(server: str, context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(server + path)
    return page


def seen(page: Page, selector: str) -> bool:
    return bool(page.locator(selector).first.evaluate("each => each.getClientRects().length > 0"))


@pytest.mark.parametrize(
    ("path", "ends", "begins"),
    [
        ("jamfor/notice/index.html", "tabeller/notice.csv", b"\xef\xbb\xbf"),
        ("jamfor/notice/index.html", "tabeller/avtalsatlas.xlsx", b"PK"),
        ("om/index.html", "tabeller/alla.csv", b"\xef\xbb\xbf"),
        (BRIEF, "underlag/jonkoping-kommun-2014.docx", b"PK"),
    ],
)
def test_the_files_are_where_pages_say(
    server: str, context: BrowserContext, path: str, ends: str, begins: bytes
) -> None:
    page = opened(server, context, path)
    address = page.locator(f'main a[href$="{ends}"]').evaluate("link => link.href")
    found = context.request.get(address)
    assert found.ok and found.body().startswith(begins)


def test_an_agreement_leads_to_its_brief_and_back(server: str, context: BrowserContext) -> None:
    page = opened(server, context, "avtal/jonkoping/kommun-2014/index.html")
    page.get_by_role("article").get_by_role("link", name="Underlag inför möte").click()
    page.wait_for_url("**/" + BRIEF)
    page.locator("a.aa-brief-source").first.click()
    page.wait_for_url("**/avtal/jonkoping/kommun-2014/index.html#*")
    page.wait_for_selector("mark.aa-lit", state="visible")


@pytest.mark.parametrize("path", [BRIEF, ALONE])
def test_a_brief_fits_the_window(server: str, context: BrowserContext, path: str) -> None:
    page = opened(server, context, path)
    inner, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inner


def test_what_is_only_for_paper_is_only_on_paper(server: str, context: BrowserContext) -> None:
    page = opened(server, context, BRIEF)
    assert not seen(page, ".aa-ruled") and seen(page, ".aa-take")
    page.emulate_media(media="print")
    assert seen(page, ".aa-ruled") and not seen(page, ".aa-take") and not seen(page, ".md-header")
    cut = "rows => rows.filter(row => getComputedStyle(row).breakInside !== 'avoid').length"
    assert page.locator(".aa-brief-table tbody tr").evaluate_all(cut) == 0
    repeated = "heads => heads.filter(head => getComputedStyle(head).display !== 'table-header-group').length"
    assert page.locator(".aa-brief-table thead").evaluate_all(repeated) == 0


@pytest.mark.parametrize("path", [BRIEF, ALONE])
def test_a_brief_prints_on_a4(server: str, chromium: Browser, path: str) -> None:
    context = chromium.new_context()
    printed = opened(server, context, path).pdf(prefer_css_page_size=True)
    context.close()
    sizes = {
        tuple(round(float(side)) for side in box.split()) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", printed)
    }
    assert sizes == {(0, 0, 595, 842)}
    assert 5 < len(re.findall(rb"/Type /Page\b", printed)) < 60
