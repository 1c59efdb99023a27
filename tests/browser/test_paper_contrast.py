"""On paper, and for those who have asked for more contrast: what is dark on the screen is not, and what is faint shows.

In: the built site in Chromium that says what it prefers. Out: assertions. Not here: contrast as axe-core measures it.
"""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PAGES = (
    "index.html",
    "avtal/orebro/lan-2018/index.html",
    "jamfor/responsibilities/index.html",
    "jamfor/matris/index.html",
    "ny/roll/barnmorska/index.html",
    "om/tillganglighet/index.html",
)
# What contrast there is at least for text and for lines, when somebody has asked for more.
TEXT, LINES = 7, 4.5
# A4 within its margins, in CSS pixels, upright and on its side.
UPRIGHT, WIDE = 672, 1015
# Elements with a ground of their own that is darker than middle grey, and are large enough to empty an ink cartridge.
DARK = """() => [...document.querySelectorAll("body, body *")].filter((each) => {
  const [red, green, blue, alpha = 1] = getComputedStyle(each).backgroundColor.match(/[\\d.]+/g).map(Number);
  const { width, height } = each.getBoundingClientRect();
  return alpha > 0.5 && (red + green + blue) / 3 < 128 && width * height > 4000;
}).map((each) => each.localName + "." + each.className)"""
CUT = """() => [...document.querySelectorAll("main :is(table, svg, pre)")].filter((each) => each.checkVisibility())
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 90))"""
# Headings that paper may leave alone at the foot of a page.
ALONE = """() => [...document.querySelectorAll("main :is(h2, h3, h4)")].filter((each) => each.checkVisibility())
  .filter((each) => getComputedStyle(each).breakAfter !== "avoid").map((each) => each.textContent)"""


@pytest.mark.parametrize("path", PAGES)
def test_paper_is_light_and_cuts_nothing(server: str, chromium: Browser, path: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.goto(server + path)
    assert page.evaluate(DARK), "the page was not dark on the screen, so nothing is tried"
    page.emulate_media(media="print")
    turned = page.evaluate("getComputedStyle(document.body).page") == "wide"
    page.set_viewport_size({"width": WIDE if turned else UPRIGHT, "height": 1000})
    assert page.evaluate(DARK) == [] and page.evaluate(CUT) == [] and page.evaluate(ALONE) == []
    assert page.locator(":is(nav, .md-header, button, .headerlink):visible").count() == 0
    for link in page.locator("main a[rel~=external]").all():
        # Read as it is drawn: after the link stands where it leads.
        assert link.evaluate("link => getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))")
    context.close()


def luminance(colour: str) -> float:
    """WCAG's relative luminance of a colour `#rgb` or `#rrggbb`."""
    digits = colour.strip().removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colours(page: Page) -> dict[str, str]:
    """The site's own colours, as they hold on the page."""
    names = ("paper", "sheet", "sunk", "tint", "ink", "soft", "line", "edge", "pine", "link", "rust")
    read = "names => names.map(name => getComputedStyle(document.body).getPropertyValue(`--aa-${name}`))"
    return dict(zip(names, page.evaluate(read, names), strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_for_those_who_ask(server: str, context: BrowserContext, scheme: str) -> None:
    page = context.new_page()
    page.goto(server + "index.html")
    page.emulate_media(contrast="no-preference", color_scheme="dark" if scheme == "dark" else "light")
    page.reload()
    usual = colours(page)
    page.emulate_media(contrast="more")
    more = colours(page)
    for ground in ("paper", "sheet", "sunk", "tint"):
        small = {name: contrast(more[name], more[ground]) for name in ("ink", "soft", "pine", "link", "rust")}
        lines = {name: contrast(more[name], more[ground]) for name in ("line", "edge")}
        assert min(small.values()) >= TEXT and min(lines.values()) >= LINES, (ground, small, lines)
    assert contrast(usual["line"], usual["paper"]) < 3, "the usual lines are strong already, so nothing is tried"
    link = page.locator("article li a").first
    decoration = link.evaluate("link => [getComputedStyle(link).textDecorationColor, getComputedStyle(link).color]")
    assert decoration[0] == decoration[1]
    outline = page.locator(".aa-door").first.evaluate("door => getComputedStyle(door).outline")
    assert re.search(r"\bsolid\b", outline) and not re.search(r"\b0px\b", outline)
