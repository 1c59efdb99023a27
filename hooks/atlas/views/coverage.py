"""How much of a text has been read into facts: every sentence, and what became of it.

In: the model. Out: `Coverage`. Not here: the rule that nothing may be passed over (check/coverage.py), and any grade: a
text that regulates much in few sentences is not better read than another.
"""

from dataclasses import dataclass

from atlas.load.markdown import Clause
from atlas.load.quotes import Match
from atlas.load.statements import Statement, statements
from atlas.model.agreement import Agreement, Atlas, Fact, LeftOut
from atlas.topics.agreement_file import LEFT_OUT


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or list item: its words, whether it regulates, the facts that quote it, or why none does."""

    words: str
    regulates: bool
    facts: tuple[Fact, ...]
    left_out: LeftOut | None

    @property
    def became(self) -> str:
        """`quoted`, `left_out`, `open` (it regulates, and nobody has said anything of it) or `plain`."""
        if self.facts:
            return "quoted"
        return "left_out" if self.left_out else "open" if self.regulates else "plain"

    @property
    def reason(self) -> str:
        """Why it is left out, in words."""
        return LEFT_OUT.options[self.left_out.reason] if self.left_out else ""


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """A clause: the name of its heading, its address on the site, and its passages."""

    name: str
    url: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to leave passages out, and the passages."""

    words: str
    passages: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """An agreement's text, passage by passage, and the counts of it.

    `complete` says that every topic has been read for; then the check holds that nothing is open.
    """

    agreement: Agreement
    clauses: tuple[ClauseCoverage, ...]
    reasons: tuple[Reason, ...]
    complete: bool

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in the order of the text."""
        return tuple(passage for clause in self.clauses for passage in clause.passages)

    @property
    def total(self) -> int:
        """How many sentences and list items there are."""
        return len(self.passages)

    @property
    def regulating(self) -> int:
        """How many of them regulate something."""
        return sum(passage.regulates for passage in self.passages)

    def regulating_that(self, became: str) -> int:
        """How many regulate and have become this."""
        return sum(passage.regulates and passage.became == became for passage in self.passages)

    @property
    def other_quoted(self) -> int:
        """How many that no verb marks as regulating are quoted all the same."""
        return sum(not passage.regulates and passage.became == "quoted" for passage in self.passages)

    @property
    def url(self) -> str:
        """The address of the page that shows it."""
        return coverage_url(self.agreement)


def coverage_url(agreement: Agreement) -> str:
    """The page with the coverage of an agreement, from the site's root."""
    return f"avtal/{agreement.id}/tackning/index.html"


def coverages(atlas: Atlas) -> tuple[Coverage, ...]:
    """The coverage of every agreement."""
    return tuple(coverage(agreement) for agreement in atlas.agreements)


def coverage(agreement: Agreement) -> Coverage:
    """The coverage of one agreement."""
    found = list(statements(agreement.text))
    clauses = tuple(
        _clause(agreement, number, clause, [each for each in found if each.clause == number])
        for number, clause in enumerate(agreement.text.clauses)
    )
    reasons = tuple(
        Reason(words, tuple(each for each in agreement.left_out if each.reason == id))
        for id, words in LEFT_OUT.options.items()
    )
    complete = all(answer.status != "unread" for answer in agreement.answers.values())
    return Coverage(
        agreement,
        tuple(clause for clause in clauses if clause.passages),
        tuple(reason for reason in reasons if reason.passages),
        complete,
    )


def _clause(agreement: Agreement, number: int, clause: Clause, found: list[Statement]) -> ClauseCoverage:
    facts = [fact for fact in agreement.facts if fact.match.clause == number]
    left_out = [each for each in agreement.left_out if each.match and each.match.clause == number]
    passages = tuple(_passage(clause, each, facts, left_out) for each in found)
    anchor = f"#{clause.anchor}" if clause.anchor and clause.level else ""
    return ClauseCoverage(clause.path[-1], agreement.url + anchor, passages)


def _passage(clause: Clause, place: Statement, facts: list[Fact], left_out: list[LeftOut]) -> Passage:
    return Passage(
        clause.blocks[place.block].words.text[place.start : place.end].strip(),
        place.regulates,
        tuple(fact for fact in facts if _touches(fact.match, place)),
        next((each for each in left_out if each.match and _touches(each.match, place)), None),
    )


def _touches(match: Match, place: Statement) -> bool:
    """Whether a quote of the same clause has words of the passage."""
    return any(
        part.block == place.block and part.start < place.end and place.start < part.end for part in match.stretches
    )
