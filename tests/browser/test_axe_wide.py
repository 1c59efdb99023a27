"""axe-core finds nothing on any kind of page in a wide window, light and dark. The narrow ones: test_axe_narrow.py."""

from playwright.sync_api import BrowserContext

from tests.browser.axe import WIDE, audit, told


def test_no_violation(server: str, sample: tuple[str, ...], context: BrowserContext) -> None:
    each = audit(context.new_page(), server, sample, WIDE)
    found = [line for one in each for line in told(*one)]
    assert not found, "\n".join(found)
