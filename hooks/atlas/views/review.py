"""When each text is to be read again: the day that follows from its last review, and what is behind.

In: the model. Out: `Reviewing`. Not here: what day it is (the reader's browser knows), and any finding: that a text
waits to be read is a state.
"""

from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Document
from atlas.model.once import once
from atlas.topics.agreement_file import REVIEW_MONTHS
from atlas.topics.topic import Topic
from atlas.views.dates import CalendarDay, add_months, day_of
from atlas.views.names import row_id, short_name


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A text with the last day that it should be read again.

    `rule` says how the day was counted, `unread` are the topics that nobody has read it for.
    """

    document: Document
    name: str
    due: CalendarDay
    rule: str
    unread: tuple[Topic, ...]

    @property
    def waits(self) -> bool:
        """Whether the text is another than the one that its facts were held against."""
        return not self.document.review.current

    @property
    def id(self) -> str:
        """Where its row stands on the page."""
        return row_id(self.document)


def due_of(document: Document) -> CalendarDay:
    """The last day that a text should be read again."""
    read = day_of(document.review.on)
    assert read  # its shape has a day
    return add_months(read, document.review.every_months or REVIEW_MONTHS)


@once
def reviews(atlas: Atlas) -> tuple[Reviewing, ...]:
    """All texts: those that have changed first, then by the day that they should be read again."""
    found = [_reviewing(atlas, each) for each in (*atlas.agreements, *atlas.documents)]
    return tuple(sorted(found, key=lambda each: (not each.waits, each.due)))


def _reviewing(atlas: Atlas, document: Document) -> Reviewing:
    answers = document.answers.values() if isinstance(document, Agreement) else ()
    unread = tuple(answer.topic for answer in answers if answer.status == "unread")
    return Reviewing(document, short_name(atlas, document), due_of(document), _rule(document), unread)


def _rule(document: Document) -> str:
    months = document.review.every_months
    since = f"{months or REVIEW_MONTHS} månader efter den senaste granskningen."
    return since if months else f"{since} Tiden är vårt förslag."
