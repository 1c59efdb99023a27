"""Takes the guide's pictures: `python tests/pictures.py` builds the invented project and photographs it.

In: this project, and a Chromium. Out: docs/redigera/bilder/*.webp. Not here: what the pictures are said to show
(the guide), and whether they are small and told in words (tests/site/test_guide.py).
"""

import sys
import tempfile
from base64 import b64decode, b64encode
from html import escape
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from tests.project import CORPUS, build, copy_project, run  # noqa: E402

PICTURES = ROOT / "docs" / "redigera" / "bilder"
# Where the files are kept in the pictures: an address that nobody has.
REPOSITORY = {"REPOSITORY_HOST": "github", "REPOSITORY_URL": "https://git.example.org/redaktionen/avtalsatlas"}
_SHRINK = """async (address) => {
  const picture = new Image(); picture.src = address; await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width; canvas.height = picture.height;
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.toDataURL("image/webp", 0.82);
}"""
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
html { background: #20302c; }
body { margin: 0; width: 52rem; }
pre { margin: 0; padding: 1.1rem 1.3rem; background: #20302c; color: #eef3ee; font: 12.5px/1.5 monospace;
      white-space: pre-wrap; }
b { color: #ffd97a; font-weight: 400; }
</style><pre>%s</pre>"""


def _take(name: str, page: Page, what: Locator, below: int = 0) -> None:
    """One picture of one element, or of its upper part."""
    box = what.bounding_box()
    assert box
    around = 14
    clip = {"x": max(0, box["x"] - around), "y": max(0, box["y"] - around)}
    clip |= {"width": box["width"] + 2 * around, "height": (below or box["height"]) + 2 * around}
    raw = page.screenshot(clip=clip, full_page=True, animations="disabled")  # type: ignore[arg-type]
    shrunk = page.context.new_page()
    address = shrunk.evaluate(_SHRINK, "data:image/png;base64," + b64encode(raw).decode())
    shrunk.close()
    (PICTURES / f"{name}.webp").write_bytes(b64decode(address.partition(",")[2]))


def _finding(folder: Path) -> str:
    """What the check says of a quote that does not stand in the text, as a terminal shows it."""
    file = folder / "agreements" / "exempel" / "kommun-2014" / "agreement.yml"
    right = file.read_text("utf-8")
    wrong = right.replace("quote: Uppsägningstiden är tolv", "quote: Uppsägningstiden är sex").replace(
        "      months: 12\n", ""
    )
    file.write_text(wrong, "utf-8")
    told = run(folder, "hooks/cli.py", "check").stdout
    file.write_text(right, "utf-8")
    lines = [f"<b>{escape(line)}</b>" if " A204 " in line else escape(line) for line in told.strip().split("\n")]
    return _TERMINAL % "\n".join(["$ python hooks/cli.py check", *lines])


def main() -> None:
    """All of them."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = copy_project(Path(temporary) / "projekt", CORPUS)
        site = build(folder, **REPOSITORY)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": 900, "height": 1400}, device_scale_factor=1.5, locale="sv-SE", color_scheme="light"
        )
        page = context.new_page()
        page.goto((site / "jamfor/notice/index.html").as_uri())
        fact = page.locator(".aa-fact", has_text="Uppsägningstiden är tolv månader").first
        fact.locator("summary").click()
        page.mouse.move(0, 0)
        _take("foresla-andring", page, fact.locator("xpath=ancestor::*[self::tr or self::li or self::section][1]"))
        page.goto((site / "redigera/nytt-avtal/index.html").as_uri())
        page.locator("[data-form] select").first.wait_for()
        _take("nytt-avtal", page, page.locator("article").first, below=516)
        # A page of its own: the site's policy on content would forbid this one its style.
        page = context.new_page()
        page.set_content(_finding(folder))
        _take("fel", page, page.locator("pre"))
        browser.close()


if __name__ == "__main__":
    main()
