"""Changes as pages and feeds show them: anchors, links that still lead somewhere, and how much of a long list is shown.

In: a renderer with the changes. Out: `Entry` and `Line` values. Not here: what changed (diff), and markup.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atlas.diff.past import Step
from atlas.diff.told import Told
from atlas.diff.told_facts import Sentence
from atlas.model.agreement import Agreement, Atlas
from atlas.site.page import Renderer

PATH = "andringar/index.md"
URL = "andringar/index.html"
ALL = "data/andringar.atom"
# How many changes of one agreement are shown at once, and how many at all.
_OPEN, _MOST = 6, 60
# How many a page shows in all before it stops at the next entry: some 600 kB.
MOST_ON_A_PAGE = 1500


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and its address, empty when nothing is there any more."""

    sentence: Sentence
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What changed in one agreement or document, or in the vocabulary, at one moment."""

    at: str
    anchor: str
    told: Told
    url: str
    lines: tuple[Line, ...]

    @property
    def day(self) -> str:
        """The day in ISO form."""
        return self.at[:10]

    @property
    def first(self) -> tuple[Line, ...]:
        """What is shown at once; one line more is not worth a fold."""
        return self.lines if len(self.lines) <= _OPEN + 1 else self.lines[:_OPEN]

    @property
    def folded(self) -> tuple[Line, ...]:
        """What is shown when asked for."""
        return self.lines[len(self.first) : _MOST]

    @property
    def left(self) -> int:
        """How many sentences are not shown."""
        return max(0, len(self.lines) - _MOST)


def entries(render: Renderer) -> tuple[Entry, ...]:
    """Everything that is known to have changed, the newest first."""
    here = _addresses(render.atlas)
    return tuple(entry_of(here, step, told) for step in _steps(render) for told in step.told)


def fitting(every: Iterable[Entry]) -> tuple[Entry, ...]:
    """The newest of them, as many as a page has room for; always one."""
    found: list[Entry] = []
    room = MOST_ON_A_PAGE
    for entry in every:
        room -= len(entry.first) + len(entry.folded)
        if found and room < 0:
            break
        found.append(entry)
    return tuple(found)


def entry_of(here: frozenset[str], step: Step, told: Told) -> Entry:
    """One of them; `here` are the addresses that lead somewhere."""
    anchor = f"a-{step.id[:10]}-{told.id.replace('/', '-') or 'ordlistan'}"
    return Entry(step.at, anchor, told, told.url if told.url in here else "", tuple(lines(here, told.sentences)))


def lines(here: frozenset[str], sentences: Iterable[Sentence]) -> Iterator[Line]:
    """Sentences with the addresses that lead somewhere."""
    for sentence in sentences:
        yield Line(sentence, sentence.url if sentence.url in here else "")


def addresses(render: Renderer) -> frozenset[str]:
    """Every address that a change can link to and that is here today."""
    return _addresses(render.atlas)


def _addresses(atlas: Atlas) -> frozenset[str]:
    documents = (*atlas.agreements, *atlas.documents)
    facts = (fact for each in documents if isinstance(each, Agreement) for fact in each.facts)
    return frozenset({each.url for each in documents} | {fact.url for fact in facts})


def feed_counties(render: Renderer) -> tuple[str, ...]:
    """The counties that have a feed: all that have texts here, or had. A feed that somebody follows stays."""
    atlas = render.atlas
    now = [*atlas.counties(), *(each.county for each in atlas.documents)]
    then = [told.county for step in _steps(render) for told in step.told if told.county]
    return tuple(dict.fromkeys((*now, *then)))


def feed_path(county: str) -> str:
    """Where a county's feed lies."""
    return f"data/andringar-{county}.atom"


def _steps(render: Renderer) -> tuple[Step, ...]:
    return render.changes.steps if render.changes else ()
