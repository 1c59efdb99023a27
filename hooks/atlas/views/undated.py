"""What gives no date, and why: times that are counted from something that happens, and what the facts do not support.

In: an agreement and its series. Out: `Undated`, and in words whether an agreement is in force. Not here: dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics.common import when
from atlas.views.dates import WITHOUT_DATES, answered, counted_from, series_of, terms
from atlas.views.table import Cell, cell_of

_TEMPLATE = "En mall eller ett förslag har inga egna datum. De kommer med det avtal som skrivs efter texten."
_ARTICLES = {"mall": "en", "forslag": "ett"}
_READINGS = " Texten kan läsas på mer än ett sätt."


@dataclass(frozen=True, slots=True)
class Undated:
    """Something to watch without a date: `words` say what it is counted from, or why nothing can be counted.

    `counted` tells a time counted from an event from one that is missing.
    """

    agreement: Agreement
    topic: str
    what: str
    words: str
    facts: tuple[Fact, ...]
    counted: bool = False

    @property
    def cell(self) -> Cell:
        """How the agreement answers, with the facts that say so."""
        answer = self.agreement.answers[self.topic]
        return cell_of(answer, self.facts) if self.facts else Cell(answer.status)


def all_undated(atlas: Atlas, clock: str) -> tuple[Undated, ...]:
    """Everything without a date, agreement by agreement."""
    return tuple(each for agreement in atlas.agreements for each in undated_of(agreement, clock))


def undated_of(agreement: Agreement, clock: str) -> tuple[Undated, ...]:
    """What an agreement has without a date: first what is counted from an event, then what cannot be counted."""
    if agreement.kind in WITHOUT_DATES:
        facts = agreement.answers["term"].facts
        return (Undated(agreement, "term", "Alla datum", _TEMPLATE, facts), *_unclear_notice(agreement))
    if agreement.in_force["answer"] == "nej":
        return (Undated(agreement, "term", "Kommande datum", standing(agreement), ()),)
    kinds = {series.kind for series in series_of(agreement, clock)}
    counted = (*_notice_from_a_day(agreement), *_coordinator(agreement))
    return (
        *counted,
        *(_start(agreement) if "start" not in kinds else ()),
        *_unclear_notice(agreement),
        *(_no_notice(agreement)),
        *(_revision(agreement) if "revision" not in kinds else ()),
        *_reporting(agreement),
    )


def standing(agreement: Agreement) -> str:
    """Whether an agreement is in force, in words. What nobody has asked about is unknown, whatever its dates say."""
    answer = agreement.in_force
    if agreement.kind in WITHOUT_DATES:
        return f"Gäller inte i sig: texten är {_ARTICLES[agreement.kind]} {agreement.kind_words.lower()}."
    if answer["answer"] != "okänt":
        words = "Gäller" if answer["answer"] == "ja" else "Gäller inte"
        return f"{words} enligt kontroll {when(answer['on'])}: {answer['source'].rstrip('.')}."
    readings = terms(agreement)
    if any(term.renewal for term in readings):
        return "Okänt om det gäller i dag: det förlängs av sig självt, och ingen har kontrollerat om det är uppsagt."
    if answered(agreement, "term", "until_further_notice"):
        return "Okänt om det gäller i dag: det gäller tills vidare, och ingen har kontrollerat om det är uppsagt."
    return "Okänt om det gäller i dag: ingen har kontrollerat det med parterna."


def reliance(agreement: Agreement) -> str:
    """What to know before relying on an agreement's dates: whether it is in force, and whether its text has changed."""
    stale = (
        "" if agreement.review.current else " Texten har ändrats sedan den lästes: datumen behöver granskas på nytt."
    )
    return standing(agreement) + stale


# --- counted from something that happens ----------------------------------------------------------------------------


def _notice_from_a_day(agreement: Agreement) -> Iterator[Undated]:
    for fact in answered(agreement, "notice", "months"):
        if fact.values.get("before") == "any_time":
            words = f"{fact.values['months']} månader från den dag någon säger upp avtalet."
            yield Undated(agreement, "notice", "Uppsägningstid", words, (fact,), True)


def _coordinator(agreement: Agreement) -> Iterator[Undated]:
    for fact in answered(agreement, "coordinator", "term_years"):
        aim = " Det är ett mål, inte ett krav." if fact.values.get("modality") == "mal" else ""
        words = f"{fact.values['term_years']} år från den dag uppdraget börjar.{aim}"
        yield Undated(agreement, "coordinator", "Samordnarens uppdrag", words, (fact,), True)


