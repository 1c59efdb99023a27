"""The search beside others on the same pages: what each finds of queries.yml, how large its index is, and how quick.

    python tests/search/compare.py [PYTHON]

In: the project. Out: a line for each question with its rank, and a table. Given the Python of an environment that has
`pagefind[bin]`, it also asks Pagefind and Material's own search, which takes a few minutes. They land on headings and
not on facts, so the right page without its anchor is counted too. later.yml: questions from after the search was made.
Not here: the test that holds the figure (tests/browser/test_search.py).
"""

import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from tests.project import build, copy_project  # noqa: E402
from tests.search.questions import Question, ask, questions  # noqa: E402

Found = list[tuple[Question, list[str], float]]
_FIRST = "uppsägning"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


def _size(folder: Path, *patterns: str) -> int:
    return sum(path.stat().st_size for pattern in patterns for path in folder.glob(pattern) if path.is_file())


def _first(page: Page, root: str, reach: str, field: str, hit: str) -> float:
    """Milliseconds from reaching for the search on a fresh page to the first result."""
    page.goto(root + "index.html")
    page.wait_for_load_state("networkidle")
    start = time.perf_counter()
    page.keyboard.press(reach)
    page.locator(field).press_sequentially(_FIRST)
    page.wait_for_selector(hit)
    return (time.perf_counter() - start) * 1000


def _ours(browser: Browser, site: Path) -> tuple[Found, float, int]:
    with _served(site) as root:
        page = browser.new_page(bypass_csp=True)
        first = _first(page, root, "/", ".aa-search-dialog .aa-search__field", ".aa-hit")
        page.goto(root + "sok/index.html")
        asked = questions() + questions("later.yml")
        found = [(each, [url.removeprefix(root) for url in urls], took) for each, urls, took in ask(page, asked)]
    return found, first, _size(site, "data/sok.js", "data/sok/**/*.js")


def _with_material(folder: Path) -> Path:
    """The same site with Material's own search in place of ours."""
    project = copy_project(folder)
    config = project / "mkdocs.yml"
    words = config.read_text(encoding="utf-8").replace("plugins: []", "plugins:\n  - search:\n      lang: sv")
    config.write_text(words, encoding="utf-8")
    header = project / "hooks" / "theme" / "partials" / "header.html"
    words = header.read_text(encoding="utf-8").replace("</header>", '{% include "partials/search.html" %}</header>')
    header.write_text(words.replace('class="aa-find"', 'class="aa-none"'), encoding="utf-8")
    return build(project)


def _material(browser: Browser, site: Path) -> tuple[Found, float, int]:
    field, hit = ".md-search__input", ".md-search-result__item a"
    found: Found = []
    with _served(site) as root:
        page = browser.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True)
        first = _first(page, root, "f", field, hit)
        for each in questions():
            # It answers keys, not values, and says when it has nothing to answer.
            page.locator(field).press("Control+a")
            page.keyboard.press("Backspace")
            page.wait_for_function(f"{_META} === 'Skriv sökord'")
            page.keyboard.type(each.query)
            page.wait_for_function(f"{_META} !== 'Skriv sökord'")
            page.wait_for_timeout(_SETTLES)
            urls = page.eval_on_selector_all(hit, "links => links.slice(0, 10).map(link => link.href)")
            found.append((each, [_bare(url, root) for url in urls], 0))
    return found, first, _size(site, "search/*")


_META = "document.querySelector('.md-search-result__meta').textContent.trim()"
_SETTLES = 150


def _bare(url: str, root: str) -> str:
    path, mark, anchor = url.removeprefix(root).partition("#")
    return path.partition("?")[0] + mark + anchor


_PAGEFIND = """async (query) => {
  const found = await (await import('/pagefind/pagefind.js')).search(query);
  const data = await Promise.all(found.results.slice(0, 10).map((each) => each.data()));
  return data.map((each) => each.sub_results[0]?.url ?? each.url);
}"""


def _pagefind(browser: Browser, site: Path, python: str) -> tuple[Found, float, int]:
    found: Found = []
    subprocess.run([python, "-m", "pagefind", "--site", str(site), "--quiet"], check=True)
    with _served(site) as root:
        page = browser.new_page(bypass_csp=True)
        page.goto(root + "index.html")
        start = time.perf_counter()
        page.evaluate(_PAGEFIND, _FIRST)
        first = (time.perf_counter() - start) * 1000
        for each in questions():
            start = time.perf_counter()
            # It leaves the name of the file out.
            urls = [re.sub(r"/(#|$)", r"/index.html\1", url[1:]) for url in page.evaluate(_PAGEFIND, each.query)]
            found.append((each, urls, (time.perf_counter() - start) * 1000))
    return found, first, _size(site, "pagefind/**/*")


def _pages(each: Question) -> set[str]:
    return {url.partition("#")[0] for url in each.right}


def _row(name: str, found: Found, first: float, size: int) -> str:
    exact = sum(1 <= each.rank(urls, "") <= 3 for each, urls, _ in found)
    pages = sum(bool(_pages(each) & {url.partition("#")[0] for url in urls[:3]}) for each, urls, _ in found)
    took = median(took for *_, took in found)
    each_took = f"{took:8.0f} ms" if took else "-"
    return f"{name:10} {exact:4} {pages:6} of {len(found)} {size / 1000:9.0f} kB {first:8.0f} ms {each_took:>11}"


def main(python: str = "") -> None:
    """Print it all."""
    chromium = subprocess.run([ROOT / "tests" / "ensure-chromium"], capture_output=True, text=True, check=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        browser = playwright.chromium.launch(executable_path=chromium.stdout.strip(), args=["--no-sandbox"])
        site = build(copy_project(folder / "ours"))
        ours = _ours(browser, site)
        for each, urls, took in ours[0]:
            rank = each.rank(urls, "")
            print(f"{'' if 1 <= rank <= 3 else 'MISS':4} {rank or '-':>2} {took:5.0f} ms  {each.tries:12} {each.query}")
        print(f"\n{'':10} {'right':>4} {'page':>5} in first 3 {'index':>9} {'first':>10} {'each':>11}")
        print(_row("ours", [each for each in ours[0] if each[0].tries != "later"], *ours[1:]))
        print(_row("later", [each for each in ours[0] if each[0].tries == "later"], *ours[1:]))
        if python:
            print(_row("Material", *_material(browser, _with_material(folder / "material"))))
            shutil.rmtree(folder / "material")
            print(_row("Pagefind", *_pagefind(browser, site, python)))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
