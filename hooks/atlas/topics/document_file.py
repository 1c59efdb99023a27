"""The shape of document.yml: what goes with agreements, part by part.

In: shapes. Out: `DOCUMENT`, `PARTS`, `NESTED`. Not here: what agreements and documents share (agreement_file.py).
A document has the parts that it needs: a report template has sections, a year wheel a year, a handbook tasks, a
self-reflection areas with statements, a scale, and steps.
"""

from dataclasses import replace

from atlas.topics.agreement_file import QUOTE, SHARED
from atlas.topics.shape import Choice, Day, Field, Many, Number, Record, Term, Words

DOCUMENT_KIND = Choice(
    {
        "rapportmall": "rapportmall",
        "arshjul": "årshjul",
        "handbok": "handbok",
        "sjalvreflektion": "självreflektion",
    }
)
# What a section of a report is filled in with.
FILL = Choice(
    {
        "title": "år och namn på familjecentralen",
        "fixed": "text som redan står i mallen",
        "text": "egen text",
        "statistics": "egen text och statistik",
        "results": "resultat",
        "goals": "mål",
        "analysis": "analys",
    }
)
# When a task is done. `always` is also what a text without any time means, so it needs no words in the quote.
RHYTHM = Choice(
    {
        "always": "löpande",
        "monthly": "varje månad",
        "yearly": "varje år",
        "start": "när någon börjar",
        "handover": "vid överlämning",
    }
)

_WORDS = {
    "quote": replace(QUOTE["quote"], help="Dokumentets egna ord, precis som de står.", required=True),
    "under": QUOTE["under"],
    "nth": QUOTE["nth"],
}
_ID = Field(Words(), "Ett kort ord som är unikt i filen och aldrig ändras.", required=True, example="egna-reflektioner")
_REST = {
    "note": Field(Words(), "En kommentar till läsaren.", example="Felstavat i originalet."),
    "because": Field(
        Words(),
        "Varför ett värde inte står där det ska kunna läsas.",
        example="Rutan för månaden är tom i originalet.",
    ),
}
_ENTRY = {"id": _ID, **_WORDS}

_ASK = Record(_WORDS)
_ASKS = Many(_ASK)

SECTION = Record(
    {
        **_ENTRY,
        "quote": replace(_WORDS["quote"], help="Avsnittets rubrik, precis som den står."),
        "asks": Field(_ASKS, "Anvisningarna under rubriken, en i taget.", example="[{quote: 'Antal svarande:'}]"),
        "fill": Field(FILL, "Vad avsnittet fylls i med.", required=True, example="text"),
        "statistics": Field(
            Many(Words(as_written=True)),
            "Statistik som anvisningarna ber om, med deras ord.",
            example="[besöksstatistik, antal gravida]",
        ),
        **_REST,
    }
)
YEAR_ENTRY = Record(
    {
        **_ENTRY,
        "quote": replace(_WORDS["quote"], help="Vad som görs, med dokumentets egna ord."),
        "says": Field(Words(), "En mening på klarspråk, när orden inte räcker.", example="Enkäten delas ut."),
        "month": Field(Number(1, 12, unit="month"), "Månadens nummer.", required=True, example="9"),
        "responsible": Field(
            Term(("bodies",), named_in_quote=True),
            "Vem som ansvarar: ett id ur bodies.yml, som nämns på samma rad.",
            example="roll_samordnare",
        ),
        "deadline": Field(Day(yearly=True), "Sista dagen, varje år: MM-DD.", example="02-28"),
        "document": Field(
            Words(as_written=True), "Dokumentet som lämnas eller läses.", example="Verksamhetsberättelsen"
        ),
        "weeks": Field(
            Many(Number(1, 53, unit="week"), or_one=True), "Veckornas nummer, om de anges.", example="[45, 46]"
        ),
        **_REST,
    }
)
TASK = Record(
    {
        **_ENTRY,
        "says": Field(
            Words(), "Uppgiften i en mening på klarspråk.", required=True, example="Du leder familjecentralens möten."
        ),
        "rhythm": Field(
            RHYTHM, "När uppgiften görs; always när texten inte nämner någon tid.", required=True, example="handover"
        ),
        "month": Field(Number(1, 12, unit="month"), "Månadens nummer, om den anges.", example="9"),
        **_REST,
    }
)
STATEMENT = Record(
    {
        **_ENTRY,
        "quote": replace(_WORDS["quote"], help="Påståendet, utan sitt namn."),
        "name": Field(
            Words(as_written=True),
            "Påståendets namn, som det står före påståendet.",
            required=True,
            example="Deltagande",
        ),
        **_REST,
    }
)
AREA = Record(
    {
        **_ENTRY,
        "quote": replace(_WORDS["quote"], help="Områdets namn, precis som det står."),
        "statements": Field(
            Many(STATEMENT),
            "Påståendena i området.",
            required=True,
            example="[{id: deltagande, name: Deltagande, quote: Alla kan delta.}]",
        ),
        **_REST,
    }
)
STEP = Record(
    {
        **_ENTRY,
        "quote": replace(_WORDS["quote"], help="Stegets rubrik, precis som den står."),
        "number": Field(Number(1, 20, unit="step"), "Stegets nummer.", required=True, example="1"),
        "name": Field(
            Words(as_written=True), "Stegets namn, utan nummer.", required=True, example="Individuell uppfattning"
        ),
        "asks": Field(_ASKS, "Vad man gör i steget, en anvisning i taget.", example="[{quote: Enas om en bild.}]"),
        **_REST,
    }
)

SCALE = Record(
    {
        **_ENTRY,
        "quote": replace(_WORDS["quote"], help="Det som står om hur skalan används."),
        "ends": Field(
            _ASKS,
            "Orden vid skalans ändar, i den ordning de står.",
            required=True,
            example="[{quote: Stämmer}, {quote: Stämmer inte}]",
        ),
        "steps": Field(Number(2, 10, unit="step"), "Antalet steg, om det anges.", example="5"),
        **_REST,
    }
)

# The parts whose entries are cited, and the lists within entries whose items are entries too.
PARTS: dict[str, Record] = {
    "sections": SECTION,
    "year": YEAR_ENTRY,
    "tasks": TASK,
    "areas": AREA,
    "scales": SCALE,
    "steps": STEP,
}
NESTED: dict[str, Record] = {"statements": STATEMENT, "asks": _ASK, "ends": _ASK}

_PART_HELP = {
    "sections": "Avsnitten i en rapportmall, i ordning.",
    "year": "Årshjulet: en post för varje sak som görs.",
    "tasks": "Uppgifterna i en handbok, en i taget.",
    "areas": "Områdena i en självreflektion, med sina påståenden.",
    "scales": "Skalan i en självreflektion, om texten har någon.",
    "steps": "Stegen i en självreflektion, i ordning.",
}

DOCUMENT = Record(
    {
        "title": SHARED["title"],
        "kind": Field(DOCUMENT_KIND, "Vilket slags dokument det är.", required=True, example="rapportmall"),
        "relates": SHARED["relates"],
        "source": SHARED["source"],
        "reviewed": SHARED["reviewed"],
        "notes": SHARED["notes"],
        **{name: Field(Many(record), _PART_HELP[name]) for name, record in PARTS.items()},
    }
)
