"""Which documents go with which agreement: what says that it belongs to something that belongs to it does so too.

In: the model. Out: the root of a document, and the families below roots. Not here: other relations (overlap.py).
"""

from dataclasses import replace

from atlas.model.agreement import Agreement, Atlas, Document


def root_of(atlas: Atlas, document: Document) -> Document:
    """The agreement or document at the end of «belongs to», as far as the site has it; itself if it has none."""
    seen = {document.id}
    while (above := _above(atlas, document)) and above.id not in seen:
        document = above
        seen.add(document.id)
    return document


def agreement_of(atlas: Atlas, document: Document) -> Agreement | None:
    """The agreement that a document belongs to, maybe by way of other documents."""
    root = root_of(atlas, document)
    return root if isinstance(root, Agreement) else None


def families(atlas: Atlas) -> tuple[tuple[Document, tuple[Document, ...]], ...]:
    """Every agreement with the documents that belong to it, then the documents that belong to no agreement here."""
    below: dict[str, list[Document]] = {}
    for document in atlas.documents:
        below.setdefault(root_of(atlas, document).id, []).append(document)
    roots = (*atlas.agreements, *(each for each in atlas.documents if each.id in below))
    return tuple((root, tuple(below.get(root.id, ()))) for root in roots)


def with_own_documents(atlas: Atlas, part: Atlas) -> Atlas:
    """Some agreements of an atlas with the documents that belong to them alone: `part` has all documents."""
    ids = {each.id for each in part.agreements}
    return replace(part, documents=tuple(each for each in atlas.documents if root_of(atlas, each).id in ids))


def with_documents_alone(atlas: Atlas) -> Atlas:
    """No agreements, and the documents that belong to none."""
    return replace(atlas, agreements=(), documents=tuple(d for d in atlas.documents if not agreement_of(atlas, d)))


def _above(atlas: Atlas, document: Document) -> Document | None:
    found = (atlas.by_id(each.to) for each in document.relations if each.kind == "belongs_to" and each.to)
    return next((each for each in found if each), None)
