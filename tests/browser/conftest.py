"""One real build of the real agreements, served at the address it was built for, and one real Chromium."""

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.heard import heard
from tests.browser.kinds import one_of_each
from tests.project import ROOT, build, copy_project

# The site lies below a path, as on many servers: what works there works at the root of a host too.
BELOW = "/avtal/"


class Quiet(SimpleHTTPRequestHandler):
    """A file server like those that others run: the site below a path, and its page for what is not there."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """The file behind an address; what lies outside the site is nowhere."""
        return super().translate_path(path.removeprefix(BELOW[:-1]) if path.startswith(BELOW) else "/ingenstans")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for an address that does not exist."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="session")
def address() -> str:
    """The address to build for: Material navigates instantly only where the site says that it lives."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}{BELOW}"


@pytest.fixture(scope="session")
def folder(address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    return build(copy_project(tmp_path_factory.mktemp("real") / "avtal å"), SITE_URL=address)


@pytest.fixture(scope="session")
def server(address: str, folder: Path) -> Iterator[str]:
    """The site, served."""
    port = urlsplit(address).port or 0
    with ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=str(folder))) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield address
        serving.shutdown()


@pytest.fixture(scope="session")
def sample(folder: Path) -> tuple[str, ...]:
    """A page of every kind."""
    return one_of_each(folder)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium that is there, or Debian's."""
    path = subprocess.run(
        [ROOT / "tests" / "ensure-chromium"], capture_output=True, text=True, check=True
    ).stdout.strip()
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def width() -> int:
    """How wide the window is. A test that must hold on a phone too gives both widths in its place."""
    return 1440


@pytest.fixture
def context(chromium: Browser, width: int) -> Iterator[BrowserContext]:
    """A fresh browser context, on whose pages no script may fail."""
    made = chromium.new_context(viewport={"width": width, "height": 900}, locale="sv-SE")
    made.set_default_timeout(10_000)
    told = heard(made)
    yield made
    made.close()
    assert told == []
