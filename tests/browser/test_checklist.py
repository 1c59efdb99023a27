"""Lists to tick off, with the keyboard alone: nothing is kept until the reader asks, and nothing once taken back."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

PAGE = "samordnare/index.html"
STORED = "JSON.stringify({...localStorage})"


def first_list(page: Page, address: str) -> None:
    """Open the page, with its first list ready."""
    page.goto(address)
    page.wait_for_selector("[data-checklist][data-ready]")


def kept(page: Page) -> bool:
    return "avtalsatlas.checklist" in page.evaluate(STORED)


def test_ticks_are_kept_only_when_asked(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    first_list(page, server + PAGE)
    lists = page.locator("[data-checklist]").first
    boxes, keep = lists.locator("[data-check] input"), lists.get_by_label("Spara mina kryss")
    assert boxes.count() == lists.locator("[data-check]").count() > 20
    boxes.nth(1).focus()
    page.keyboard.press("Space")
    expect(lists.get_by_role("status")).to_have_text(f"1 av {boxes.count()} klara.")
    assert not kept(page)
    page.reload()
    expect(boxes.nth(1)).not_to_be_checked()

    boxes.nth(1).check()
    keep.focus()
    page.keyboard.press("Space")
    assert kept(page)
    page.reload()
    expect(boxes.nth(1)).to_be_checked()
    expect(keep).to_be_checked()
    expect(page.locator("[data-checklist]").nth(1).get_by_label("Spara mina kryss")).not_to_be_checked()
    keep.focus()
    page.keyboard.press("Space")
    expect(lists.get_by_role("status")).to_contain_text("Inget är sparat längre.")
    assert not kept(page)


def test_it_works_from_a_file_and_the_wheel_never_pushes_the_page(folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    first_list(page, (folder / PAGE).as_uri())
    # A checkbox is named by the words beside it, and its task leads to the words that it rests on.
    box = page.locator("[data-check] input").first
    assert box.evaluate("box => document.getElementById(box.getAttribute('aria-labelledby')).textContent.length > 10")
    for address in (PAGE, "ny/aret/index.html", "ny/aret/blank/index.html"):
        page.goto((folder / address).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_year_prints_on_one_sheet(folder: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((folder / "ny/aret/blank/index.html").as_uri())
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 1 or pdf.count(b"/Type /Page ") == 1
