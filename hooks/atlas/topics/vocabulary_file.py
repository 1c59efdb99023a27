"""The shapes of the files in agreements/vocabulary/: one record per id.

In: shapes. Out: `VOCABULARIES`. Not here: the words themselves, which editors own.
"""

from atlas.topics.common import LEVEL
from atlas.topics.shape import Choice, Day, Field, Flag, Many, Record, Term, Words


def _name(example: str) -> Field:
    return Field(Words(), "Hur termen skrivs på webbplatsen.", required=True, example=example)


_FORMS = Field(Many(Words()), "Alla sätt som termen skrivs på i avtalen.", required=True)
_NOTE = Field(Words(), "En kommentar till läsaren.")
_CODE = Field(Words(), "Den officiella koden, inom citattecken.", required=True, example='"06"')

LAW_STATUS = Choice(
    {
        "in_force": "gäller",
        "replaced": "ersatt",
        "repealed": "upphävd",
        "unverified": "inte kontrollerad",
    }
)

_CHECKED = Field(
    Record(
        {
            "on": Field(Day(), "När.", required=True, example="2026-11-21"),
            "by": Field(Words(), "Av vem: en funktion.", example="redaktionen"),
        }
    ),
    "När uppgiften kontrollerades.",
)
DEFINED = Choice({"familjecentral": "familjecentral", "familjecentralsliknande": "familjecentralsliknande verksamhet"})

_TODAY = Record(
    {
        "act": Field(Term(("laws",)), "Lagen där regeln står i dag.", required=True),
        "section": Field(Words(), "Paragrafen där regeln står i dag.", example="19 kap. 1 §"),
    }
)
_TOPIC = Field(Words(), "Ämnets id.", required=True, example="duty_to_report")
_HOLDS = Record(
    {
        "topic": _TOPIC,
        "says": Field(Words(), "Vad lagen kräver, i en mening på klarspråk.", required=True),
        "section": Field(Words(), "Paragrafen, skriven som under sections.", example="19 kap. 1 §"),
    }
)
_MISTAKEN = Record(
    {
        "topic": _TOPIC,
        "says": Field(Words(), "Vad som är fel med hänvisningen, i en mening på klarspråk.", required=True),
    }
)
_SECTIONS = Record(
    {
        "about": Field(Words(), "Vad paragrafen handlar om.", example="Skyldighet att anmäla."),
        "today": Field(_TODAY, "Var regeln står i dag."),
        "verified": Field(Flag(), "Om det är kontrollerat.", example="false"),
        "mistaken": Field(Many(_MISTAKEN), "Ämnen som paragrafen inte reglerar, fast avtal hänvisar hit för dem."),
        "note": _NOTE,
    }
)

VOCABULARIES: dict[str, Record] = {
    "services": Record(
        {
            "name": _name("Barnhälsovård"),
            "short": Field(Words(), "Förkortning.", example="BHV"),
            "forms": _FORMS,
            "note": _NOTE,
        }
    ),
    "professions": Record(
        {
            "name": _name("Barnmorska"),
            "service": Field(Term(("services",)), "Verksamheten som professionen hör till."),
            "forms": _FORMS,
            "note": _NOTE,
        }
    ),
    "bodies": Record(
        {
            "name": _name("Beslutande grupp för länet"),
            "level": Field(LEVEL, "På vilken nivå den finns.", required=True),
            "forms": _FORMS,
            "note": _NOTE,
        }
    ),
    "who": Record({"name": _name("Föräldrar"), "forms": _FORMS, "note": _NOTE}),
    "counties": Record(
        {
            "code": _CODE,
            "name": _name("Uppsala län"),
            "region": Field(Words(), "Regionens namn i dag.", required=True, example="Region Uppsala"),
            "aliases": Field(Many(Words()), "Äldre och andra namn."),
            "note": _NOTE,
        }
    ),
    "municipalities": Record(
        {
            "code": _CODE,
            "name": _name("Östersunds kommun"),
            "county": Field(Term(("counties",)), "Länet.", required=True),
            "note": _NOTE,
        }
    ),
    "laws": Record(
        {
            "name": _name("Sekretesslag (1980:100)"),
            "sfs": Field(Words(), "Nummer i Svensk författningssamling, inom citattecken.", example='"2009:400"'),
            "kind": Field(
                Choice(
                    {
                        "lag": "lag",
                        "laroplan": "läroplan",
                        "allmanna_rad": "allmänna råd",
                        "konvention": "konvention",
                    }
                ),
                "Vilket slags regel det är.",
                required=True,
            ),
            "forms": _FORMS,
            "status": Field(LAW_STATUS, "Vad som gäller i dag.", required=True),
            "replaced_by": Field(Term(("laws",)), "Vad som ersatte den."),
            "since": Field(Day(partial=True), "När den började gälla.", example="2009-06-30"),
            "until": Field(Day(partial=True), "När den slutade gälla.", example="2009-06-30"),
            "verified": Field(Flag(), "Om uppgiften är kontrollerad.", required=True, example="false"),
            "checked": _CHECKED,
            "source": Field(Words(), "Hur den kontrollerades.", example="Lagtexten hos Sveriges riksdag"),
            # The keys are sections as written, so each is checked as a record of its own.
            "sections": Field(Record(), "Paragrafer som avtalen hänvisar till."),
            "holds": Field(Many(_HOLDS), "Vad lagen kräver vad ett avtal än säger, ämne för ämne."),
            "note": _NOTE,
        }
    ),
    "goal_themes": Record({"name": _name("Stöd i föräldraskapet"), "note": _NOTE}),
    "abbreviations": Record(
        {"means": Field(Words(), "Vad förkortningen betyder.", required=True, example="barnhälsovård"), "note": _NOTE}
    ),
    "definitions": Record(
        {
            "whose": Field(Words(), "Vems definitionen är.", required=True, example="Socialstyrelsen"),
            "about": Field(DEFINED, "Vad som definieras.", required=True),
            "says": Field(Words(), "Vår återgivning på klarspråk; inget citat.", required=True),
            "dated": Field(Day(partial=True), "När den gavs, om det är känt.", example='"2024"'),
            "source": Field(
                Words(), "Varifrån återgivningen kommer, med ord.", required=True, example="Projektets sakunderlag"
            ),
            "verified": Field(Flag(), "Om någon har läst källan själv.", required=True, example="false"),
            "checked": _CHECKED,
            "note": _NOTE,
        }
    ),
}
LAW_SECTION = _SECTIONS
