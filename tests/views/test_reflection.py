"""Self-reflections as the site sees them: whose statements, whose steps, which scale, and what is ours."""

from dataclasses import replace

from atlas.model.agreement import Atlas, Document
from atlas.model.document import Parts
from atlas.views.reflection import CHOICES, PROPOSED_ENDS, agreement_of, of_document, reflections


def with_documents(atlas: Atlas, *documents: Document) -> Atlas:
    return replace(atlas, documents=documents)


def test_areas_statements_and_steps_are_the_documents_own(atlas: Atlas) -> None:
    (found,) = reflections(atlas)
    assert [(area.name, [each.id for each in area.statements]) for area in found.areas] == [
        ("Mötesplats", ["bemotande", "tillganglighet"]),
        ("Samverkan", ["uppdragen"]),
    ]
    assert found.statements == 3
    assert [step.number for step in found.steps] == [1, 2]
    assert found.belongs_to and found.belongs_to.id == "exempel/kommun-2014"


def test_the_ends_of_the_scale_are_the_texts_own_and_its_steps_are_chosen(atlas: Atlas) -> None:
    (found,) = reflections(atlas)
    assert found.scale and found.scale.note == "Hur många steg skalan har står inte."
    assert found.ends == ("Stämmer", "Stämmer inte")
    assert found.choices == CHOICES and found.proposed == 5


def test_a_scale_that_says_how_many_steps_leaves_no_choice(atlas: Atlas) -> None:
    (document,) = atlas.documents
    scale = replace(document.scales[0], steps=4)
    (found,) = reflections(with_documents(atlas, replace(document, parts=replace(document.parts, scales=(scale,)))))
    assert found.choices == (4,) and found.proposed == 4


def test_a_text_without_a_scale_gets_ends_of_ours(atlas: Atlas) -> None:
    (document,) = atlas.documents
    (found,) = reflections(with_documents(atlas, replace(document, parts=replace(document.parts, scales=()))))
    assert found.scale is None and found.ends == PROPOSED_ENDS


def test_steps_and_statements_may_stand_in_documents_of_their_own(atlas: Atlas) -> None:
    (document,) = atlas.documents
    template = replace(document, parts=replace(document.parts, steps=()))
    relation = replace(document.relations[0], to=document.id)
    guide = replace(document, id="exempel/steg", relations=(relation,), parts=Parts(steps=document.steps))
    split = with_documents(atlas, template, guide)
    (found,) = reflections(split)
    assert found.guide == guide and found.steps == document.steps
    # The agreement is found through the document between, and the statements from the document of the steps.
    behind = agreement_of(split, guide)
    assert behind and behind.id == "exempel/kommun-2014"
    other = of_document(split, guide)
    assert other and other.document == template
    alone = reflections(with_documents(atlas, template))[0]
    assert alone.guide is None and alone.steps == ()
