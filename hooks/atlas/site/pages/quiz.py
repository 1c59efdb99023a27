"""«Kan jag det här?»: a page of questions per agreement, and the list of them all."""

from collections.abc import Iterator
from itertools import groupby

from atlas.model.agreement import Agreement, Atlas
from atlas.site.page import Page, Renderer
from atlas.topics.common import when
from atlas.views.names import short_name
from atlas.views.quiz import Quiz, it_of, quiz, quiz_url, quizzes

PLACE = 46
_BRANCH = ("Ny", "Kan jag det här?")


def pages(render: Renderer) -> Iterator[Page]:
    """The list, and a page for every agreement, templates included."""
    yield render.page(
        "quizzes.md.j2",
        "ny/fragor/index.md",
        "Kan jag det här?",
        "Frågor om vad avtalet säger, avtal för avtal. Varje svar leder till avtalets ord.",
        lambda: {"counties": _counties(render.atlas)},
        nav=(*_BRANCH, "Välj avtal"),
        # Its headings are the counties, which stand in the navigation all the same.
        hide=("toc",),
    )
    yield from (_page(render, agreement) for agreement in render.atlas.agreements)


def _counties(atlas: Atlas) -> list[tuple[str, list[Quiz]]]:
    return [
        (atlas.name("counties", id), list(those))
        for id, those in groupby(quizzes(atlas), key=lambda quiz: quiz.agreement.county)
    ]


def _page(render: Renderer, agreement: Agreement) -> Page:
    atlas, review, name = render.atlas, agreement.review, short_name(render.atlas, agreement)
    return render.page(
        "quiz.md.j2",
        quiz_url(agreement).removesuffix(".html") + ".md",
        f"Kan jag det här? {name}",
        f"Frågor om vad {it_of(agreement)} säger: {name}. Varje svar leder till avtalets ord.",
        lambda: {"quiz": quiz(atlas, agreement), "read": f"{review.by}, {when(review.on)}"},
        # The county in between keeps the list short, on each of these pages, when agreements are many.
        nav=(*_BRANCH, atlas.name("counties", agreement.county), name),
        edit=agreement.path,
    )
