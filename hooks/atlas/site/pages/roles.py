"""«Din roll»: the list of roles, and a page for each: what every agreement asks of it, agreement by agreement."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.model.agreement import Agreement
from atlas.site.page import Page, Renderer
from atlas.topics.common import MODALITY, when
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
    yield from (_page(render, role) for role in roles(atlas))


def _page(render: Renderer, role: Role) -> Page:
    atlas = render.atlas
    return render.page(
        "role.md.j2",
        f"ny/roll/{role.slug}/index.md",
        role.name,
        f"{role.name} på en familjecentral: vad varje avtal ber dig om, vilka du möter och vem du kan fråga.",
        lambda: {
            "role": role,
            "entries": [_entry(render, role, agreement) for agreement in atlas.agreements],
            "own_title": _GROUPS[role.kind][0],
            "service_title": _GROUPS[role.kind][1] + (f": {role.service.name}" if role.service else ""),
            "has_service": role.kind != PROFESSION or role.service is not None,
            "changes": changes(atlas, role),
            "statutes": [statute for topic in _LAW_ON for statute in statutes(atlas, topic)],
            "modality": MODALITY.options,
            "compared": {each.topic.id for each in render.compared},
        },
        nav=(*_BRANCH, role.name),
    )


def _entry(render: Renderer, role: Role, agreement: Agreement) -> _Entry:
    atlas, review = render.atlas, agreement.review
    return _Entry(
        row_id(agreement),
        short_name(atlas, agreement),
        atlas.name("counties", agreement.county),
        f"Läst av {review.by} {when(review.on)}.",
        agreement,
        asked(atlas, role, agreement),
        around(atlas, role, agreement),
    )
