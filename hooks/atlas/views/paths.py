"""A reading path per role: what a newcomer reads first, where each agreement stands in it, and how long it takes.

In: the model, a role, and how many words there are to read on the general pages. Out: `Path`. Not here: counting the
words of a page, which only the site has, and choosing a place (way_in.py).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median_low

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.model.once import once
from atlas.views.key_values import key_values
from atlas.views.laws import statutes
from atlas.views.names import row_id, short_name
from atlas.views.quiz import quiz, quiz_url
from atlas.views.roles import Role, roles
from atlas.views.roles_asked import asked
from atlas.views.roles_bodies import around

WORDS_A_MINUTE = 200
# The step on the reader's own role.
ROLE = "roll"


@dataclass(frozen=True, slots=True)
class Own:
    """Where an agreement stands in a step: the address to read at, or none when it has nothing there.

    `status` is its answer where it is not simply stated, and `words` how many words of it the step asks to read.
    """

    agreement: Agreement
    name: str
    url: str
    status: str
    words: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its page, what the reader gets to know, what to read of it, and every agreement's own place."""

    id: str
    title: str
    gains: str
    reads: str
    url: str
    own_label: str
    own: tuple[Own, ...]
    minutes: int

    @property
    def general(self) -> bool:
        """Whether there is something to read also for somebody whose agreement is not here."""
        return self.url in GENERAL


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of a role."""

    role: Role
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long the path takes: each step by itself, since nobody stops in the middle of a minute."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A step before any role or agreement is known. `topics` answer it, the first that has facts leads on."""

    id: str
    title: str
    gains: str
    reads: str
    url: str
    own_label: str
    topics: tuple[str, ...]


_KINDS = (
    _Kind(
        "vad",
        "Vad är en familjecentral?",
        "Du får veta vilka verksamheter som finns där, och vem som menar vad med ordet.",
        "Läs sidan, och raden om ditt avtal i tabellerna.",
        "ny/vad/index.html",
        "Orden i avtalet",
        ("definition", "services"),
    ),
    _Kind(
        "avtal",
        "Ditt avtal i korthet",
        "Du får veta vad avtalet vill, vilka det är till för och hur länge det gäller.",
        "Läs rutan överst på avtalets sida, och det som är markerat om syfte och målgrupp.",
        "avtal/index.html",
        "Avtalets sida",
        ("purpose", "target_group"),
    ),
    _Kind(
        ROLE,
        "Din roll",
        "Du får veta vad avtalet ber dig och din verksamhet om, vilka du möter och vem du kan fråga.",
        "Läs delen om ditt avtal. Det som rör alla kan vänta.",
        "",
        "Din roll enligt",
        (),
    ),
    _Kind(
        "vilka",
        "Vilka arbetar här?",
        "Du får veta vilka yrken du möter, och vad avtalen kallar dem.",
        "Läs sidan, och raden om ditt avtal i tabellen.",
        "ny/vilka/index.html",
        "Orden i avtalet",
        ("responsibilities",),
    ),
    _Kind(
        "styrning",
        "Så styrs den",
        "Du får veta vilka grupper som bestämmer, på vilken nivå och hur ofta de möts.",
        "Läs sidan, och grupperna i ditt avtal.",
        "ny/styrning/index.html",
        "Orden i avtalet",
        ("governance",),
    ),
    _Kind(
        "tystnadsplikt",
        "Vad får jag berätta?",
        "Du får veta vilken lag som gäller dig, och vad avtalet lägger till.",
        "Läs lagen först, sedan svaren från ditt avtal.",
        "ny/tystnadsplikt/index.html",
        "Orden i avtalet",
        ("secrecy",),
    ),
    _Kind(
        "orolig",
        "Orolig för ett barn",
        "Du får veta vad du gör om du blir orolig, steg för steg.",
        "Läs stegen, sedan svaren från ditt avtal.",
        "ny/orolig/index.html",
        "Orden i avtalet",
        ("duty_to_report",),
    ),
    _Kind(
        "aret",
        "Året",
        "Du får veta vad som återkommer varje år, och vem som ansvarar.",
        "Läs vad ditt avtal säger om redovisning. Titta på hjulet, om ditt län har ett.",
        "ny/aret/index.html",
        "Orden i avtalet",
        ("reporting",),
    ),
    _Kind(
        "fragor",
        "Kan jag det här?",
        "Du får se vad du minns, och läsa det du vill läsa igen.",
        "Svara på frågorna om ditt avtal.",
        "ny/fragor/index.html",
        "Frågor om",
        (),
    ),
)

# The pages that are the same for all, whose words the paths need.
GENERAL = tuple(kind.url for kind in _KINDS if kind.topics and kind.id != "avtal")


