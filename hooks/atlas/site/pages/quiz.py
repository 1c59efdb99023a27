"""«Kan jag det här?»: a page of questions per agreement, and the list of them all."""

from collections.abc import Iterator
from itertools import groupby

from atlas.site.page import Page, Renderer
from atlas.topics.common import when
from atlas.views.quiz import Quiz, quizzes

PLACE = 46
_BRANCH = ("Ny", "Kan jag det här?")


def pages(render: Renderer) -> Iterator[Page]:
    """The list, and a page for every agreement, templates included."""
    made = quizzes(render.atlas)
    counties = [(id, list(those)) for id, those in groupby(made, key=lambda quiz: quiz.agreement.county)]
    yield render.page(
        "quizzes.md.j2",
        "ny/fragor/index.md",
        "Kan jag det här?",
        "Frågor om vad avtalet säger, avtal för avtal. Varje svar leder till avtalets ord.",
        nav=(*_BRANCH, "Välj avtal"),
        # Its headings are the counties, which stand in the navigation all the same.
        hide=("toc",),
        counties=[(render.atlas.name("counties", id), those) for id, those in counties],
    )
    yield from (_page(render, quiz) for quiz in made)


def _page(render: Renderer, quiz: Quiz) -> Page:
    review = quiz.agreement.review
    return render.page(
        "quiz.md.j2",
        quiz.url.removesuffix(".html") + ".md",
        f"Kan jag det här? {quiz.name}",
        f"Frågor om vad {quiz.it} säger: {quiz.name}. Varje svar leder till avtalets ord.",
        # The county in between keeps the list short, on each of these pages, when agreements are many.
        nav=(*_BRANCH, render.atlas.name("counties", quiz.agreement.county), quiz.name),
        edit=quiz.agreement.path,
        quiz=quiz,
        read=f"{review.by}, {when(review.on)}",
    )
