"""What an agreement is called where there is little room: «Örebro län 2018», «Östersunds kommun 2010».

In: the model. Out: short names and heads. Not here: titles, which are the agreements' own words.
"""

from atlas.model.agreement import Agreement, Atlas, Document
from atlas.model.once import once
from atlas.views.table import Head

# A place that ends so stands as it is before «kommun».
_WITHOUT_GENITIVE = (*"aeiouyåäöé", *"sxz")


@once
def short_name(atlas: Atlas, document: Document) -> str:
    """Where it holds, and the year that its folder is named for."""
    year = document.id[-4:] if document.id[-4:].isdigit() else ""
    county = atlas.name("counties", document.county)
    if not isinstance(document, Agreement):
        return document.title
    if document.municipalities is None:
        place = county
    elif len(document.municipalities) == 1:
        place = municipality(atlas.name("municipalities", document.municipalities[0]))
    else:
        place = county
    kind = "" if document.binds else f", {document.kind_words.lower()}"
    return f"{place}{kind} {year}".strip()


@once
def names_of(atlas: Atlas) -> dict[str, str]:
    """The short name of every agreement by its id, for pages that name many."""
    return {each.id: short_name(atlas, each) for each in atlas.agreements}


def municipality(place: str) -> str:
    """A municipality by its place, as they call themselves: Östersunds kommun, but Borås kommun and Örebro kommun."""
    return f"{place} kommun" if place.casefold().endswith(_WITHOUT_GENITIVE) else f"{place}s kommun"


@once
def agreement_head(atlas: Atlas, agreement: Agreement) -> Head:
    """The head that names an agreement wherever it is compared."""
    return Head(short_name(atlas, agreement), agreement.kind_words, agreement.url, agreement)


def row_id(document: Document) -> str:
    """Where an agreement's row stands on a page: the first hyphen parts the county from the rest, so ids are unique."""
    return document.id.replace("/", "-")


@once
def heads(atlas: Atlas) -> tuple[Head, ...]:
    """The heads of all agreements, in the order in which they are always shown."""
    return tuple(agreement_head(atlas, agreement) for agreement in atlas.agreements)
