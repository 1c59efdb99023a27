"""Waiting in a page whose policy forbids `eval`.

In: a page, and an expression or a function as text. Out: nothing, once it is true. Not here: what is waited for.
Playwright's own `wait_for_function` asks again by `eval` within the page, which the site's policy rightly stops.
"""

from typing import Any

import pytest
from playwright.sync_api import Error, Page

_STEP, _STEPS = 50, 400  # milliseconds between two looks, and how many


def until(page: Page, expression: str, arg: Any = None) -> None:
    """Look until `expression` is true, and fail when it never is."""
    for _ in range(_STEPS):
        try:
            if page.evaluate(expression, arg):
                return
        except Error as error:
            # The page was on its way to the next address.
            if "context was destroyed" not in str(error):
                raise
        page.wait_for_timeout(_STEP)
    pytest.fail(f"never true: {expression}")
