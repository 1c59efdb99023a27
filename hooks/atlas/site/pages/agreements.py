"""The list of counties, a page per county, and a page per agreement and document."""

from collections.abc import Iterator
from typing import Any

from atlas.model.agreement import Agreement, Atlas, Document
from atlas.site.cards import card, relation_lines, where
from atlas.site.county_map import county_map
from atlas.site.deadlines import agreement_dates
from atlas.site.page import Page, Renderer, relative
from atlas.site.readings import entry_reading
from atlas.site.text import Reading, fact_reading, sections
from atlas.topics.common import when
from atlas.topics.topic import STATUSES, Topic
from atlas.views.comparison import statuses_of
from atlas.views.county_pages import MOST
from atlas.views.key_values import key_values
from atlas.views.laws import citations
from atlas.views.names import names_of, row_id, short_name
from atlas.views.overlap import MANY, Overlap, in_county, of_agreement
from atlas.views.places import tiles, told
from atlas.views.renewals import replacing, url_of
from atlas.views.review import due_of

PLACE = 20
# How many pairs a county's page names. All pairs grow as the square of the agreements; the nearest do not.
_MOST_PAIRS = 200


def pages(render: Renderer) -> Iterator[Page]:
    """All of them, county by county."""
    atlas = render.atlas
    yield render.page(
        "counties.md.j2",
        "avtal/index.md",
        "Avtal",
        "Alla avtal på webbplatsen, län för län.",
        lambda: {
            "counties": [_county(atlas, id) for id in atlas.counties()],
            "agreements": atlas.agreements,
            "map": county_map(tiles(atlas), lambda url: relative("avtal", url)),
        },
        nav=("Avtal", "Alla avtal"),
    )
    for id, agreements in atlas.counties().items():
        yield _county_page(render, id)
        yield from (_pair_page(render, each) for each in in_county(atlas, id) if each.apart and each.near)
        for document in (*agreements, *_documents(atlas, id)):
            yield document_page(render, document)


def _county_page(render: Renderer, id: str) -> Page:
    name = render.atlas.name("counties", id)
    return render.page(
        "county.md.j2",
        f"avtal/{id}/index.md",
        name,
        f"Avtal om familjecentraler i {name} och hur de hänger ihop.",
        lambda: {"county": _county(render.atlas, id)},
        nav=("Avtal", name, "Länet"),
    )


def _pair_page(render: Renderer, overlap: Overlap) -> Page:
    """Two agreements that apply in one place, where the county has too many for its own page."""
    atlas, county = render.atlas, render.atlas.name("counties", overlap.pair[0].county)
    names = {each.id: short_name(atlas, each) for each in overlap.pair}
    title = " och ".join(names.values())
    return render.page(
        "overlap.md.j2",
        overlap.url.removesuffix(".html") + ".md",
        f"Samtidigt: {title}",
        f"{title} säger båda att de gäller på samma plats: ämne för ämne, sida vid sida.",
        lambda: {"overlap": overlap, "names": names, "county": county},
        nav=("Avtal", county, "Samtidigt", title),
        edit="hooks/atlas/views/overlap.py",
    )


def _documents(atlas: Atlas, county: str) -> list[Document]:
    return [document for document in atlas.documents if document.county == county]


def _county(atlas: Atlas, id: str) -> dict[str, Any]:
    cards = [card(atlas, agreement) for agreement in atlas.counties()[id]]
    documents = _documents(atlas, id)
    pairs = in_county(atlas, id)
    binding = sum(each.agreement.binds for each in cards)
    return {
        "id": id,
        "name": atlas.name("counties", id),
        "region": atlas.vocabulary["counties"][id].values["region"],
        "cards": cards,
        "documents": documents,
        "told": ("" if binding else "inget avtal och ") + told(binding, len(cards) - binding),
        "overlaps": pairs if len(pairs) <= _MOST_PAIRS else [each for each in pairs if each.near],
        "pairs": len(pairs),
        "apart": len(cards) > MANY,
        "short": len(cards) > MOST,
        "names": names_of(atlas),
        "relations": [line for each in (*atlas.counties()[id], *documents) for line in relation_lines(atlas, each)],
    }


def document_page(render: Renderer, document: Document) -> Page:
    """The page of an agreement, or of a document that goes with agreements."""
    return render.page(
        "agreement.md.j2",
        f"avtal/{document.id}/index.md",
        document.title,
        f"{document.title}: texten ord för ord, och {_what_was_read(document)}.",
        lambda: _values(render, document),
        nav=("Avtal", render.atlas.name("counties", document.county), short_name(render.atlas, document)),
        edit=document.path,
    )


def _values(render: Renderer, document: Document) -> dict[str, Any]:
    atlas = render.atlas
    values: dict[str, Any] = {
        "document": document,
        "county": atlas.name("counties", document.county),
        "original": _original(document),
        "due": due_of(document).isoformat(),
        "row": row_id(document),
        "relations": relation_lines(atlas, document),
        "belonging": [each for each in atlas.documents if _belongs_to(each, document)],
        "sections": sections(document, _readings(atlas, document), render.abbreviations),
        "keys": (),
        "dates": None,
        **dict.fromkeys(("where", "parties", "decided", "in_force", "counts", "silent", "unread"), ""),
        **dict.fromkeys(("law_citations", "overlaps", "newer"), ()),
    }
    if isinstance(document, Agreement):
        values |= _agreement_values(atlas, document) | {"dates": agreement_dates(render, document)}
    return values


def _readings(atlas: Atlas, document: Document) -> list[Reading]:
    if isinstance(document, Agreement):
        return [fact_reading(fact) for fact in document.facts]
    return [entry_reading(atlas, entry) for entry in document.entries]


def _what_was_read(document: Document) -> str:
    return "vad den säger om varje ämne" if isinstance(document, Agreement) else "hur den har lästs"


def _belongs_to(document: Document, other: Document) -> bool:
    return any(each.kind == "belongs_to" and each.to == other.id for each in document.relations)


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
        "law_citations": citations(atlas, agreement),
        "overlaps": of_agreement(atlas, agreement),
        "newer": [(short_name(atlas, each), each.url, url_of(each)) for each in replacing(atlas, agreement)],
        "names": names_of(atlas),
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
    told = [
        f"Finns hos {source['held_by']}." if "held_by" in source else "Var originalet finns är inte känt.",
        f"Beteckning: {source['reference']}." if "reference" in source else "Ingen beteckning är känd.",
        f"Texten hämtades {when(source['retrieved'])}." if "retrieved" in source else "",
    ]
    return " ".join(part for part in told if part)
