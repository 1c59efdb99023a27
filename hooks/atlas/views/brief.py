"""What to bring to a meeting on one agreement: how it differs from the others of its county, and what is unclear in it.

In: the model. Out: `Brief`, made of words only, so that a page and a document tell the same. Not here: their looks.

An agreement that is alone in its county is not held against anybody: the brief tells what it says, and how many others
take the topic up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics import TOPICS
from atlas.topics.agreement_file import RELATION
from atlas.topics.common import when
from atlas.topics.topic import STATUSES, Topic
from atlas.views.comparison import spread, taken_up
from atlas.views.dates import CalendarDay, day_words, series_of
from atlas.views.keys import DIFFERS, SAME, UNREAD, WORDS, verdict
from atlas.views.names import short_name
from atlas.views.overlap import MANY, of_agreement
from atlas.views.sheet import remark
from atlas.views.table import cell_of

ANSWERS, QUIET = "answers", "quiet"
# The parts in their order: id, title, what it means. The last two only name topics.
_PARTS = (
    (DIFFERS, "Det som skiljer", "Avtalen svarar olika, eller med olika värden."),
    (WORDS, "Det som bara står i ord", "Alla svarar, men utan värden som går att jämföra. Läs ordalydelsen."),
    (SAME, "Det som är lika", "Avtalen svarar lika, så långt värdena går att jämföra. Orden kan ändå skilja sig."),
    (ANSWERS, "Det som avtalet säger", "Inget annat avtal från länet finns på webbplatsen att jämföra med."),
    (QUIET, "Det som inte regleras", "Texterna är lästa för de här ämnena, och de svarar inte. Det är ingen brist."),
    (UNREAD, "Det som inte är granskat", "Alla texter är ännu inte lästa för de här ämnena."),
)
NAMES_ONLY = (QUIET, UNREAD)
_UNCLEAR = ("ambiguous", "placeholder", "delegated")
_MOST_IN_SHORT = 3
# How many others a brief is held against where a county has many. See docs/decisions/0012.
MOST_BESIDE = 5
# What has to be said of every list of days.
DATES = "Räknat ur avtalens egna ord. Ett datum betyder inte att avtalet gäller i dag."


@dataclass(frozen=True, slots=True)
class Line:
    """One fact, in words: its topic's id and name, status, our sentence, their words and where these stand."""

    topic: str
    name: str
    status: str
    says: str
    quote: str
    clause: str
    to: str
    remark: str
    url: str


@dataclass(frozen=True, slots=True)
class Side:
    """How one agreement answers a topic. `short` is the answer in a few words."""

    name: str
    url: str
    status: str
    also: tuple[str, ...]
    short: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic: this agreement's side first, then the others of the county.

    `spread` counts the agreements of the whole site by status, and `told` says it in a few words.
    """

    topic: str
    name: str
    sides: tuple[Side, ...]
    spread: tuple[tuple[str, int], ...]
    told: str


@dataclass(frozen=True, slots=True)
class Part:
    """Topics of which the same can be said. `named` when it is enough to name them."""

    id: str
    title: str
    lead: str
    subjects: tuple[Subject, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Read:
    """Who has read an agreement, when, and what is known of whether it holds. `open` are the questions that leaves."""

    name: str
    title: str
    kind: str
    url: str
    binds: bool
    read: str
    in_force: str
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """Days that follow from an agreement, as views/dates.py counts them; those with days ahead of the clock only.

    `next` is the first day ahead, in words. What is next for the reader, only the reader's own clock knows.
    """

    name: str
    what: str
    rule: str
    pattern: str
    often: str
    dates: tuple[CalendarDay, ...]
    next: str
    url: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it. `reads` has this agreement first, then the others of its county; `overlaps` are relations in words.

    `left` is how many of the county's agreements it is not held against, since they are too many for one brief.
    """

    id: str
    name: str
    county: str
    county_id: str
    reads: tuple[Read, ...]
    parts: tuple[Part, ...]
    unclear: tuple[Line, ...]
    overlaps: tuple[str, ...]
    counted: int
    dates: tuple[Coming, ...]
    left: int = 0

    @property
    def rest(self) -> str:
        """What is said of those that it is not held against; empty when there are none."""
        others = f"De närmaste avtalen i länet. {self.left} till finns på webbplatsen"
        return f"{others} och är inte med här." if self.left else ""

    @property
    def alone(self) -> bool:
        """Whether the county has no other agreement here."""
        return len(self.reads) == 1

    @property
    def title(self) -> str:
        """Its title."""
        return title_of(self.name)


def title_of(name: str) -> str:
    """The title of the brief on the agreement of that name."""
    return f"Underlag: {name}"


def briefs(atlas: Atlas, clock: str) -> tuple[Brief, ...]:
    """A brief for every agreement, templates included."""
    return tuple(brief(atlas, agreement, clock) for agreement in atlas.agreements)


