"""The site built and served for a command that looks at it, at an address below a path, as in the tests.

In: nothing. Out: the address and the folder. Not here: the tests' own fixtures (conftest.py).
"""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.browser.conftest import BELOW, Quiet
from tests.project import build, copy_project


@contextmanager
def served() -> Iterator[tuple[str, Path]]:
    """Build for the address that it is then served at: the page for lost addresses only looks right there."""
    with tempfile.TemporaryDirectory() as folder, ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        address = f"http://127.0.0.1:{server.server_port}{BELOW}"
        site = build(copy_project(Path(folder) / "avtalsatlas"), SITE_URL=address)
        server.RequestHandlerClass = partial(Quiet, directory=str(site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address, site
        server.shutdown()
