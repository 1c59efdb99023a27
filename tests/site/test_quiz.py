"""Pages of questions: complete without a script, small however many agreements there are."""

import re
from dataclasses import replace

import pytest

from atlas.model.agreement import Atlas
from atlas.site.build import Site
from atlas.site.page import Page, Renderer
from atlas.site.pages.quiz import pages
from atlas.views.quiz import quizzes
from edge.disk import read_templates
from edge.loading import load_root
from tests.project import ROOT
from tests.site.test_compare import times


def made(atlas: Atlas) -> list[Page]:
    return list(pages(Renderer(read_templates(), atlas, (), "2026-01-01")))


def test_every_question_is_answered_on_the_page_with_words_and_a_link(site: Site, atlas: Atlas) -> None:
    markdown = {page.url: page.markdown for page in site.pages}
    for quiz in quizzes(atlas):
        sections = re.findall(r"<section.*?</section>", markdown[quiz.url], re.S)
        assert len(sections) == len(quiz.questions)
        for section, question in zip(sections, quiz.questions, strict=True):
            assert section.count("<li>") == len(question.options)
            assert f'data-right="{question.right + 1}"' in section
            assert f"<b>{question.options[question.right].words}</b>" in section
            if question.fact:
                assert f"«{question.fact.quote}»" in section and f'index.html#{question.fact.id}"' in section
            for place, option in enumerate(question.options, 1):
                assert (f'data-option="{place}"' in section) == (option.other is not None)


def test_the_list_leads_to_every_agreement(site: Site, atlas: Atlas) -> None:
    page = next(page for page in site.pages if page.path == "ny/fragor/index.md")
    assert re.findall(r'href="([^"]+)"', page.markdown) == [f"{each.id}/index.html" for each in atlas.agreements]


def test_an_agreement_without_questions_says_so(atlas: Atlas) -> None:
    template = next(each for each in atlas.agreements if not each.binds)
    empty = {id: replace(answer, status="unread", facts=()) for id, answer in template.answers.items()}
    page = made(replace(atlas, agreements=(replace(template, answers=empty),)))[-1]
    assert "Här finns inga frågor än." in page.markdown and "<section" not in page.markdown


def test_a_text_that_has_changed_since_it_was_read_says_so(atlas: Atlas) -> None:
    agreement = atlas.agreements[0]
    stale = replace(agreement, review=replace(agreement.review, current=False))
    assert "behöver granskas på nytt" in made(replace(atlas, agreements=(stale,)))[-1].markdown
    assert "behöver granskas på nytt" not in made(atlas)[2].markdown


@pytest.fixture(scope="module")
def many() -> list[Page]:
    """The real agreements, seventy times each."""
    atlas = load_root(ROOT).atlas
    assert atlas
    copies = tuple(times(each, number) for each in atlas.agreements for number in range(1001, 1071))
    return made(replace(atlas, agreements=copies))


def test_pages_stay_small_when_agreements_are_many(many: list[Page]) -> None:
    assert len(many) == 351
    assert max(len(page.markdown.encode()) for page in many[1:]) < 30_000
    assert len(many[0].markdown.encode()) < 100_000
