"""What every newcomer reads, whatever the role: what the place is, who works there, who steers, what may be told."""

from collections.abc import Iterator
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.counties import apart, branch, compared_in, in_county, links, siblings, titled
from atlas.site.page import Page, Renderer, Values
from atlas.views.asked import left_open, lifted, outdated, questions, recipients
from atlas.views.definitions import contents, definitions, described, services_named
from atlas.views.laws import statutes
from atlas.views.names import short_name
from atlas.views.steering import levels
from atlas.views.team import duties_given, never_named, team

PLACE = 42


def pages(render: Renderer) -> Iterator[Page]:
    """One page per question, in the order in which they are asked, by all agreements; when these are many, beside it
    one for each county, by its agreements, which are the atlas then.
    """
    atlas = render.atlas
    counties = apart(atlas).items()
    each_question = (_place, _team, _steering, _secrecy, _report)
    yield from (made(render, atlas) for made in each_question)
    yield from (made(render, part, county) for county, part in counties for made in each_question)


def _place(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    return _page(
        render,
        "vad",
        "Vad är en familjecentral?",
        "Vad en familjecentral är, enligt avtalen och enligt andra, och vilka verksamheter som ingår.",
        lambda: {
            "services": services_named(atlas),
            "contents": contents(atlas),
            "described": described(atlas),
            # What others than agreements say is the same in every county.
            "definitions": () if county else definitions(atlas),
        },
        county,
    )


def _steering(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    return _page(
        render,
        "styrning",
        "Så styrs den",
        "Grupperna som styr en familjecentral: vad de heter, hur ofta de möts och vem som kallar.",
        lambda: {"levels": levels(atlas), "texts": len(atlas.agreements)},
        county,
    )


def _team(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    return _page(
        render,
        "vilka",
        "Vilka arbetar här?",
        "Verksamheterna och yrkena på en familjecentral, och vad avtalen kallar dem.",
        lambda: {"team": team(atlas), "given": duties_given(atlas), "never_named": never_named(atlas)},
        county,
    )


def _secrecy(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    return _page(
        render,
        "tystnadsplikt",
        "Vad får jag berätta?",
        "Sekretess och samtycke på en familjecentral: lagen först, sedan vad avtalen säger.",
        lambda: _asked(atlas, "secrecy"),
        county,
    )


def _report(render: Renderer, atlas: Atlas, county: str = "") -> Page:
    return _page(
        render,
        "orolig",
        "Orolig för ett barn",
        "Vad du gör om du blir orolig för ett barn, steg för steg: lag, avtal och våra råd.",
        lambda: {**_asked(atlas, "duty_to_report"), "recipients": recipients(atlas), "lifted": lifted(atlas)},
        county,
    )


def _page(render: Renderer, slug: str, title: str, description: str, values: Values, county: str = "") -> Page:
    """A page, or with a county that of the county."""
    atlas, path = render.atlas, f"ny/{slug}/index.md"
    return render.page(
        f"newcomer_{slug}.md.j2",
        in_county(path, county),
        titled(title, atlas, county),
        description,
        lambda: {**_around(render, path.replace(".md", ".html"), county), **values()},
        nav=branch(("Ny", title), atlas, county),
    )


def _around(render: Renderer, url: str, county: str) -> dict[str, Any]:
    """Where the topics are compared, and the way between a page and those of its counties."""
    atlas = render.atlas
    whole = {each.topic.id: each.url for each in render.compared}
    return {
        "compared": compared_in(atlas, county) if county else whole,
        "counties": [] if county else links(atlas, url, apart(atlas)),
        "whole": url if county else "",
        "siblings": siblings(atlas, url, county),
    }


def _asked(atlas: Atlas, topic: str) -> dict[str, Any]:
    return {
        "questions": questions(atlas, topic),
        "left_open": left_open(atlas, topic),
        "outdated": outdated(atlas, topic),
        "statutes": statutes(atlas, topic),
        "names": {agreement.id: short_name(atlas, agreement) for agreement in atlas.agreements},
    }