def brief(atlas: Atlas, agreement: Agreement, clock: str) -> Brief:
    """The brief on one agreement."""
    others = nearest(atlas, agreement)
    sides = [agreement, *others]
    sorted_in: dict[str, list[Subject]] = {id: [] for id, *_ in _PARTS}
    for topic in TOPICS.values():
        sorted_in[_part_of(sides, topic.id)].append(_subject(atlas, sides, topic))
    return Brief(
        agreement.id,
        short_name(atlas, agreement),
        atlas.name("counties", agreement.county),
        agreement.county,
        tuple(read_of(atlas, each) for each in sides),
        tuple(
            Part(id, title, lead, tuple(sorted_in[id]), id in NAMES_ONLY) for id, title, lead in _PARTS if sorted_in[id]
        ),
        tuple(_line(fact) for status in _UNCLEAR for fact in agreement.facts if fact.status == status),
        tuple(overlaps_of(atlas, agreement)),
        sum(each.binds for each in atlas.agreements),
        tuple(sorted((day for each in sides for day in coming(atlas, each, clock)), key=lambda day: day.dates[0])),
        len(atlas.counties()[agreement.county]) - len(sides),
    )


def nearest(atlas: Atlas, agreement: Agreement) -> list[Agreement]:
    """The other agreements of its county that a brief holds it against: all, or where they are many the nearest.

    Nearest are those that apply in the same place, then those on the same level, then the rest as they stand.
    """
    others = [each for each in atlas.counties()[agreement.county] if each is not agreement]
    if len(others) < MANY:
        return others
    beside = [each for overlap in of_agreement(atlas, agreement) for each in overlap.pair]
    rest = sorted(others, key=lambda each: each.level != agreement.level)
    ranked = dict.fromkeys(each for each in (*beside, *rest) if each in others)
    return list(ranked)[:MOST_BESIDE]


def _part_of(sides: list[Agreement], topic: str) -> str:
    statuses = {each.answers[topic].status for each in sides}
    if "unread" in statuses:
        # An unread text may say anything: it neither differs nor agrees.
        return UNREAD
    if statuses == {"silent"}:
        return QUIET
    return verdict(sides, topic) if len(sides) > 1 else ANSWERS


def _subject(atlas: Atlas, sides: list[Agreement], topic: Topic) -> Subject:
    counts = tuple((status, len(who)) for status, who in spread(atlas, topic.id).items())
    told = f"{taken_up(atlas, topic.id)} av {sum(count for _, count in counts)} avtal tar upp det"
    return Subject(topic.id, topic.name, tuple(_side(atlas, each, topic) for each in sides), counts, told)


def _side(atlas: Atlas, agreement: Agreement, topic: Topic) -> Side:
    answer = agreement.answers[topic.id]
    return Side(
        short_name(atlas, agreement),
        agreement.url,
        answer.status,
        answer.also,
        _short(agreement, topic),
        tuple(_line(fact) for fact in answer.facts),
    )


def _short(agreement: Agreement, topic: Topic) -> str:
    """The answer in a few words: the first of its values, and how many statements there are. Empty without facts."""
    cell = cell_of(agreement.answers[topic.id])
    if not cell.facts:
        return ""
    values = " · ".join(cell.brief[:_MOST_IN_SHORT]) + (" …" if len(cell.brief) > _MOST_IN_SHORT else "")
    if len(cell.facts) == 1:
        return values or cell.facts[0].says
    count = f"{len(cell.facts)} uppgifter"
    return f"{values} ({count})" if values else count


def _line(fact: Fact) -> Line:
    topic = TOPICS[fact.topic]
    return Line(
        topic.id, topic.name, fact.status, fact.says, fact.quote, fact.clause[-1], fact.to, remark(fact), fact.url
    )


def read_of(atlas: Atlas, agreement: Agreement) -> Read:
    """What a brief tells of an agreement itself."""
    name, review = short_name(atlas, agreement), agreement.review
    known = agreement.in_force["answer"]
    if known == "okänt":
        in_force = "Okänt om det gäller i dag."
    else:
        says = "Gäller" if known == "ja" else "Gäller inte"
        in_force = f"{says}, kontrollerat {when(agreement.in_force['on'])}: {agreement.in_force['source']}"
    questions = (
        f"{name}: ingen har kontrollerat om det gäller i dag." if known == "okänt" and agreement.binds else "",
        f"{name}: texten har ändrats sedan den lästes. Läsningen behöver göras om." if not review.current else "",
    )
    return Read(
        name,
        agreement.title,
        agreement.kind_words,
        agreement.url,
        agreement.binds,
        f"{review.by.capitalize()}, {when(review.on)}",
        in_force if agreement.binds else f"{agreement.kind_words}, räknas inte som avtal.",
        tuple(question for question in questions if question),
    )


def coming(atlas: Atlas, agreement: Agreement, clock: str) -> Iterator[Coming]:
    """The agreement's days ahead. A series that has passed is left out: nobody can act on it."""
    for series in series_of(agreement, clock):
        ahead = series.ahead(clock)
        if ahead[0].isoformat() >= clock:
            yield Coming(
                short_name(atlas, agreement),
                series.what,
                series.rule,
                series.pattern,
                series.often,
                ahead,
                day_words(ahead[0]),
                series.facts[0].url,
            )


def overlaps_of(atlas: Atlas, agreement: Agreement) -> Iterator[str]:
    """How it hangs together with others: what is said of it, and what it says itself."""
    for relation in agreement.relations:
        target = atlas.by_id(relation.to) if relation.to else None
        name = short_name(atlas, target) if target else f"{relation.words} (finns inte på webbplatsen)"
        yield " ".join(
            part for part in (f"{RELATION.options[relation.kind].capitalize()} {name}.", relation.because) if part
        )


def labels(status: str, also: tuple[str, ...]) -> str:
    """A status and what else stands in the answer, in words."""
    rest = "".join(f", delvis {STATUSES[each].label.lower()}" for each in also)
    return STATUSES[status].label + rest
