"""The site's pages, each from one template.

In: the model and the comparisons. Out: pages in the order of the navigation. Not here: markup, which templates have.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlas.check.catalog import rules
from atlas.load.fold import swedish_order
from atlas.model.agreement import Agreement, Atlas, Document, Relation
from atlas.site.chart import age_chart
from atlas.site.page import Page, Renderer, relative
from atlas.site.text import sections
from atlas.topics import TOPICS
from atlas.topics.agreement_file import RELATION
from atlas.topics.common import when
from atlas.topics.topic import GROUPS, PRECEDENCE, STATUSES, Topic
from atlas.views.ages import TOPIC as AGES
from atlas.views.ages import age_lanes
from atlas.views.comparison import FIRST, Comparison, statuses_of
from atlas.views.key_values import KeyValue, key_values
from atlas.views.names import short_name


@dataclass(frozen=True, slots=True)
class Card:
    """An agreement in short: its names, where it holds and its key values."""

    agreement: Agreement
    name: str
    county: str
    where: str
    keys: tuple[KeyValue, ...]


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation with both its ends named."""

    relation: Relation
    words: str
    from_: Document
    from_name: str
    target: Document | None
    target_name: str


def pages(render: Renderer, compared: tuple[Comparison, ...]) -> Iterator[Page]:
    """Every generated page."""
    yield _start(render, compared)
    yield from agreement_pages(render)
    yield _comparisons(render, compared)
    yield from (_comparison(render, each) for each in compared)
    yield from _reference_pages(render)


def _start(render: Renderer, compared: tuple[Comparison, ...]) -> Page:
    atlas = render.atlas
    binding = [agreement for agreement in atlas.agreements if agreement.binds]
    others = len(atlas.agreements) - len(binding)
    figures = [
        {"label": "län", "value": len(atlas.counties())},
        {"label": "avtal och överenskommelser", "value": len(binding)},
        {"label": "mall" if others == 1 else "mallar och förslag", "value": others},
        {"label": "fakta med citat", "value": sum(len(agreement.facts) for agreement in atlas.agreements)},
        {"label": f"ämnen jämförda av {len(TOPICS)}", "value": len(compared)},
    ]
    cards = [card(atlas, agreement) for agreement in atlas.agreements]
    description = "Avtalen om Sveriges familjecentraler, jämförda ord för ord."
    return render.page(
        "start.md.j2", "index.md", "Start", description, figures=figures, cards=cards, hide=("navigation", "toc")
    )


def card(atlas: Atlas, agreement: Agreement) -> Card:
    """An agreement in short."""
    county = atlas.name("counties", agreement.county)
    return Card(agreement, short_name(atlas, agreement), county, where(atlas, agreement), key_values(agreement))


def where(atlas: Atlas, agreement: Agreement) -> str:
    """Where an agreement holds, in words."""
    if agreement.municipalities is None:
        return "Gäller hela länet"
    names = [atlas.name("municipalities", id) for id in agreement.municipalities]
    return f"Gäller i {', '.join(names)}" if names else "Nämner ingen kommun"


# --- agreements -----------------------------------------------------------------------------------------------------


def agreement_pages(render: Renderer) -> Iterator[Page]:
    """The list of counties, a page per county, and a page per agreement and document."""
    atlas = render.atlas
    counties = [_county(atlas, id) for id in atlas.counties()]
    description = "Alla avtal på webbplatsen, län för län."
    yield render.page(
        "counties.md.j2", "avtal/index.md", "Avtal", description, counties=counties, agreements=atlas.agreements
    )
    for county in counties:
        path = f"avtal/{county['id']}/index.md"
        description = f"Avtal om familjecentraler i {county['name']} och hur de hänger ihop."
        yield render.page("county.md.j2", path, county["name"], description, county=county)
        for document in (*(each.agreement for each in county["cards"]), *county["documents"]):
            yield document_page(render, document)


def _county(atlas: Atlas, id: str) -> dict[str, Any]:
    cards = [card(atlas, agreement) for agreement in atlas.counties()[id]]
    documents = [document for document in atlas.documents if document.county == id]
    binding = sum(each.agreement.binds for each in cards)
    told = [
        f"{binding} avtal" if binding else "inget avtal",
        f"{len(cards) - binding} mall" if binding < len(cards) else "",
    ]
    return {
        "id": id,
        "name": atlas.name("counties", id),
        "region": atlas.vocabulary["counties"][id].values["region"],
        "cards": cards,
        "documents": documents,
        "told": " och ".join(part for part in told if part),
        "relations": [line for each in (*atlas.counties()[id], *documents) for line in relation_lines(atlas, each)],
    }


def relation_lines(atlas: Atlas, document: Document) -> list[RelationLine]:
    """The relations of a document, each with both ends named."""
    lines = []
    for relation in document.relations:
        target = atlas.by_id(relation.to) if relation.to else None
        name = short_name(atlas, target) if target else relation.words
        words = RELATION.options[relation.kind]
        lines.append(RelationLine(relation, words, document, short_name(atlas, document), target, name))
    return lines


def document_page(render: Renderer, document: Document) -> Page:
    """The page of an agreement, or of a document that goes with agreements."""
    atlas = render.atlas
    agreement = document if isinstance(document, Agreement) else None
    facts = agreement.facts if agreement else ()
    values: dict[str, Any] = {
        "document": document,
        "county": atlas.name("counties", document.county),
        "original": _original(document),
        "relations": relation_lines(atlas, document),
        "sections": sections(document, facts, render.abbreviations),
        "keys": (),
        **dict.fromkeys(("where", "parties", "decided", "in_force", "counts", "silent", "unread"), ""),
    }
    if agreement:
        values |= _agreement_values(atlas, agreement)
    description = f"{document.title}: texten ord för ord, och vad den säger om varje ämne."
    return render.page(
        "agreement.md.j2",
        f"avtal/{document.id}/index.md",
        document.title,
        description,
        edit=document.path,
        **values,
    )


