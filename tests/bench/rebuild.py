"""What a server does after each edit, without the server.

    python tests/bench/rebuild.py PROJECT SITE EDITS.json

In: a project, the folder that it is served from, and edits: a list of steps, each a list of [path, old words, new
words] (no old words: the whole file; no new words either: it goes). Out: a line of JSON for the first build and for
each step: seconds by the clock and of the processor, and how many pages were written. Not here: what it is held
against.
"""

import json
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig


def main(project: Path, site: Path, steps: list[list[list[str]]]) -> None:
    """Build, and build again after each step."""
    for step in [[], *steps]:
        for path, old, new in step:
            edit(project / path, old, new)
        written = rebuild(project, site)
        print(json.dumps(written), flush=True)


def rebuild(project: Path, site: Path) -> dict[str, float]:
    """One build as `make serve` makes it. The folder knows what was written before."""
    config: MkDocsConfig = load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=False)
    config.plugins.on_startup(command="serve", dirty=True)
    before, start, worked = _times(site), time.monotonic(), time.process_time()
    build(config, dirty=True)
    took, cpu, after = time.monotonic() - start, time.process_time() - worked, _times(site)
    return {"seconds": took, "cpu": cpu, "pages": sum(before.get(path) != moment for path, moment in after.items())}


def edit(path: Path, old: str, new: str) -> None:
    """Change a file as an editor would."""
    if old:
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{path} does not say {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    elif new:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new, encoding="utf-8")
    else:
        path.unlink()


def _times(site: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_mtime_ns for path in site.rglob("index.html")}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text(encoding="utf-8")))
