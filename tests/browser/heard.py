"""What pages complain of while a test goes on.

In: a browser context. Out: a list that fills by itself, to be held against `[]` at the end. Not here: what a test says
then. A listener must not fail by itself: an error within one ends playwright's connection, and with it all other tests.
"""

from playwright.sync_api import BrowserContext


def heard(context: BrowserContext, *, console: bool = False) -> list[str]:
    """The errors of scripts on every page of the context from now on, and on request what the browser itself tells the
    console: what breaks the policy, and what it could not fetch.
    """
    told: list[str] = []
    context.on("weberror", lambda each: told.append(str(each.error)))
    if console:
        context.on("console", lambda said: told.append(said.text) if said.type == "error" else None)
    return told
