"""Nobody is watched: no request to another host, no cookie, nothing stored unasked, no script but the site's own.
One walk over every kind of page keeps the books for all of it, and for what a first view weighs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from tests.browser.acts import PRESS
from tests.browser.first_view import too_heavy, weigh
from tests.browser.until import until
from tests.links import is_lost

# What breaks the policy is told to the console, which each page must leave empty.
TELL = "addEventListener('securitypolicyviolation', (e) => console.error('policy', e.violatedDirective, e.blockedURI))"
STORED = """async () => [
  Object.keys(localStorage), Object.keys(sessionStorage), (await indexedDB.databases()).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length, document.cookie,
]"""
# Where the links of a page lead, those that scripts have made included.
LINKS = """() => [...document.links].map(({ href }) => href.baseVal ?? href)
  .map((link) => new URL(link, document.baseURI).href)"""
NOTHING = [[], [], 0, 0, 0, ""]
# A link that leads there, followed.
FOLLOW = """address => {
  const link = Object.assign(document.createElement("a"), { href: address, textContent: "dit" });
  document.querySelector("article").append(link);
  link.click();
}"""


@dataclass
class Books:
    """What happened on a walk: requests and complaints by page, in the order of the walk."""

    requests: dict[str, list[str]] = field(default_factory=dict)
    complaints: list[tuple[str, str]] = field(default_factory=list)
    stored: dict[str, object] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    touched: int = 0
    cookies: int = 0


def followed(context: BrowserContext, books: Books) -> Page:
    """A page whose every request and complaint is written down under the page that is current."""
    here = [""]

    def begin(path: str) -> None:
        here[0] = path
        books.requests[path] = []

    def ask(request: Request) -> None:
        books.requests.setdefault(here[0], []).append(request.url)

    def failed(request: Request) -> None:
        # What a page had begun to fetch when the walk went on is no failure.
        if request.failure != "net::ERR_ABORTED":
            books.complaints.append((here[0], f"{request.failure}: {request.url}"))

    context.add_init_script(TELL)
    context.on("request", ask)
    page = context.new_page()
    page.on("console", lambda said: books.complaints.append((here[0], said.text)) if said.type == "error" else None)
    page.on("pageerror", lambda error: books.complaints.append((here[0], str(error))))
    page.on("requestfailed", failed)
    page.on("dialog", lambda dialog: dialog.accept())
    page.expose_function("begin", begin)
    return page


@pytest.fixture(scope="module")
def walk(server: str, chromium: Browser, sample: tuple[str, ...]) -> Iterator[Books]:
    """Every kind of page, opened anew with nothing in the browser's store, and everything on it tried."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    books = Books()
    page = followed(context, books)
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    for path in sample:
        page.evaluate("path => begin(path)", path)
        page.goto(server + path)
        books.requests[f"{path} sedan"] = []
        page.evaluate("path => begin(path)", f"{path} sedan")
        # A reader who tries everything but what says that it saves.
        books.touched += page.evaluate(PRESS, "Spara")
        books.stored[path] = page.evaluate(STORED)
        books.links |= dict.fromkeys(page.evaluate(LINKS), path)
    books.cookies = len(context.cookies())
    yield books
    context.close()


def elsewhere(books: Books, server: str) -> list[str]:
    """The requests that left the site."""
    asked = [url for urls in books.requests.values() for url in urls]
    return [url for url in asked if not url.startswith((server, "data:", f"blob:{server.split('/avtal')[0]}"))]


def test_nothing_leaves_the_site_and_nothing_is_stored(walk: Books, server: str, sample: tuple[str, ...]) -> None:
    assert set(sample) <= walk.requests.keys() and walk.touched > 100
    assert elsewhere(walk, server) == []
    assert walk.complaints == []
    assert {path: stored for path, stored in walk.stored.items() if stored != NOTHING} == {}
    assert walk.cookies == 0


def astray(books: Books, server: str, folder: Path) -> dict[str, str]:
    """The links within the site that lead nowhere, each with a page that it stands on."""
    return {
        link: path
        for link, path in books.links.items()
        if link.startswith(server) and is_lost(folder, link.removeprefix(server))
    }


