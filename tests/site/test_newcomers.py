"""The pages for newcomers: every step says where it comes from, and what a text says leads to its words."""

import re

import pytest

from atlas.model.agreement import Atlas
from atlas.site.build import Site
from atlas.site.prose import passages

SLUGS = ("vad", "vilka", "styrning", "tystnadsplikt", "orolig")
STEP = re.compile(r'<li class="aa-step" data-source="(\w+)">(.*?)\n</div></li>', re.DOTALL)


def page(site: Site, slug: str) -> str:
    return next(each.markdown for each in site.pages if each.path == f"ny/{slug}/index.md")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_where_to_go_next_and_whom_to_ask(site: Site, slug: str) -> None:
    end = page(site, slug).partition("## Gå vidare")[2]
    assert end.count('class="aa-way"') == 3 and "Vem du frågar" in end
    assert f'href="../{slug}/' not in end


def test_every_step_says_where_it_comes_from(site: Site) -> None:
    text = page(site, "orolig")
    steps = STEP.findall(text)
    assert [source for source, _ in steps] == [*["advice"] * 3, "law", *["agreement"] * 2, "advice"]
    assert len(steps) == text.count('class="aa-step"')
    assert all(body.count(f"aa-source--{source}") == 1 for source, body in steps)
    # What we advise cites nobody; what an agreement is said to say leads to its words, or it is said that none does.
    assert not any("href" in body for source, body in steps if source == "advice")
    told = [body for source, body in steps if source == "agreement"]
    assert all("avtal/exempel/lan-2022/index.html#anmalan" in each or "Vi har inte hittat" in each for each in told)
    assert "avtal/exempel/lan-2022/index.html#anmalan" in told[0] and "Vi har inte hittat" in told[1]


def test_without_a_law_the_page_says_so(site: Site) -> None:
    (law,) = (body for source, body in STEP.findall(page(site, "orolig")) if source == "law")
    assert "Webbplatsen har ingen lag om det här." in law and "Det här gäller enligt lag" not in law


@pytest.mark.parametrize(("slug", "topic"), [("tystnadsplikt", "secrecy"), ("orolig", "duty_to_report")])
def test_every_fact_on_the_topic_leads_to_its_words(site: Site, atlas: Atlas, slug: str, topic: str) -> None:
    text = page(site, slug)
    facts = [fact for agreement in atlas.agreements for fact in agreement.answers[topic].facts]
    assert facts and all(f'href="../../{fact.url}">{fact.says}' in text for fact in facts)


def test_a_definition_of_others_is_no_quote_and_says_who_has_checked_it(site: Site) -> None:
    table = page(site, "vad").partition("## Så säger andra")[2].partition("</table>")[0]
    assert "«" not in table and "blockquote" not in table
    assert table.count("inte kontrollerat mot källan") == 2 and "Från 2020." in table
    assert table.count("Inte känt här.") == 1


def test_what_facts_say_is_not_taken_for_our_prose(site: Site, atlas: Atlas) -> None:
    says = [fact.says for agreement in atlas.agreements for fact in agreement.facts]
    for slug in SLUGS:
        ours = passages(page(site, slug))
        assert ours and [each for each in says if any(each in passage for passage in ours)] == []
