"""How often Python looks for garbage while much is read and little thrown away.

In: nothing. Out: the collector of this process, set. Not here: what is read.
"""

import gc

# Objects made since the last look, and how many looks before the older ones are looked at too. Python's own numbers
# make it go through a growing model again and again: reading 350 agreements takes a third longer, and no less memory.
_SELDOM = (50_000, 20, 100)


def collect_seldom() -> None:
    """Look for garbage seldom from now on."""
    gc.set_threshold(*_SELDOM)
