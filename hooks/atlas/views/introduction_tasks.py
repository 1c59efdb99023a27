"""The points of the introduction plans: the one place where our proposals are written.

In: nothing. Out: `WEEKS`, `TASKS`. Not here: which agreements demand what (introduction.py).

A point is ours, and states no duty. `asks` names the facts that may demand it: a topic, and a value that a fact has, or
the relation between fact and role. `words` find what handbooks and year wheels say of it. `reads` names topics whose
comparison is worth reading at the point, `see` a page.
"""

from dataclasses import dataclass

from atlas.views.roles import COORDINATOR, COUNTY, MANAGER, PROFESSION

WEEKS = {
    1: "Lär känna platsen och reglerna",
    2: "Möt de andra",
    3: "Förstå hur arbetet styrs",
    4: "Stanna upp och se framåt",
}
# A fact is about the role: the role does it, or the fact places the role in a group.
DOES, SITS = "does", "sits"
_AT_THE_CENTRE = (PROFESSION, MANAGER, COORDINATOR)
_EVERYONE = (*_AT_THE_CENTRE, COUNTY)


@dataclass(frozen=True, slots=True)
class Ask:
    """Facts on a topic: those where `key` is one of `values`, or is there at all; or those `about` the role."""

    topic: str
    key: str = ""
    values: tuple[str | bool, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A point of the plan, in which week, for which kinds of role."""

    id: str
    week: int
    says: str
    kinds: tuple[str, ...] = _EVERYONE
    asks: tuple[Ask, ...] = ()
    words: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    see: tuple[str, str] = ("", "")


TASKS = (
    Task(
        "planen",
        1,
        "Gå igenom planen med din chef. Bestäm vem du frågar den första månaden.",
        asks=(Ask("induction"),),
        words=("ny personal", "nyanställd"),
    ),
    Task(
        "uppdraget",
        1,
        "Läs ditt uppdrag som samordnare. Se efter om det finns på papper, och hur länge det gäller.",
        (COORDINATOR,),
        (Ask("coordinator", "in_writing", (True,)), Ask("coordinator", "term_years")),
    ),
    Task(
        "overlamning",
        1,
        "Träffa den som hade uppdraget före dig. Fråga vad som pågår och vad som är lovat.",
        (MANAGER, COORDINATOR, COUNTY),
    ),
    Task(
        "avtalet",
        1,
        "Läs avtalet som gäller hos er, gärna högt tillsammans med en kollega.",
        _AT_THE_CENTRE,
        words=("samverkansavtalet", "överenskommelsen"),
        see=("avtal/index.html", "Alla avtal"),
    ),
    Task(
        "lanets-avtal",
        1,
        "Läs avtalen i länet. Anteckna var de skiljer sig och var de inte svarar.",
        (COUNTY,),
        (Ask("county_coordination", "about", ("equality",)),),
        see=("jamfor/valj/index.html", "Välj och jämför"),
    ),
    Task(
        "rollen",
        1,
        "Läs vad avtalet säger om din roll, och vad det lämnar till andra dokument.",
        asks=(Ask("joint_commitments", "about", ("roles",)),),
    ),
    Task(
        "sekretess",
        1,
        "Gå igenom sekretess och samtycke med din chef: vad får du berätta, och för vem?",
        asks=(Ask("secrecy", "about", ("informed",)),),
        reads=("secrecy",),
    ),
    Task(
        "oro",
        1,
        "Ta reda på hur du gör om du blir orolig för ett barn, och vem du kan prata med.",
        _AT_THE_CENTRE,
        (Ask("duty_to_report", "about", ("duty",)),),
        reads=("duty_to_report",),
    ),
    Task("huset", 1, "Lär dig hitta: rum, larm, nycklar, tider och var sakerna finns.", _AT_THE_CENTRE),
    Task(
        "verksamheterna",
        2,
        "Var med en stund i varje verksamhet. Fråga vilka familjer de möter.",
        reads=("services",),
    ),
    Task(
        "motet",
        2,
        "Var med på personalens möte. Fråga hur ni brukar ta upp saker där.",
        _AT_THE_CENTRE,
        (Ask("responsibilities", "actor", ("alla_medarbetare",)), Ask("governance", "function", ("gov_team",))),
    ),
    Task(
        "samordnaren",
        2,
        "Träffa samordnaren. Fråga vad ni gör tillsammans och när på året.",
        (PROFESSION, MANAGER),
        reads=("coordinator",),
    ),
    Task(
        "kollegorna",
        2,
        "Prata med någon från varje profession. Fråga när ni behöver varandra.",
        _AT_THE_CENTRE,
        reads=("responsibilities",),
    ),
    Task(
        "uppdragsgivaren",
        2,
        "Träffa gruppen som ger dig uppdraget. Fråga vad de väntar sig, och vad du ska redovisa.",
        (COORDINATOR,),
        (Ask("coordinator", "appointed_by"), Ask("coordinator", "reports_to")),
    ),
    Task(
        "lanets-samordnare",
        2,
        "Besök familjecentralerna i länet. Fråga samordnarna vad de vill ha hjälp med.",
        (COUNTY,),
        (Ask("county_coordination", "about", ("learning",)),),
    ),
    Task(
        "dina-grupper",
        3,
        "Skriv upp vilka grupper du sitter i, när de möts och vem som kallar.",
        (MANAGER,),
        (Ask("governance", about=SITS),),
    ),
    Task(
        "grupperna",
        3,
        "Ta reda på vilka grupper som leder, vilka som sitter där och vad de bestämmer.",
        (PROFESSION, COORDINATOR, COUNTY),
        reads=("governance",),
    ),
    Task(
        "rapportvagen",
        3,
        "Ta reda på vilka grupper i länet du rapporterar till, och när.",
        (COUNTY,),
        (Ask("county_coordination", "reports_to"),),
    ),
    Task(
        "verksamhetsplanen",
        3,
        "Läs verksamhetsplanen. Välj ett mål som du vill arbeta med.",
        asks=(Ask("joint_commitments", "about", ("plan",)),),
        reads=("goals",),
    ),
    Task(
        "pengarna",
        3,
        "Läs vad avtalet säger om pengar, lokaler och gemensamma kostnader.",
        (MANAGER,),
        reads=("staff_costs", "joint_costs", "premises"),
    ),
    Task(
        "informera",
        3,
        "Ta reda på vad ni behöver berätta för de andra parterna innan ni ändrar något.",
        (MANAGER,),
        (Ask("duty_to_inform"),),
    ),
    Task(
        "delaktighet",
        3,
        "Se hur barn och föräldrar är med och påverkar hos er.",
        _AT_THE_CENTRE,
        (Ask("participation", "stage"),),
        reads=("child_rights",),
    ),
    Task(
        "fortbildning",
        4,
        "Fråga vilken fortbildning och handledning du kan få, och vilket stöd teamet har.",
        asks=(Ask("staff_competence", "about", ("training", "joint_training", "team_support", "supervision")),),
    ),
    Task(
        "uppfoljning",
        4,
        "Ta reda på hur arbetet följs upp, och vad du bidrar med.",
        (PROFESSION, MANAGER),
        reads=("follow_up", "reporting"),
    ),
    Task(
        "redovisning",
        4,
        "Skriv in årets datum för redovisning i din kalender.",
        (COORDINATOR, COUNTY),
        (Ask("reporting", about=DOES),),
        see=("bevaka/index.html", "Att bevaka"),
    ),
    Task("ogon", 4, "Skriv ner något som du har sett med nya ögon. Berätta om det på nästa möte."),
    Task("avstamning", 4, "Gå igenom planen med din chef: vad är klart, vad är oklart, vad vill du lära dig mer om?"),
)
