"""The values that questions ask for: taken from facts, put in words, and held against each other.

In: the typed values of a fact. Out: values, their words, and whether two of them clash. Not here: the questions
(quiz_kinds.py).

Two values clash when one could be taken for the other: dates a few days apart, ages that nearly cover each other, names
that share a word. What clashes with anything that an agreement itself says is never offered there as a wrong answer.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from atlas.model.agreement import Atlas, Fact
from atlas.topics.common import TIMELESS, joined, often
from atlas.topics.dispute import ORDER
from atlas.topics.notice import BEFORE
from atlas.topics.target_group import ages_in_words

Value = Hashable
Values = Mapping[str, Any]
Often = tuple[int | None, str, bool]
Ages = tuple[int | None, int | None, str, str]


# --- names ------------------------------------------------------------------------------------------------------------

# Words that only point to the parties themselves: they may well mean the right one, and are never wrong answers.
_POINTING = re.compile(r"\b(respektive|varje|parter|huvudm|ovanst|varandra|de ingående|kommun|region|landsting)", re.I)
_LONG, _STEM = 5, 8
_PLACES = {True: "ska finnas i", False: "kan finnas i eller samverka med", None: "hör till"}


def points(name: str) -> bool:
    """Whether a name says too little to be plainly wrong: «respektive huvudman»."""
    return bool(_POINTING.search(name))


def names_clash(one: str, other: str) -> bool:
    """Whether two names share a word or its beginning: «ledningsgruppen» and «Ledningsgrupp» are one body."""
    return bool(_stems(one) & _stems(other)) or one.casefold() == other.casefold()


def _stems(name: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w+", name.casefold()) if len(word) >= _LONG}


def key(name: str) -> Callable[[Values], Value]:
    """The value of that name."""
    return lambda values: values.get(name)


def these(*values: Value) -> Callable[[Any], Iterable[Value]]:
    """Always the same wrong answers."""
    return lambda right: values


def body(atlas: Atlas, fact: Fact) -> str:
    """A body by its name as written, and what it is for where the name does not tell."""
    name, function = fact.values.get("body", ""), fact.values.get("function", "")
    told = atlas.name("bodies", function).lower() if function else ""
    return f"«{name}»" + (f" ({told})" if told and not names_clash(told, name) else "") if name else ""


def order(atlas: Atlas, fact: Fact) -> str:
    """In which order a dispute is taken: who decides first and who decides then are two questions."""
    return ORDER.options.get(fact.values.get("order", ""), "")


def place(atlas: Atlas, fact: Fact) -> str:
    """Whether a service must be there, may be, or is."""
    return _PLACES[fact.values.get("required")]


def report(atlas: Atlas, fact: Fact) -> str:
    """A report by its name as written, else by what it is about."""
    if "document" in fact.values:
        return f"«{fact.values['document']}»"
    return f"om {fact.values['content']}" if "content" in fact.values else "av verksamheten"


# --- dates, times, ages -----------------------------------------------------------------------------------------------

DAYS = tuple(f"{month:02}-{day}" for month, day in ((1, 31), (3, 31), (5, 31), (9, 30), (10, 31), (12, 15)))
_APART = 21
_YEARLY = {"week": 52, "month": 12, "term": 2, "year": 1}


def deadline(values: Values) -> Value:
    """A date that comes each year; one that does not is no habit to learn."""
    deadline = values.get("deadline", "")
    return deadline if len(deadline) == len("03-01") else None


def near_days(one: str, other: str) -> bool:
    """Whether two days of the year are less than three weeks apart."""
    first, second = (int(day[:2]) * 30 + int(day[3:]) for day in (one, other))
    return min((first - second) % 360, (second - first) % 360) < _APART


def times(values: Values, name: str = "every") -> Value:
    """How often, as (times, per, at least)."""
    found = values.get(name, {})
    return (found.get("times"), found["per"], bool(found.get("at_least"))) if "per" in found else None


def meets(values: Values) -> Value:
    """How often a body meets."""
    return times(values, "meets")


def times_words(value: Often) -> str:
    """How often, in words."""
    return often({"times": value[0], "per": value[1], "at_least": value[2]})


def times_clash(one: Often, other: Often) -> bool:
    """Whether `one` may hold where `other` does: «vid behov» may be any rate, and what happens thrice happens twice."""
    if one[1] in TIMELESS or other[1] in TIMELESS:
        return one[1] in TIMELESS
    mine, theirs = _rate(one), _rate(other)
    if one[2]:
        return mine <= theirs
    return mine >= theirs if other[2] else mine == theirs


def _rate(value: Often) -> int:
    return (value[0] or 1) * _YEARLY[value[1]]


def other_times(right: Often | None) -> Iterable[Value]:
    """Other rates, told in the same way as the right one."""
    at_least = bool(right and right[2])
    return ((times, per, at_least) for times, per in ((1, "year"), (2, "year"), (4, "year"), (1, "month"), (1, "week")))


def ages(values: Values) -> Value:
    """An age range as (from, to, until, how binding): only «främst» changes how the range itself reads."""
    ages = values.get("ages")
    mainly = values.get("modality") if values.get("modality") == "framst" else ""
    return (ages.get("from"), ages.get("to"), ages.get("until", ""), mainly) if ages else None


def ages_words(value: Ages) -> str:
    """An age range in words."""
    named = zip(("from", "to", "until"), value, strict=False)
    words = ages_in_words({name: each for name, each in named if each not in (None, "")})
    return f"främst {words}" if value[3] else words


def ages_clash(one: Ages, other: Ages) -> bool:
    """Ranges that begin and end within three years of each other. An event («barnet börjar skolan») is no known age."""
    begins = abs((one[0] or 0) - (other[0] or 0)) < 3
    return begins and (one[1] is None or other[1] is None or abs(one[1] - other[1]) < 3)


def age_for(atlas: Atlas, fact: Fact) -> str:
    """What an age range holds for: the place, or one service."""
    service = fact.values.get("service")
    return atlas.name("services", service).lower() if service else "familjecentralen"


def notice_words(value: tuple[int, str]) -> str:
    """The time of notice in words."""
    return joined(f"{value[0]} månader", BEFORE.options.get(value[1], ""))


def notice(values: Values) -> Value:
    """The time of notice: months, and what they are counted from."""
    return (values["months"], values.get("before", "")) if "months" in values else None


def other_notice(right: tuple[int, str] | None) -> Iterable[Value]:
    """Other times, counted from the same as the right one."""
    return ((months, right[1] if right else "any_time") for months in (3, 24, 9, 18))


def years_apart(right: str | None) -> Iterable[Value]:
    """The same day, some years off."""
    return (f"{int(right[:4]) + off}{right[4:]}" for off in (-3, 2, 4)) if right else ()


def either_longer(one: str, other: str) -> bool:
    """Whether one date is the other, or that told less exactly."""
    return one.startswith(other) or other.startswith(one)


# --- shares and yes or no ---------------------------------------------------------------------------------------------

_SHARES = {
    Fraction(1, 2): "hälften",
    Fraction(1, 3): "en tredjedel",
    Fraction(1, 4): "en fjärdedel",
    Fraction(1): "hela",
}


def share(values: Values) -> Value:
    """The share that each one named pays; none when they pay unlike shares."""
    shares = {payer["share"] for payer in values.get("paid_by", ())}
    return shares.pop() if len(shares) == 1 else None


def share_words(share: Fraction) -> str:
    """A share in words: «en fjärdedel»."""
    return _SHARES.get(share, str(share))


def payer(atlas: Atlas, fact: Fact) -> str:
    """Whose share it is: a party by its name, or each of those who pay."""
    payers = fact.values["paid_by"]
    if len(payers) > 1 or "party" not in payers[0]:
        return "var och en"
    agreement = next(each for each in atlas.agreements if each.id == fact.agreement)
    parties = (each.values for each in agreement.answers["parties"].facts if "names" in each.values)
    return next((each["names"][0] for each in parties if each.get("party") == payers[0]["party"]), "parten")


def yes_or_no(yes: str, no: str) -> Callable[[Any], str]:
    """Yes and no in words."""
    return lambda value: yes if value else no


def all_year(values: Values) -> Value:
    """Whether it is open all year round, and whether only as far as possible."""
    return (values["all_year"], bool(values.get("as_far_as_possible"))) if "all_year" in values else None


def all_year_words(value: tuple[bool, bool]) -> str:
    """Whether it is open all year round, in words."""
    return ("Ja, så långt det går" if value[1] else "Ja, alltid") if value[0] else "Nej"


def on_duty(name: str) -> Callable[[Values], Value]:
    """The value of that name, where the fact is about the duty to report."""
    return lambda values: values.get(name) if values.get("about") == "duty" else None
