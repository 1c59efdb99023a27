"""What waits to be read again: every text with its day, its owner and the topics that nobody has read it for."""

from collections.abc import Iterator
from typing import Any

from atlas.check.against import MOVED_ALONE
from atlas.model.agreement import Atlas
from atlas.site.page import Page, Renderer
from atlas.topics.agreement_file import REVIEW_MONTHS, REVIEWED
from atlas.views.renewals import renewals, renewed
from atlas.views.review import reviews

PLACE = 56


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "review.md.j2",
        "granskning/index.md",
        "Granskning",
        "Vilka texter som behöver läsas på nytt, när de senast lästes och vem som ser till att det görs.",
        lambda: _values(render.atlas),
        nav=("Om", "Granskning"),
    )


def _values(atlas: Atlas) -> dict[str, Any]:
    found = reviews(atlas)
    return {
        "reviews": found,
        "renewals": [each for agreement in renewed(atlas) for each in renewals(atlas, agreement)],
        "figures": [
            {"label": "avtal och dokument", "value": len(found)},
            {"label": "har en text som har ändrats", "value": sum(each.waits for each in found)},
            {"label": "har ämnen som ingen har läst texten för", "value": sum(bool(each.unread) for each in found)},
            {"label": "har ingen ansvarig angiven", "value": sum(not each.document.review.owner for each in found)},
        ],
        "months": REVIEW_MONTHS,
        "keys": REVIEWED.fields,
        "rule": MOVED_ALONE,
    }
