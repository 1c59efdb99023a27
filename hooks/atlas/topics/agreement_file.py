"""The shape of agreement.yml, but for the typed values, which each topic brings, and what documents share with it.

In: shapes. Out: `AGREEMENT`, `FACT`, `SHARED`. Not here: the topics themselves, and documents (document_file.py).
"""

from dataclasses import replace

from atlas.topics.common import ANY_TOPIC, LEVEL
from atlas.topics.shape import Choice, Day, Field, Many, Number, Record, Term, Words
from atlas.topics.topic import STATUSES, Topic

KIND = Choice(
    {
        "avtal": "avtal",
        "overenskommelse": "överenskommelse",
        "mall": "mall",
        "riktlinje": "riktlinje",
        "vagledning": "vägledning",
        "avsiktsforklaring": "avsiktsförklaring",
        "uppdrag": "uppdrag",
        "forslag": "förslag",
    }
)
# Counts of agreements take only these: a template or a proposal binds nobody (Fixed).
BINDING_KINDS = ("avtal", "overenskommelse")
RELATION = Choice(
    {
        "complements": "kompletterar",
        "replaces": "ersätter",
        "requires": "förutsätter",
        "belongs_to": "hör till",
        "overlaps": "gäller samtidigt som",
    }
)
IN_FORCE = Choice({"ja": "ja", "nej": "nej", "okänt": "okänt"})
# How long a reading of a text is counted as fresh, unless its editors say otherwise. Our own proposal.
REVIEW_MONTHS = 24
# Why a passage that could be a fact is none.
LEFT_OUT = Choice(
    {
        "formalia": "underskrifter, exemplar och dokumentuppgifter",
        "bakgrund": "historia och sammanhang som inte reglerar något här",
        "annat_dokument": "sådant som ett annat dokument reglerar",
        "upprepning": "samma sak är citerad på ett annat ställe",
        "inledning": "en inledande rad utan eget innehåll",
    }
)
FACT_STATUS = Choice({id: status.label for id, status in STATUSES.items() if id not in ("silent", "unread")})

QUOTE = {
    "quote": Field(Words(), "Avtalets egna ord, precis som de står.", example=">-"),
    "under": Field(
        Words(),
        "Ord ur rubriken eller inledningsraden ovanför, när citatet står på flera ställen.",
        example="6. Avtalstid",
    ),
    "nth": Field(Number(1, 99), "Vilket i ordningen, när citatet står på flera ställen.", example="2"),
}

FACT = {
    "id": Field(
        Words(), "Ett kort ord som är unikt i filen och aldrig ändras.", required=True, example="uppsagning-tid"
    ),
    "status": Field(
        FACT_STATUS, "Hur texten svarar; utelämnas när den anger svaret.", example="delegated", default="stated"
    ),
    "to": Field(Words(), "Vart frågan lämnas, när status är delegated.", example="lokalt hyresavtal"),
    "says": Field(
        Words(),
        "En hel mening på klarspråk, skriven av redaktionen.",
        required=True,
        example="Uppsägningstiden är tolv månader.",
    ),
    **QUOTE,
    "note": Field(Words(), "En kommentar till läsaren.", example="Texten säger inte vad tiden räknas från."),
    "because": Field(Words(), "Varför ett värde inte står ordagrant i citatet.", example="Året står i rubriken."),
    **ANY_TOPIC,
}


def fact_record(topic: Topic, delegated: bool = False) -> Record:
    """The shape of a fact on a topic. `to` is where a question is left when `delegated`, else the topic's own value."""
    fields = {**topic.fields, "to": FACT["to"]} if delegated else topic.fields
    return Record({**FACT, **fields})


