"""The kinds of questions: what is asked, which typed value answers it, and which other values are plainly wrong.

In: nothing. Out: `KINDS`, a table; a new kind of question is one more entry. Not here: how a question is put together
(quiz.py), and what values are (quiz_values.py).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from atlas.model.agreement import Atlas, Fact
from atlas.topics.common import when
from atlas.topics.coordinator import PER as COORDINATED
from atlas.topics.revision import brief as revised
from atlas.topics.staff_costs import PAID_BY
from atlas.views import quiz_values as of
from atlas.views.quiz_values import Value, Values


def _nothing(value: Any) -> Iterable[Value]:
    return ()


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def _no_subject(atlas: Atlas, fact: Fact) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question.

    `ask` is the question; `{it}` becomes «avtalet», «mallen» and so on, `{about}` what `about` makes of the fact: facts
    about different things make different questions. `unnamed` stands for `{about}` where the text is silent. `value`
    takes what answers from a fact's values (none: they do not), `words` say it. `wrong` makes wrong answers of the same
    type by rule, the right one (or none) being known; with `others` the values of other agreements may be wrong
    answers. `clash` says whether two values could be taken for each other. `silent`: it is also asked where the text is
    silent. `names`: the values are names, as written. `vocabulary`: they are ids of it, and all its terms may be
    wrong answers that the agreement's text never mentions.
    """

    id: str
    topic: str
    ask: str
    value: Callable[[Values], Value]
    words: Callable[[Any], str] = str
    wrong: Callable[[Any], Iterable[Value]] = _nothing
    clash: Callable[[Any, Any], bool] = _equal
    about: Callable[[Atlas, Fact], str] = _no_subject
    others: bool = True
    silent: bool = False
    names: bool = False
    vocabulary: str = ""
    unnamed: str = ""

    @property
    def subject(self) -> bool:
        """Whether it can only be asked about something that has a name."""
        return self.about is of.body


def _names(
    id: str,
    topic: str,
    ask: str,
    value: Callable[[Values], Value],
    wrong: tuple[str, ...],
    about: Callable[[Atlas, Fact], str] = _no_subject,
    others: bool = True,
    silent: bool = False,
    unnamed: str = "",
) -> Kind:
    """A kind whose answers are names."""
    return Kind(
        id, topic, ask, value, wrong=of.these(*wrong), clash=of.names_clash, about=about, others=others, silent=silent,
        names=True, unnamed=unnamed,
    )  # fmt: skip


