"""The way in and the reading paths as pages: whole without a script, about twenty minutes long, and right when many."""

import re
from dataclasses import replace

import pytest

from atlas.model.agreement import Atlas
from atlas.site.build import Site
from atlas.site.page import Renderer
from atlas.site.pages import newcomer
from atlas.site.prose import passages
from atlas.views.comparison import comparisons
from atlas.views.paths import reading_path
from atlas.views.roles import roles
from edge.disk import read_templates
from edge.loading import load_root
from tests.project import ROOT


@pytest.fixture(scope="module")
def real() -> Atlas:
    atlas = load_root(ROOT).atlas
    assert atlas
    return atlas


@pytest.fixture(scope="module")
def words(real: Atlas) -> dict[str, int]:
    """The words of the general pages, with the real agreements."""
    return newcomer._words(Renderer(read_templates(), real, comparisons(real), "2026-01-01"))


def test_a_path_takes_about_twenty_minutes_whatever_the_role(real: Atlas, words: dict[str, int]) -> None:
    took = {role.id: reading_path(real, role, words).minutes for role in roles(real)}
    assert len(took) == 8 and all(12 <= each <= 28 for each in took.values()), took


def test_a_path_takes_about_twenty_minutes_whatever_the_agreement(real: Atlas, words: dict[str, int]) -> None:
    for agreement in real.agreements:
        alone = replace(real, agreements=(agreement,))
        took = {role.id: reading_path(alone, role, words).minutes for role in roles(alone)}
        assert all(12 <= each <= 28 for each in took.values()), (agreement.id, took)


def markdown(site: Site, path: str) -> str:
    return next(page.markdown for page in site.pages if page.path == path)


def test_the_form_has_a_list_of_the_same_beside_it(site: Site, atlas: Atlas) -> None:
    page = markdown(site, "ny/index.md")
    form, _, after = page.partition("</form>")
    assert "<form" in form and "hidden>" in form
    for role in roles(atlas):
        assert f'<option value="vag/{role.slug}/index.html">{role.name}' in form
        assert f'<a href="vag/{role.slug}/index.html">{role.name}</a>' in after
    values = re.findall(r'<option value="([^"]*)" data-told', form)
    assert "exempel/kommun-2014,exempel/lan-2022" in values and values[-1] == "inget"
    for county in ("exempel", "prov"):
        assert f'href="../avtal/{county}/index.html"' in after


def test_every_step_names_every_agreement_and_says_where_two_meet(site: Site, atlas: Atlas) -> None:
    for role in roles(atlas):
        page = markdown(site, f"ny/vag/{role.slug}/index.md")
        steps = page.split('<li class="aa-step"')[1:]
        assert len(steps) == 9
        for step in steps:
            assert re.findall('data-avtal="([^"]+)"', step) == [each.id for each in atlas.agreements]
        assert sum(map(int, re.findall(r">(\d+) min<", page))) == int(re.findall(r"ungefär (\d+) minuter", page)[0])
        assert 'data-pair="exempel/kommun-2014 exempel/lan-2022"' in page
        assert "Webbplatsen säger inte vilket som går före." in page


def test_the_words_counted_are_those_of_the_pages(site: Site, atlas: Atlas) -> None:
    counted = newcomer._words(Renderer(read_templates(), atlas, comparisons(atlas), "2026-01-01"))
    page = markdown(site, "ny/orolig/index.md")
    assert counted["ny/orolig/index.html"] == sum(len(each.split()) for each in passages(page)) > 100


def test_the_three_doors_lead_to_pages_that_are_there(site: Site) -> None:
    start = markdown(site, "index.md").partition('<div class="aa-doors">')[2].partition("## ")[0]
    addresses = re.findall(r'href="([^"]+)"', start)
    there = {page.url for page in site.pages} | {"redigera/index.html"}
    assert len(addresses) == 3 + 4 + 3 + 2 and set(addresses) <= there
