"""axe-core finds nothing on any kind of page with all unfolded on a phone and at 400 % zoom, light, dark and forced."""

from playwright.sync_api import BrowserContext

from tests.browser.axe import NARROW, audit, told


def test_no_violation(server: str, sample: tuple[str, ...], context: BrowserContext) -> None:
    each = audit(context.new_page(), server, sample, NARROW)
    found = [line for one in each for line in told(*one)]
    assert not found, "\n".join(found)