# The topics are taken up in this order, one question from each before a second from any.
KINDS = (
    Kind(
        "ages", "target_group", "Vilken ålder på barnen anger {it} för {about}?", of.ages, of.ages_words,
        of.these((7, 12, "", ""), (13, 20, "", ""), (0, 2, "", "")), of.ages_clash, of.age_for,
    ),
    Kind(
        "services", "services", "Vilken av de här verksamheterna {about} familjecentralen, enligt {it}?",
        of.key("service"), about=of.place, vocabulary="services",
    ),
    _names(
        "convener", "governance", "Vem kallar {about} till möte?", of.key("convener"),
        ("samordnaren", "länssamordnaren", "ledamöterna turas om"), of.body,
    ),
    Kind(
        "deadline", "reporting", "När ska redovisningen {about} senast lämnas?", of.deadline, when,
        of.these(*of.DAYS), of.near_days, of.report,
    ),
    Kind(
        "notice", "notice", "Hur lång tid i förväg ska {it} sägas upp?", of.notice, of.notice_words, of.other_notice,
        lambda one, other: one[0] == other[0], silent=True,
    ),
    Kind(
        "extent", "coordinator", "Hur stort får eller bör samordnarens uppdrag vara, som mest?", of.key("max_percent"),
        lambda percent: f"{percent} procent av heltid", of.these(10, 25, 50, 100),
    ),
    Kind(
        "year_round", "opening", "Ska familjecentralen vara öppen året om, enligt {it}?", of.all_year,
        of.all_year_words, of.these((True, False), (False, False)), lambda one, other: one[0] == other[0],
        others=False, silent=True,
    ),
    _names(
        "reported_to", "duty_to_report", "Vart går en anmälan om oro för ett barn, enligt {it}?",
        of.on_duty("recipient"), ("polisen", "ledningsgruppen", "samordnaren"),
    ),
    _names(
        "dispute", "dispute", "Vem avgör {about} en tvist, enligt {it}?", of.key("decided_by"),
        ("länsstyrelsen", "samordnaren", "Socialstyrelsen"), of.order, silent=True,
    ),
    Kind(
        "fee", "visitor_fee", "Kostar det något att besöka familjecentralen, enligt {it}?", of.key("free"),
        of.yes_or_no("Nej, det är gratis", "Ja, det kostar"), of.these(True, False), others=False, silent=True,
    ),
    Kind(
        "revision", "revision", "Hur ofta ska {it} ses över?", of.key("every_years"),
        lambda years: revised({"every_years": years}), of.these(1, 2, 3, 5, 10), silent=True,
    ),
    Kind(
        "staff", "staff_costs", "Vem betalar för personalen, enligt {it}?", of.key("paid_by"),
        lambda id: PAID_BY.options[id], of.these(*PAID_BY.options), others=False, silent=True,
    ),
    Kind(
        "budget", "joint_costs", "Finns det en gemensam budget, enligt {it}?", of.key("joint_budget"),
        of.yes_or_no("Ja", "Nej"), of.these(True, False), others=False, silent=True,
    ),
    Kind(
        "from", "term", "Från när gäller {it}?", of.key("from"), when, of.years_apart, of.either_longer,
    ),
    Kind(
        "survey", "parent_survey", "Hur ofta frågas föräldrarna vad de tycker, enligt {it}?", of.times,
        of.times_words, of.other_times, of.times_clash, silent=True,
    ),
    Kind(
        "meets", "governance", "Hur ofta möts {about}?", of.meets, of.times_words, of.other_times, of.times_clash,
        of.body,
    ),
    _names(
        "recipient", "reporting", "Vem får redovisningen {about}?", of.key("recipient"),
        ("Socialstyrelsen", "länsstyrelsen", "föräldrarna"), of.report, silent=True, unnamed="av verksamheten",
    ),
    Kind(
        "share", "coordinator", "Hur stor del av kostnaden för samordnaren betalar {about}?", of.share,
        of.share_words, of.these(Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(1)), about=of.payer,
    ),
    _names(
        "who_reports", "duty_to_report", "Vem ska anmäla oro för ett barn, enligt {it}?", of.on_duty("applies_to"),
        ("bara cheferna", "bara socialtjänsten", "bara samordnaren"), others=False,
    ),
    _names(
        "appoints_body", "governance", "Vem utser {about}?", of.key("appointed_by"),
        ("länsstyrelsen", "samordnaren", "personalen gemensamt"), of.body,
    ),
    Kind(
        "years", "coordinator", "Hur länge är det tänkt att uppdraget som samordnare ska gälla?", of.key("term_years"),
        lambda years: f"{years} år", of.these(1, 2, 5, 6),
    ),
    _names(
        "reports_to", "coordinator", "Vem rapporterar samordnaren till?", of.key("reports_to"),
        ("länsstyrelsen", "kommunfullmäktige", "Socialstyrelsen"),
    ),
    _names(
        "appoints", "coordinator", "Vem utser samordnaren?", of.key("appointed_by"),
        ("länsstyrelsen", "kommunfullmäktige", "personalen gemensamt"),
    ),
    Kind(
        "per", "coordinator", "Vad ska eller bör ha en egen samordnare, enligt {it}?", of.key("per"),
        lambda id: f"varje {COORDINATED.options[id]}", of.these(*COORDINATED.options), others=False, silent=True,
    ),
)  # fmt: skip

# Topics for «Säger avtalet något om …?», asked where one of three holds: the text says, refers on, or is silent.
ANSWERED = {
    "duty_to_report": "skyldigheten att anmäla oro för ett barn",
    "coordinator": "samordnare",
    "staff_costs": "vem som betalar för personalen",
    "induction": "hur nya medarbetare introduceras",
    "insurance": "försäkringar",
    "premises": "lokaler",
    "duty_to_inform": "att parterna ska informera varandra",
    "secrecy": "tystnadsplikt och samtycke",
    "renegotiation": "omförhandling",
    "parent_survey": "enkäter till föräldrar",
}
