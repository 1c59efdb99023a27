"""«Introduktionsplan»: the list of plans, and one for each role, week by week, to print and fill in."""

from collections.abc import Iterator

from atlas.model.agreement import Atlas
from atlas.site.counties import apart, branch, in_county, links, siblings, titled
from atlas.site.page import Page, Renderer
from atlas.topics.common import MODALITY
from atlas.views.introduction import plan
from atlas.views.roles import Role, roles
from atlas.views.roles_changes import MOST_COLUMNS

PLACE = 13
_BRANCH = ("Ny", "Introduktionsplan")
_EDIT = "hooks/atlas/views/introduction_tasks.py"


def pages(render: Renderer) -> Iterator[Page]:
    """The list, then the plans, each with one for every county when agreements are many."""
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
    all_roles = roles(atlas)
    yield from (_page(render, role, atlas) for role in all_roles)
    yield from (_page(render, role, part, county) for county, part in apart(atlas).items() for role in all_roles)


def _page(render: Renderer, role: Role, atlas: Atlas, county: str = "") -> Page:
    """The plan of a role by all agreements, or by those of a county, which are the atlas then."""
    return render.page(
        "introduction.md.j2",
        in_county(role.plan_url, county).replace(".html", ".md"),
        titled(f"Introduktionsplan: {role.name}", atlas, county),
        f"De fyra första veckorna för {role.name}: vad avtalen kräver, och vad vi föreslår.",
        lambda: {
            "plan": plan(atlas, role),
            "counties": [] if county else links(atlas, role.plan_url, apart(atlas)),
            "whole": role.plan_url if county else "",
            "siblings": siblings(render.atlas, role.plan_url, county),
            # Few agreements are named at each point; many wait behind a line per county.
            "few": len(atlas.agreements) <= MOST_COLUMNS,
            "modality": MODALITY.options,
            "compared": {each.topic.id for each in render.compared},
        },
        nav=branch((*_BRANCH, role.name), atlas, county),
        edit=_EDIT,
    )