REVIEWED = Record(
    {
        "on": Field(Day(), "När fakta senast hölls mot texten.", required=True, example="2026-11-21"),
        "by": Field(Words(), "Vem som gjorde det: en funktion, aldrig ett namn.", required=True, example="redaktionen"),
        "text": Field(Words(), "Textens fingeravtryck.", required=True, example="3f9c04b1a2d7"),
        "found": Field(
            Words(), "Vad granskningen visade, när inget behövde ändras.", example="Alla fakta stämde 2026-11-21."
        ),
        "every_months": Field(
            Number(1, 120),
            "Hur ofta fakta hålls mot texten, i månader.",
            example="12",
            default=str(REVIEW_MONTHS),
        ),
        "owner": Field(Words(), "Vem som ser till att det görs: en funktion, aldrig ett namn.", example="redaktionen"),
    }
)

SHARED = {
    "title": Field(Words(), "Dokumentets namn.", required=True, example="Överenskommelse om familjecentral"),
    "relates": Field(
        Many(
            Record(
                {
                    "as": Field(RELATION, "Hur de hänger ihop.", required=True, example="overlaps"),
                    "to": Field(Words(), "Det andra avtalets id.", example="exempel/kommun-2014"),
                    "words": Field(Words(), "Vad det är, när det inte finns på webbplatsen.", example="lokala avtal"),
                    **QUOTE,
                    "because": Field(
                        Words(), "Varför, när texten inte säger det själv.", example="Båda gäller kommunen."
                    ),
                }
            )
        ),
        "Andra avtal och dokument som det här hänger ihop med.",
    ),
    "source": Field(
        Record(
            {
                "held_by": Field(Words(), "Vem som har originalet.", example="Region Exempel"),
                "reference": Field(Words(), "Diarienummer eller dokument-id.", example='"222162"'),
                "retrieved": Field(Day(), "När texten hämtades.", example="2026-11-21"),
            }
        ),
        "Var originalet finns.",
        required=True,
    ),
    "reviewed": Field(REVIEWED, "Vem som har hållit fakta mot vilken text.", required=True),
    "notes": Field(
        Many(
            Record(
                {
                    **QUOTE,
                    "note": Field(
                        Words(), "Vad läsaren behöver veta.", required=True, example="Hänvisningen saknar nummer."
                    ),
                }
            )
        ),
        "Kommentarer till ställen i texten, till exempel fel i originalet.",
    ),
}

AGREEMENT = Record(
    {
        "title": SHARED["title"],
        "kind": Field(KIND, "Vilket slags dokument det är.", required=True, example="overenskommelse"),
        "level": Field(LEVEL, "På vilken nivå det gäller.", required=True, example="county"),
        "municipalities": Field(
            Many(Term(("municipalities",)), or_one=True),
            "Kommunerna det gäller i: all för hela länet, eller en lista.",
            required=True,
            example="all",
        ),
        "decided": Field(
            Many(
                Record(
                    {
                        "by": Field(Words(), "Vem som har beslutat.", required=True, example="kommunstyrelsen"),
                        "on": Field(Day(partial=True), "När.", example="2022-03-11"),
                    }
                )
            ),
            "Vem som har beslutat om avtalet, och när.",
        ),
        "relates": SHARED["relates"],
        "in_force": Field(
            Record(
                {
                    "answer": Field(IN_FORCE, "ja, nej eller okänt.", required=True, example="okänt"),
                    "on": Field(Day(), "När det kontrollerades; krävs för ja och nej.", example="2026-11-21"),
                    "source": Field(
                        Words(), "Hur det kontrollerades; krävs för ja och nej.", example="besked från kommunen"
                    ),
                }
            ),
            "Om avtalet gäller i dag.",
            required=True,
        ),
        "source": SHARED["source"],
        "reviewed": SHARED["reviewed"],
        "notes": SHARED["notes"],
        # The answers are checked fact by fact, each against its own topic.
        "topics": Field(Record(), "Svaren, ämne för ämne. Minst ett ämne behöver ett svar.", required=True),
        "left_out": Field(
            Many(
                Record(
                    {
                        **QUOTE,
                        "quote": replace(QUOTE["quote"], required=True),
                        "reason": Field(
                            LEFT_OUT, "Varför meningen inte är ett faktum.", required=True, example="formalia"
                        ),
                    }
                )
            ),
            "Meningar som inte är fakta, och varför.",
        ),
    }
)
