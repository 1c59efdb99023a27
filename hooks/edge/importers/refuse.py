"""The one way in which a reader says no.

In: nothing. Out: `Refused`. Not here: why.
"""


class Refused(Exception):
    """A file that is not read; the message is one Swedish sentence that says why and what would help."""
