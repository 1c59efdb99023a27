"""The field reference: every key that an editor may write, made from the very shapes that the check uses."""

from collections.abc import Iterator
from typing import Any

from atlas.site.page import Page, Renderer
from atlas.views.fields import groups, sections

PLACE = 51


def pages(render: Renderer) -> Iterator[Page]:
    """The page."""
    yield render.page(
        "fields.md.j2",
        "redigera/falt/index.md",
        "Fält för fält",
        "Alla nycklar som kan stå i filerna, vad de betyder och vad som får stå där.",
        lambda: _values(render),
        nav=("Redigera", "Fält för fält"),
        edit="hooks/atlas/topics/agreement_file.py",
    )


def _values(render: Renderer) -> dict[str, Any]:
    found = sections()
    return {
        "first": [each for each in found if each.file == "agreement.yml" and not each.topic],
        "groups": groups(found),
        "compared": {each.topic.id: each.url for each in render.compared},
        "last": [each for each in found if each.file == "document.yml"],
        "vocabulary": [each for each in found if each.file.startswith("vocabulary/")],
    }