def test_links_that_scripts_make_lead_somewhere(walk: Books, server: str, folder: Path) -> None:
    assert len(walk.links) > 1000
    assert astray(walk, server, folder) == {}


def test_a_first_view_weighs_little(walk: Books, server: str, folder: Path, sample: tuple[str, ...]) -> None:
    views = {path: weigh(folder, urlsplit(server).path, walk.requests[path]).total() for path in sample}
    assert min(views.values()) > 20_000, "the walk did not see what pages fetch"
    assert too_heavy(views) == {}


def test_the_same_with_instant_navigation(
    server: str, folder: Path, chromium: Browser, sample: tuple[str, ...]
) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    books = Books()
    page = followed(context, books)
    page.goto(server + "index.html", wait_until="networkidle")
    page.evaluate("window.stays = true")
    for path in sample:
        if path == "404.html" or path == "index.html":
            continue
        page.evaluate(FOLLOW, server + path)
        until(page, "address => location.href === address && document.readyState === 'complete'", arg=server + path)
        page.wait_for_timeout(60)
        books.links |= dict.fromkeys(page.evaluate(LINKS), path)
    assert page.evaluate("window.stays"), "some page was opened anew, so instant navigation was not tried"
    assert elsewhere(books, server) == [] and books.complaints == []
    # The header stays, and what scripts make comes again: none of it may count from the page that was there before.
    assert len(books.links) > 1000 and astray(books, server, folder) == {}
    assert page.evaluate(STORED) == NOTHING and context.cookies() == []
    context.close()


def test_scripts_of_single_pages_run_each_time_that_the_page_comes(server: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server + "index.html", wait_until="networkidle")
    page.evaluate("window.stays = true")
    pages = {"jamfor/matris/index.html": "[data-matrix-filters] button", "redigera/nytt-avtal/index.html": ".aa-keep"}
    for path, made in [*pages.items()] * 2:
        page.evaluate(FOLLOW, server + path)
        page.wait_for_url(server + path)
        page.locator(made).first.wait_for()
    assert page.locator(".aa-keep").count() == 1
    assert page.evaluate("window.stays")


def test_only_a_choice_of_light_or_dark_is_stored(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    context.route("**/bundle.*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(server + "index.html")
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "slate", "before Material's script has run, the page is as the computer is set"
    context.unroute("**/bundle.*.js")
    page.reload(wait_until="networkidle")
    assert page.evaluate(STORED) == NOTHING
    page.get_by_title("Byt till ljust läge").click()
    assert page.evaluate(scheme) == "default"
    assert page.evaluate("Object.keys(localStorage)") == [urlsplit(server).path + ".__palette"]
    page.goto(server + "om/index.html", wait_until="networkidle")
    assert page.evaluate(scheme) == "default"
    context.close()


def test_what_somebody_puts_into_a_page_does_nothing(server: str, context: BrowserContext) -> None:
    hostile = (
        "<script>window.harm = 1</script><img src=x onerror='window.harm = 2'><base href='http://127.0.0.1:9/'>"
        "<p id=p style='position: fixed'>x</p><iframe src='http://127.0.0.1:9/'></iframe>"
        "<script src='http://127.0.0.1:9/x.js'></script>"
        "<form action='http://127.0.0.1:9/'><button id=b>x</button></form>"
    )

    def put(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<article", hostile + "<article", 1))

    context.route("**/om/index.html", put)
    context.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', (e) => broken.push(e.violatedDirective))"
    )
    page = context.new_page()
    page.goto(server + "om/index.html", wait_until="networkidle")
    page.evaluate("document.getElementById('b').click()")
    page.evaluate("fetch('http://127.0.0.1:9/').catch(() => {})")
    page.wait_for_timeout(100)
    assert page.evaluate("window.harm") is None
    assert page.evaluate("getComputedStyle(document.getElementById('p')).position") == "static"
    wanted = {
        "script-src-elem",
        "script-src-attr",
        "style-src-attr",
        "base-uri",
        "frame-src",
        "form-action",
        "connect-src",
    }
    assert wanted <= set(page.evaluate("broken"))