def _agreement_values(atlas: Atlas, agreement: Agreement) -> dict[str, Any]:
    counts = statuses_of(agreement)
    parties = [fact for fact in agreement.answers["parties"].facts if fact.values.get("names")]
    return {
        "where": where(atlas, agreement),
        "keys": key_values(agreement),
        "parties": [fact.values["names"][0] for fact in parties],
        "decided": agreement.decided,
        "in_force": _in_force(agreement),
        "counts": [(id, counts[id]) for id in STATUSES if counts[id]],
        "silent": _topics(agreement, "silent"),
        "unread": _topics(agreement, "unread"),
    }


def _topics(agreement: Agreement, status: str) -> list[Topic]:
    return [answer.topic for answer in agreement.answers.values() if answer.status == status]


def _in_force(agreement: Agreement) -> str:
    answer = agreement.in_force
    if answer["answer"] == "okänt":
        return "Okänt. Ingen har kontrollerat det med parterna."
    return f"{answer['answer'].capitalize()}, kontrollerat {when(answer['on'])}: {answer['source']}"


def _original(document: Document) -> str:
    source = document.source
    held = f"Finns hos {source['held_by']}" if "held_by" in source else "Var originalet finns är inte känt"
    reference = f", {source['reference']}" if "reference" in source else ", utan känt diarienummer"
    return f"{held}{reference}." + (f" Hämtat {when(source['retrieved'])}." if "retrieved" in source else "")


# --- comparisons -----------------------------------------------------------------------------------------------------


def _comparisons(render: Renderer, compared: tuple[Comparison, ...]) -> Page:
    by_id = {each.topic.id: each for each in compared}
    groups = [
        (
            name,
            [
                {"topic": topic, "comparison": by_id.get(topic.id), "told": _told(by_id.get(topic.id))}
                for topic in TOPICS.values()
                if topic.group == group
            ],
        )
        for group, name in GROUPS.items()
    ]
    first = [by_id[id] for id in FIRST if id in by_id]
    description = "Alla ämnen som avtalen om familjecentraler jämförs på."
    return render.page("comparisons.md.j2", "jamfor/index.md", "Jämför", description, groups=groups, first=first)


def _told(comparison: Comparison | None) -> str:
    if not comparison:
        return ""
    total = sum(len(agreements) for agreements in comparison.spread.values())
    silent = len(comparison.spread.get("silent", ())) + len(comparison.spread.get("unread", ()))
    return f"{total - silent} av {total} avtal tar upp det"


def _comparison(render: Renderer, comparison: Comparison) -> Page:
    topic = comparison.topic
    path = f"jamfor/{topic.id}/index.md"
    chart = (
        age_chart(age_lanes(render.atlas), lambda url: relative(f"jamfor/{topic.id}", url)) if topic.id == AGES else ""
    )
    spread = [
        {
            "status": status,
            "agreements": [{"url": each.url, "name": short_name(render.atlas, each)} for each in agreements],
        }
        for status, agreements in comparison.spread.items()
    ]
    return render.page(
        "comparison.md.j2",
        path,
        topic.name,
        f"{topic.name} i avtalen om familjecentraler, sida vid sida. {topic.border}",
        comparison=comparison,
        chart=chart,
        spread=spread,
        spread_words=spread_words(render.atlas, comparison),
        edit=f"hooks/atlas/topics/{topic.id}.py",
    )


def spread_words(atlas: Atlas, comparison: Comparison) -> str:
    """How many agreements take the topic up, in a sentence that says what is not counted."""
    others = [agreement for agreement in atlas.agreements if not agreement.binds]
    aside = f" {'Mallen' if len(others) == 1 else 'Mallar och förslag'} räknas inte." if others else ""
    return f"{_told(comparison)}.{aside}"


# --- reference -------------------------------------------------------------------------------------------------------


def _reference_pages(render: Renderer) -> Iterator[Page]:
    vocabulary = render.atlas.vocabulary
    lists: list[dict[str, Any]] = [
        {
            "id": id,
            "name": name,
            "terms": sorted(vocabulary.get(id, {}).values(), key=lambda term: swedish_order(term.name)),
        }
        for id, name in (
            ("services", "Verksamheter"),
            ("professions", "Professioner"),
            ("bodies", "Grupper och roller"),
        )
    ]
    yield render.page(
        "glossary.md.j2",
        "ord/index.md",
        "Ord och förkortningar",
        "Förkortningar och ord i avtalen om familjecentraler.",
        edit="agreements/vocabulary/abbreviations.yml",
        abbreviations=sorted(vocabulary.get("abbreviations", {}).values(), key=lambda term: swedish_order(term.id)),
        lists=lists,
    )
    yield render.page(
        "answers.md.j2",
        "om/svaren/index.md",
        "Så läser du svaren",
        "De sex sätt som ett avtal kan svara på, och hur de visas.",
        precedence=[STATUSES[id].label.lower() for id in PRECEDENCE],
    )
    yield render.page(
        "rules.md.j2",
        "redigera/regler/index.md",
        "Kontrollens regler",
        "Alla fel som kontrollen kan hitta, och hur de rättas.",
        rules=rules().values(),
    )
