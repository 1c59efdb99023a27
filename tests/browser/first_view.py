"""What a first view of a page weighs: all that a browser fetches for it, sent as servers send it, text with gzip.

    make first-view

In: a built site and what a page asked for. Out: bytes, and for the command a table with a row for every kind of page.
Not here: the walk of the tests (test_private.py), and how long it takes (tests/lighthouse.py).
"""

import gzip
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from os import environ
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from playwright.sync_api import Browser, Request, sync_playwright  # noqa: E402

from tests.browser.conftest import BELOW  # noqa: E402
from tests.browser.kinds import kinds, one_of_each  # noqa: E402
from tests.browser.served import served  # noqa: E402

MOST = 250_000
# The one page that may weigh more: every topic and every agreement.
LARGEST = "jamfor/matris/index.html"
PACKED = {".html": "sidan", ".css": "stilar", ".js": "skript", ".json": "annat", ".svg": "annat", ".xml": "annat"}
_AS_IS = {".woff2": "typsnitt"}
PARTS = ("sidan", "stilar", "skript", "typsnitt", "annat")


def weigh(site: Path, base: str, asked: Iterable[str]) -> Counter[str]:
    """The bytes of what was asked for, by what it is. `base` is the path below which the site lies."""
    found: Counter[str] = Counter()
    for url in asked:
        path = site / urlsplit(url).path.removeprefix(base)
        data = path.read_bytes()
        part = {**PACKED, **_AS_IS}.get(path.suffix, "annat")
        found[part] += len(gzip.compress(data, 6)) if path.suffix in PACKED else len(data)
    return found


def too_heavy(views: Mapping[str, int]) -> dict[str, int]:
    """The pages whose first view weighs more than it may."""
    return {path: weight for path, weight in views.items() if weight > MOST and path != LARGEST}


def table(views: Mapping[str, Counter[str]], kind_of: Mapping[str, str]) -> Iterator[str]:
    """A line for every page that stands for its kind, the heaviest first, in kB."""
    yield f"{'första visningen, kB med gzip':48}{'allt':>8}" + "".join(f"{part:>10}" for part in PARTS) + "   slag"
    for path, view in sorted(views.items(), key=lambda each: (-each[1].total(), each[0])):
        parts = "".join(f"{view[part] / 1000:10.1f}" for part in PARTS)
        yield f"{path:48}{view.total() / 1000:8.1f}{parts}   {kind_of[path]}"


def _asked(browser: Browser, address: str) -> list[str]:
    """What a browser that has nothing asks for when a page is opened."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="sv-SE")
    found: list[str] = []

    def ask(request: Request) -> None:
        found.append(request.url)

    context.on("request", ask)
    context.new_page().goto(address, wait_until="networkidle")
    context.close()
    return found


def main() -> int:
    """Print the table. The exit code is 1 when a page weighs more than it may."""
    views: dict[str, Counter[str]] = {}
    with served() as (address, site), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=environ["CHROMIUM"], args=["--no-sandbox"])
        for path in one_of_each(site):
            views[path] = weigh(site, BELOW, _asked(browser, address + path))
        browser.close()
        told = [*table(views, kinds(site))]
    print(*told, sep="\n")
    heavy = too_heavy({path: view.total() for path, view in views.items()})
    print(f"\nHögst {MOST / 1000:.0f} kB: {'HÅLLER INTE: ' + ', '.join(heavy) if heavy else 'håller'}.")
    return 1 if heavy else 0


if __name__ == "__main__":
    raise SystemExit(main())
