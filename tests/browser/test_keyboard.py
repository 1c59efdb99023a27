"""The keyboard reaches all and leaves it, shows where one is, and nothing is lost at 400 % or with more space."""

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

# What a page has that the keyboard can reach: one stop for each, and one for a group of round buttons.
_STOPS = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], iframe, audio");
  const groups = new Set();
  window.stops = [...all].filter((each) => {
    if (each.tabIndex < 0 || each.disabled || !each.checkVisibility({ visibilityProperty: true })) return false;
    if (each.type !== "radio") return true;
    const new_one = !groups.has(each.name);
    groups.add(each.name);
    return new_one;
  });
  return window.stops.length;
}"""
# What shows the focus: an outline, or a shadow, border, ground or line that is not there without it.
_SHOWS = """() => {
  document.activeElement?.blur();
  const looks = (each) => {
    const style = getComputedStyle(each);
    const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "" : style.outline;
    const rest = ["boxShadow", "borderColor", "backgroundColor", "textDecoration", "fill", "stroke", "transform"];
    return [outline, ...rest.map((name) => style[name])].join();
  };
  const near = (each) => [each, each.closest("label"), each.nextElementSibling, ...each.children].filter(Boolean);
  const before = window.stops.map((each) => near(each).map(looks).join());
  return window.stops.filter((each, place) => {
    each.focus({ focusVisible: true, preventScroll: true });
    return document.activeElement !== each || near(each).map(looks).join() === before[place];
  }).map((each) => each.outerHTML.slice(0, 200));
}"""
# Where the focus is now, and whether something lies over all of it.
_HERE = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getClientRects()[0] ?? here.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.02, 0.1], [0.98, 0.9]];
  const free = points.some(([x, y]) => {
    const top = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
    return top && (here.contains(top) || top.contains(here) || here.closest("label")?.contains(top));
  });
  return { place: window.stops.indexOf(here), free, html: here.outerHTML.slice(0, 200) };
}"""
# More space between lines, paragraphs, words and letters: WCAG 1.4.12.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# Words that are cut off, or boxes that scroll both ways, tables and pictures apart.
_LOST = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((each) => {
  const style = getComputedStyle(each);
  if (!each.checkVisibility() || each.clientWidth < 2 || each.closest("svg")) return false;
  const [wide, high] = [each.scrollWidth > each.clientWidth + 1, each.scrollHeight > each.clientHeight + 1];
  if (each.querySelector("svg")) return false;
  if (style.overflowX === "hidden" || style.overflowX === "clip") return wide && each.innerText?.trim();
  return wide && high && style.overflowX === "auto" && style.overflowY === "auto" && !each.querySelector("table");
}).map((each) => each.outerHTML.slice(0, 200))"""
_MOVES = """() => [...document.querySelectorAll("*")].filter((each) => {
  const style = getComputedStyle(each);
  const long = (value) => value.split(",").some((part) => parseFloat(part) > 0.001);
  return long(style.transitionDuration) || long(style.animationDuration) || style.scrollBehavior === "smooth";
}).length"""

WALKED = ["index.html", "404.html", "avtal/index.html", "jamfor/notice/index.html", "ny/index.html", "om/index.html"]


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page where nothing moves."""
    made = context.new_page()
    made.emulate_media(reduced_motion="reduce")
    return made


def test_focus_shows_on_everything_that_takes_it(server: str, sample: tuple[str, ...], page: Page) -> None:
    for path in sample:
        page.goto(server + path)
        assert page.evaluate(_STOPS) > 5
        assert page.evaluate(_SHOWS) == [], path


@pytest.mark.parametrize("path", WALKED)
def test_tab_goes_through_the_page_in_its_order_and_out_of_it(server: str, page: Page, path: str) -> None:
    page.goto(server + path)
    stops = page.evaluate(_STOPS)
    walk: list[dict[str, Any]] = []
    for _ in range(stops + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        if here is None and walk:
            break
        walk.append(here)
    else:
        pytest.fail(f"no way out of {path}")
    assert "md-skip" in walk[0]["html"]
    assert [each["html"] for each in walk if not each["free"]] == []
    places = [each["place"] for each in walk if each["place"] >= 0]
    assert places == sorted(places) and len(set(places)) == stops


def test_the_skip_link_leads_past_the_menu(server: str, page: Page) -> None:
    for path in ("jamfor/notice/index.html", "404.html"):
        page.goto(server + path)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/*#*")
        # Where the next Tab starts from is moved after the address, and nothing tells when.
        page.wait_for_timeout(500)
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main article').contains(document.activeElement)"), path


def test_at_400_percent_and_with_more_space_nothing_is_lost(server: str, sample: tuple[str, ...], page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for path in sample:
        page.goto(server + path)
        assert not page.evaluate(wide), path
        page.evaluate(SPACED)
        assert not page.evaluate(wide), f"{path} with more space"
        assert page.evaluate(_LOST) == [], path
        assert page.evaluate(_STOPS) > 5
        assert page.evaluate(_SHOWS) == [], path


def test_motion_is_left_out_for_those_who_ask(server: str, chromium: Browser, page: Page) -> None:
    page.goto(server + "avtal/jonkoping/lan-2022/index.html")
    assert page.evaluate(_MOVES) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(_MOVES) > 0


def test_forced_colours_leave_answers_and_marks_apart(server: str, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(server + "om/svaren/index.html")
    looks = """all => all.map((one) => [one.textContent.trim(), one.querySelector("svg")?.innerHTML ?? one.className,
        getComputedStyle(one).borderStyle].join("|"))"""
    seen = page.locator("main .aa-status").evaluate_all(looks)
    assert len({each.split("|")[0] for each in seen}) >= 6
    assert len({each.partition("|")[2] for each in seen}) >= 6
    page.goto(server + "avtal/jonkoping/lan-2022/index.html")
    mark = page.locator("mark[data-fact]").first
    differs = """one => { const [s, p] = [getComputedStyle(one), getComputedStyle(one.closest("p, li"))];
        return s.backgroundColor !== p.backgroundColor && s.backgroundColor !== "rgba(0, 0, 0, 0)"
          || s.textDecorationLine !== "none" || s.borderBottomStyle !== "none" || s.outlineStyle !== "none" }"""
    assert mark.evaluate(differs)
