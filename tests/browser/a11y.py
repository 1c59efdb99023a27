"""What axe-core and the Nu Html Checker find on the built site: every kind of page, every window, every rule.

    make a11y

In: the project. Out: a table, and every violation. The tests run the same with fewer windows (axe.py says which).
"""

import sys
from collections import Counter
from os import environ
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from playwright.sync_api import sync_playwright  # noqa: E402

from tests.browser.axe import ALL, Window, audit, told  # noqa: E402
from tests.browser.kinds import kinds, one_of_each  # noqa: E402
from tests.browser.nu import errors  # noqa: E402
from tests.browser.served import served  # noqa: E402


def main() -> int:
    """Print what is found. The exit code is 1 when there is anything."""
    lines: list[str] = []
    broken: dict[Window, Counter[str]] = {window: Counter() for window in ALL}
    with served() as (address, site), sync_playwright() as playwright:
        pages, found = one_of_each(site), kinds(site)
        browser = playwright.chromium.launch(executable_path=environ["CHROMIUM"], args=["--no-sandbox"])
        page = browser.new_context(locale="sv-SE").new_page()
        for path, window, violations in audit(page, address, pages, ALL, True):
            broken[window].update(each.rule for each in violations)
            lines += told(path, window, violations)
        browser.close()
        wrong = errors(site)
    print(*lines, *wrong, sep="\n")
    print(f"Slags sidor: {len(set(found.values()))}. Prövade sidor: {len(pages)} av {len(found)}.\n")
    print(f"{'Fönster':14}{'Sidor':>6}{'Brott':>7}  Regler")
    for window, rules in broken.items():
        print(f"{window!s:14}{len(pages):6}{rules.total():7}  {dict(rules) or '–'}")
    print(f"\nNu Html Checker: {len(found)} sidor, {len(wrong)} fel.")
    return 1 if lines or wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