# --- what cannot be derived -----------------------------------------------------------------------------------------


def _by_status(agreement: Agreement, topic: str, otherwise: str) -> str:
    """Why a topic gives nothing, after how it is answered."""
    answer = agreement.answers[topic]
    to = " och ".join(dict.fromkeys(fact.to for fact in answer.facts if fact.to))
    return {
        "silent": "Hela texten är läst, och den säger inget om det.",
        "unread": "Ingen har ännu läst texten för det här ämnet.",
        "placeholder": "Uppgiften ska fyllas i.",
        "delegated": f"Texten lämnar frågan till {to}.",
    }.get(answer.status, otherwise)


def _start(agreement: Agreement) -> Iterator[Undated]:
    partial = answered(agreement, "term", "from")
    words = "Texten säger inte vilken dag avtalet börjar gälla."
    if partial:
        words = f"Texten anger {when(partial[0].values['from'])} men ingen dag."
    facts = partial or agreement.answers["term"].facts
    yield Undated(agreement, "term", "Avtalets startdag", _by_status(agreement, "term", words), facts)


def _unclear_notice(agreement: Agreement) -> Iterator[Undated]:
    by_reason: dict[str, list[Fact]] = {}
    for fact in answered(agreement, "notice", "months"):
        if reason := _why_unclear(agreement, fact):
            by_reason.setdefault(reason + (_READINGS if fact.status == "ambiguous" else ""), []).append(fact)
    for reason, facts in by_reason.items():
        yield Undated(agreement, "notice", "Sista dag att säga upp avtalet", reason, tuple(facts))


def _why_unclear(agreement: Agreement, fact: Fact) -> str:
    months, before = fact.values["months"], fact.values.get("before")
    if before == "any_time" or (before == "end_of_term" and any(term.last for term in terms(agreement))):
        return ""
    if before == "other":
        return f"De {months} månaderna räknas från ett datum som texten inte gör klart."
    if before is None:
        return f"Texten säger inte vad de {months} månaderna räknas från."
    ends = answered(agreement, "term", "to")
    if ends:
        return f"Tiden räknas från avtalstidens slut. Texten anger {when(ends[0].values['to'])} men ingen dag."
    return "Tiden räknas från avtalstidens slut, men texten anger inget slut."


def _no_notice(agreement: Agreement) -> Iterator[Undated]:
    if not answered(agreement, "notice", "months"):
        words = _by_status(agreement, "notice", "Texten anger ingen uppsägningstid.")
        yield Undated(agreement, "notice", "Uppsägning", words, agreement.answers["notice"].facts)


def _revision(agreement: Agreement) -> Iterator[Undated]:
    facts = answered(agreement, "revision", "every_years")
    words = _by_status(agreement, "revision", "Texten säger inte hur ofta avtalet ska ses över.")
    if facts and not counted_from(agreement):
        words = "Texten säger hur ofta, men varken startdag eller beslutsdag är känd att räkna från."
    elif facts:
        words = "Avtalstiden går ut innan det är dags."
    facts = facts or agreement.answers["revision"].facts
    yield Undated(agreement, "revision", "När avtalet ska ses över", words, facts)


def _reporting(agreement: Agreement) -> Iterator[Undated]:
    facts, dated = agreement.answers["reporting"].facts, answered(agreement, "reporting", "deadline")
    rest = tuple(fact for fact in facts if _recurs_without_a_day(fact) and not _same_report(fact, dated))
    if rest:
        words = "Texten säger hur ofta det ska redovisas, men inte vilken dag."
        yield Undated(agreement, "reporting", "Redovisning utan dag", words, rest)
    elif not dated:
        words = _by_status(agreement, "reporting", "Texten anger ingen dag för redovisningen.")
        yield Undated(agreement, "reporting", "Redovisning", words, facts)


def _recurs_without_a_day(fact: Fact) -> bool:
    return "every" in fact.values and "deadline" not in fact.values and fact.status in ("stated", "ambiguous")


def _same_report(fact: Fact, dated: tuple[Fact, ...]) -> bool:
    """Whether another fact gives this report its day."""
    name = fact.values.get("document", "")
    return any(same_document(name, each.values.get("document", "")) for each in dated)


def same_document(one: str, other: str) -> bool:
    """Whether two names are of one document: «verksamhetsberättelsen» is «verksamhetsberättelse för 2020»."""
    first, second = (name.casefold().partition(" ")[0] for name in (one, other))
    return bool(first and second) and (first.startswith(second) or second.startswith(first))
