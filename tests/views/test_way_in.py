"""Where a newcomer works: each place with the agreements that apply there, and nothing made of what is not here."""

from dataclasses import replace

from atlas.model.agreement import Atlas, Term
from atlas.views.way_in import NOTHING, Choice, counties_with, counties_without


def choice(atlas: Atlas, name: str) -> Choice:
    all_choices = [each for county in counties_with(atlas) for each in (county.whole, *county.municipalities)]
    return next(each for each in all_choices if each.name == name)


def test_a_municipality_has_all_that_apply_there(atlas: Atlas) -> None:
    both = choice(atlas, "Exempelby")
    assert both.ids == ("exempel/kommun-2014", "exempel/lan-2022")
    assert both.told == "Exempelby: Exempelby kommun 2014 och Exempellän 2022."
    assert choice(atlas, "Grannby").ids == ("exempel/lan-2022",)


def test_a_county_has_what_holds_for_all_of_it(atlas: Atlas) -> None:
    assert choice(atlas, "Exempellän, hela länet").ids == ("exempel/lan-2022",)
    narrow = replace(atlas, agreements=tuple(each for each in atlas.agreements if each.municipalities is not None))
    part = choice(narrow, "Exempellän, hela länet")
    assert part.ids == ("exempel/kommun-2014",) and part.told.endswith("Det gäller inte i hela länet.")
    assert choice(narrow, "Grannby").ids == () and choice(narrow, "Grannby").told == f"Grannby: {NOTHING}"


def test_a_template_is_told_as_no_agreement_but_can_be_read(atlas: Atlas) -> None:
    template = choice(atlas, "Provköping")
    assert template.ids == ("prov/mall-2020",)
    assert template.told == f"Provköping: {NOTHING} I länet finns 1 mall att läsa."
    assert [(county.name, county.has) for county in counties_with(atlas)] == [
        ("Exempellän", "2 avtal"),
        ("Provlän", "1 mall"),
    ]


def test_a_county_without_texts_has_nothing_here_which_is_not_no_agreement(atlas: Atlas) -> None:
    assert counties_without(atlas) == ()
    counties = {**atlas.vocabulary["counties"], "annat": Term("annat", "Annat län", {})}
    more = replace(atlas, vocabulary={**atlas.vocabulary, "counties": counties})
    assert counties_without(more) == (Choice("Annat län", (), f"Annat län: {NOTHING}"),)
    assert "inte detsamma som inget avtal" in NOTHING
