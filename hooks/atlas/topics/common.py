"""The parts that every fact has, whatever its topic, and the words in which values are read aloud.

In: shapes. Out: the fields of a fact, periods, and small helpers for briefs. Not here: what only one topic has.
"""

from atlas.topics.shape import Choice, Field, Many, Number, Record, Term, Words
from atlas.topics.topic import Values

PER = Choice(
    {
        "week": "vecka",
        "month": "månad",
        "term": "termin",
        "year": "år",
        "need": "vid behov",
        "agreed": "enligt överenskommelse",
    }
)
# Told without a number of times.
TIMELESS = ("need", "agreed")
MODALITY = Choice({"ska": "ska", "bor": "bör", "kan": "kan", "far": "får", "mal": "är ett mål", "framst": "främst"})
LEVEL = Choice({"county": "län", "municipality": "kommun", "district": "stadsdel", "centre": "familjecentral"})

EVERY = Record(
    {
        "times": Field(
            Number(1, 366), "Hur många gånger; utelämnas vid behov eller enligt överenskommelse.", example="2"
        ),
        "per": Field(PER, "Under vilken tid.", required=True, example="year"),
    }
)
LAW = Record(
    {
        "as_written": Field(
            Words(as_written=True), "Hänvisningen precis som den står i avtalet.", required=True, example="OSL"
        ),
        "act": Field(Term(("laws",)), "Lagens id i ordlistan laws.yml.", required=True, example="osl"),
        "section": Field(Words(as_written=True), "Paragrafen precis som den står i avtalet.", example="25 kap."),
    }
)

# Values that a fact on any topic may carry.
ANY_TOPIC = {
    "modality": Field(MODALITY, "Hur bindande det är: ska, bör, kan, får, mål eller främst.", example="ska"),
    "every": Field(EVERY, "Hur ofta.", example="{times: 1, per: year}"),
    "amount": Field(
        Record(
            {
                "sek": Field(Number(0, 999_999_999), "Belopp i hela kronor.", required=True, example="5000"),
                "per": Field(PER, "Under vilken tid.", example="year"),
            }
        ),
        "Ett belopp i kronor.",
    ),
    "law": Field(Many(LAW, or_one=True), "Lagen som avtalet hänvisar till, en eller flera."),
}


MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)


def when(date: str) -> str:
    """A date as Swedes write it: «21 september 2018», «mars 2022», «2014», and «1 mars» for the yearly `03-01`."""
    parts = date.split("-")
    if len(parts[0]) == 2:
        return f"{int(parts[1])} {MONTHS[int(parts[0]) - 1]}"
    words = [parts[0], *(MONTHS[int(month) - 1] for month in parts[1:2]), *(str(int(day)) for day in parts[2:])]
    return " ".join(reversed(words))


def often(values: Values) -> str:
    """How often, in words: `{times: 2, per: year}` → «2 gånger per år»."""
    if not values:
        return ""
    times, per = values.get("times"), values.get("per", "")
    if per in TIMELESS:
        return PER.options[per]
    if times is None or not per:
        return ""
    words = f"{times} {'gång' if times == 1 else 'gånger'} per {PER.options[per]}"
    return f"minst {words}" if values.get("at_least") else words


def joined(*parts: str) -> str:
    """The parts that are not empty, with commas between."""
    return ", ".join(part for part in parts if part)
