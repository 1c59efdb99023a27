"""«Din roll»: the list of roles, and a page for each: what every agreement asks of it, agreement by agreement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlas.model.agreement import Agreement, Atlas
from atlas.site.counties import siblings
from atlas.site.page import Page, Renderer
from atlas.topics.common import MODALITY, when
from atlas.views.comparison import counties_compared
from atlas.views.county_pages import page_name
from atlas.views.laws import statutes
from atlas.views.names import row_id, short_name
from atlas.views.roles import COORDINATOR, COUNTY, MANAGER, PROFESSION, Role, roles
from atlas.views.roles_asked import Asked, all_roles_asked, asked
from atlas.views.roles_bodies import Around, around
from atlas.views.roles_changes import changes

PLACE = 12
_BRANCH = ("Ny", "Din roll")
# What stands first, and what stands in the service's place.
_GROUPS = {
    PROFESSION: ("Dina egna uppgifter", "Din verksamhets uppgifter"),
    MANAGER: ("Där avtalet nämner chefer", "Uppgifter för grupper där chefer ingår"),
    COORDINATOR: ("Samordnarens uppgifter", "Så är uppdraget ordnat"),
    COUNTY: ("Länssamordnarens uppgifter", "Annat om samordningen i länet"),
}
# The law that holds whatever an agreement says, for everyone who works there.
_LAW_ON = ("secrecy", "duty_to_report")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One agreement on the page of a role. `group` is its county, `read` says who read it and when."""

    id: str
    name: str
    group: str
    read: str
    agreement: Agreement
    asked: Asked
    around: Around


def pages(render: Renderer) -> Iterator[Page]:
    """The list, then the roles."""
    atlas = render.atlas
    yield render.page(
        "roles.md.j2",
        "ny/roll/index.md",
        "Din roll",
        "Vad avtalen om familjecentraler ber olika yrken och roller om.",
        lambda: {
            "roles": all_roles_asked(atlas),
            "binding": sum(agreement.binds for agreement in atlas.agreements),
        },
        nav=(*_BRANCH, "Alla roller"),
    )
    all_roles = roles(atlas)
    yield from (_page(render, role, atlas) for role in all_roles)
    apart = counties_compared(atlas).items()
    yield from (_page(render, role, part, county) for county, (part, _) in apart for role in all_roles)


def _county_url(role: Role, county: str) -> str:
    """Where a county's agreements stand for a role, when there are too many for one page."""
    return f"ny/roll/{role.slug}/{county}/index.html"


def _page(render: Renderer, role: Role, atlas: Atlas, county: str = "") -> Page:
    """What all agreements ask of a role, or those of a county, which are the atlas then."""
    place = page_name(atlas, county)
    name = f"{role.name}: {place}" if county else role.name
    return render.page(
        "role.md.j2",
        (_county_url(role, county) if county else role.url).removesuffix(".html") + ".md",
        name,
        f"{name} på en familjecentral: vad varje avtal ber dig om, vilka du möter och vem du kan fråga.",
        lambda: _values(render, role, atlas, county),
        nav=(*_BRANCH, "Län för län", place, role.name) if county else (*_BRANCH, role.name),
    )


def _values(render: Renderer, role: Role, atlas: Atlas, county: str) -> dict[str, Any]:
    apart = {} if county else counties_compared(atlas)
    counties = ((page_name(atlas, id), _county_url(role, id), _links(part)) for id, (part, _) in apart.items())
    return {
        "role": role,
        "whole": role.url if county else "",
        "siblings": siblings(render.atlas, role.url, county),
        "counties": list(counties),
        "entries": [] if apart else [_entry(atlas, role, agreement) for agreement in atlas.agreements],
        "own_title": _GROUPS[role.kind][0],
        "service_title": _GROUPS[role.kind][1] + (f": {role.service.name}" if role.service else ""),
        "has_service": role.kind != PROFESSION or role.service is not None,
        "changes": None if apart else changes(atlas, role),
        "statutes": [statute for topic in _LAW_ON for statute in statutes(atlas, topic)],
        "modality": MODALITY.options,
        "compared": {each.topic.id for each in render.compared},
    }


def _links(part: Atlas) -> list[tuple[str, str]]:
    """The agreements of a county: where each stands on a page, and its name."""
    return [(row_id(each), short_name(part, each)) for each in part.agreements]


def _entry(atlas: Atlas, role: Role, agreement: Agreement) -> _Entry:
    review = agreement.review
    return _Entry(
        row_id(agreement),
        short_name(atlas, agreement),
        atlas.name("counties", agreement.county),
        f"Läst av {review.by} {when(review.on)}.",
        agreement,
        asked(atlas, role, agreement),
        around(atlas, role, agreement),
    )