def minutes(words: int) -> int:
    """How long it takes to read some words, in whole minutes, rounded up."""
    return -(-words // WORDS_A_MINUTE)


def in_sentence(role: Role) -> str:
    """The name of a role within a sentence; an abbreviation keeps its capitals."""
    return role.name if role.name[1:2].isupper() else role.name[:1].lower() + role.name[1:]


def paths(atlas: Atlas, page_words: Mapping[str, int]) -> tuple[Path, ...]:
    """The path of every role. `page_words` counts what there is to read for all on a general page, by its address."""
    return tuple(reading_path(atlas, role, page_words) for role in roles(atlas))


def reading_path(atlas: Atlas, role: Role, page_words: Mapping[str, int]) -> Path:
    """The path of a role."""
    return Path(role, tuple(_step(atlas, role, kind, page_words) for kind in _KINDS))


def _step(atlas: Atlas, role: Role, kind: _Kind, page_words: Mapping[str, int]) -> Step:
    own = tuple(_own(atlas, role, kind, agreement) for agreement in atlas.agreements)
    # Agreements are not equally long; one time for all of them is that of the one in the middle.
    middle = median_low(each.words for each in own) if own else 0
    law = _count(statute.says for topic in kind.topics for statute in statutes(atlas, topic))
    words = page_words.get(kind.url, 0) + law + middle
    title = f"{kind.title}: {in_sentence(role)}" if kind.id == ROLE else kind.title
    url = kind.url or role.url
    return Step(kind.id, title, kind.gains, kind.reads, url, kind.own_label, own, minutes(words))


def _own(atlas: Atlas, role: Role, kind: _Kind, agreement: Agreement) -> Own:
    name = short_name(atlas, agreement)
    # Only what stands on the page of a role is another for another role.
    words = _count(_of_role(atlas, role, agreement)) if kind.id == ROLE else _for_all(atlas, kind.id, agreement)
    if kind.id in _ADDRESS:
        return Own(agreement, name, _ADDRESS[kind.id](role, agreement), "", words)
    answers = [agreement.answers[topic] for topic in kind.topics]
    answer = next((each for each in answers if each.facts), answers[0])
    status = answer.status if answer.status != "stated" else ""
    return Own(agreement, name, answer.facts[0].url if answer.facts else "", status, words)


@once
def _for_all(atlas: Atlas, kind_id: str, agreement: Agreement) -> int:
    kind = next(each for each in _KINDS if each.id == kind_id)
    return _count(_WORDS.get(kind_id, _said)(atlas, kind, agreement))


_ADDRESS: Mapping[str, Callable[[Role, Agreement], str]] = {
    "avtal": lambda _, agreement: agreement.url,
    ROLE: lambda role, agreement: f"{role.url}#{row_id(agreement)}",
    "fragor": lambda _, agreement: quiz_url(agreement),
}


def _count(texts: Iterator[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _said(atlas: Atlas, kind: _Kind, agreement: Agreement) -> Iterator[str]:
    """All that an agreement says on the topics of a step."""
    yield from (fact.says for topic in kind.topics for fact in agreement.answers[topic].facts)


def _in_short(atlas: Atlas, kind: _Kind, agreement: Agreement) -> Iterator[str]:
    """The box at the top of its page, and the marked words with how they were read."""
    for each in key_values(agreement):
        yield from (each.label, *each.cell.brief)
    yield from _said(atlas, kind, agreement)
    yield from (fact.quote for topic in kind.topics for fact in agreement.answers[topic].facts)


def _of_role(atlas: Atlas, role: Role, agreement: Agreement) -> Iterator[str]:
    """What stands open on the page of the role: its own, its service's, and who is around."""
    demands, people = asked(atlas, role, agreement), around(atlas, role, agreement)
    facts: list[Fact] = [*demands.own, *demands.service, *demands.other, *people.asks]
    facts += [fact for body in (*people.meets, *people.decides) for fact in (*body.who, *body.named)]
    yield from (fact.says for fact in facts)


def _of_work(atlas: Atlas, kind: _Kind, agreement: Agreement) -> Iterator[str]:
    """The row of the table names who has duties; the duties themselves are for the step on the role."""
    actors = {fact.values["actor"] for fact in agreement.answers[kind.topics[0]].facts if "actor" in fact.values}
    yield from sorted(str(actor) for actor in actors)


def _of_bodies(atlas: Atlas, kind: _Kind, agreement: Agreement) -> Iterator[str]:
    """Which groups there are, how often they meet and who calls them; their tasks are counted there, not read."""
    facts = agreement.answers[kind.topics[0]].facts
    yield from (fact.says for fact in facts if "meets" in fact.values or "convener" in fact.values)
    yield from (fact.values["body"] for fact in facts if "body" in fact.values)


def _of_quiz(atlas: Atlas, kind: _Kind, agreement: Agreement) -> Iterator[str]:
    """The questions with their options, and the words that answer them."""
    for question in quiz(atlas, agreement).questions:
        yield question.ask
        yield from (option.words for option in question.options)
        yield from [question.fact.says, question.fact.quote] if question.fact else []


_WORDS: Mapping[str, Callable[[Atlas, _Kind, Agreement], Iterator[str]]] = {
    "avtal": _in_short,
    "vilka": _of_work,
    "styrning": _of_bodies,
    "fragor": _of_quiz,
}
