"""«Introduktionsplan»: the list of plans, and one for each role, week by week, to print and fill in."""

from collections.abc import Iterator

from atlas.site.page import Page, Renderer
from atlas.topics.common import MODALITY
from atlas.views.introduction import plan
from atlas.views.roles import Role, roles
from atlas.views.roles_changes import MOST_COLUMNS

PLACE = 13
_BRANCH = ("Ny", "Introduktionsplan")
_EDIT = "hooks/atlas/views/introduction_tasks.py"


def pages(render: Renderer) -> Iterator[Page]:
    """The list, then the plans."""
    atlas = render.atlas
    yield render.page(
        "introductions.md.j2",
        "ny/introduktion/index.md",
        "Introduktionsplan",
        "En plan för de fyra första veckorna på en familjecentral, roll för roll.",
        lambda: {"roles": roles(atlas)},
        nav=(*_BRANCH, "Alla planer"),
        edit=_EDIT,
    )
    yield from (_page(render, role) for role in roles(atlas))


def _page(render: Renderer, role: Role) -> Page:
    atlas = render.atlas
    return render.page(
        "introduction.md.j2",
        f"ny/introduktion/{role.slug}/index.md",
        f"Introduktionsplan: {role.name}",
        f"De fyra första veckorna för {role.name}: vad avtalen kräver, och vad vi föreslår.",
        lambda: {
            "plan": plan(atlas, role),
            # Few agreements are named at each point; many wait behind a line per county.
            "few": len(atlas.agreements) <= MOST_COLUMNS,
            "modality": MODALITY.options,
            "compared": {each.topic.id for each in render.compared},
        },
        nav=(*_BRANCH, role.name),
        edit=_EDIT,
    )
