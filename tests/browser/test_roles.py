"""Roles and introduction plans: every line leads to the agreement's words, all of it fits, and a plan is for paper."""

import pytest
from playwright.sync_api import BrowserContext, Page

ROLE = "ny/roll/barnmorska/index.html"
PLAN = "ny/introduktion/samordnare/index.html"


def opened(server: str, context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(server + path)
    return page


@pytest.mark.parametrize("path", [ROLE, PLAN, "ny/roll/chef-driftsansvarig/index.html", "ny/roll/index.html"])
def test_it_fits_the_window(server: str, context: BrowserContext, path: str) -> None:
    page = opened(server, context, path)
    inner, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= inner


def test_from_the_choice_of_agreement_to_its_words(server: str, context: BrowserContext) -> None:
    """By keyboard: choose the agreement, open what concerns everyone, follow a line."""
    page = opened(server, context, ROLE)
    page.locator('.aa-rolejump a[href$="#jonkoping-lan-2022"]').press("Enter")
    page.wait_for_url(f"**/{ROLE}#jonkoping-lan-2022")
    agreement = page.locator("#jonkoping-lan-2022 + .aa-role")
    shared = agreement.locator("details")
    shared.locator("summary").press("Enter")
    shared.locator("a:visible").first.press("Enter")
    page.wait_for_url("**/avtal/jonkoping/lan-2022/index.html#*")
    page.wait_for_selector("mark.aa-lit", state="visible")


def test_without_a_script_all_of_it_is_there(server: str, context: BrowserContext) -> None:
    context.route("**/*.js", lambda route: route.abort())
    page = opened(server, context, ROLE)
    assert page.locator(".aa-role").count() == 5
    page.locator(".aa-role details summary").first.click()
    assert page.locator(".aa-role details[open] li").first.is_visible()


def test_on_paper_a_plan_has_lines_to_fill_in_and_a_role_hides_nothing(server: str, context: BrowserContext) -> None:
    plan = opened(server, context, PLAN)
    plan.emulate_media(media="print")
    boxes, signs = plan.locator(".aa-plan__box"), plan.locator(".aa-plan__sign")
    assert boxes.count() == signs.count() > 10
    assert boxes.first.is_visible() and signs.first.is_visible() and plan.locator(".aa-plan__head").is_visible()
    role = opened(server, context, ROLE)
    hidden = role.locator(".aa-role details li").first
    assert not hidden.is_visible()
    role.emulate_media(media="print")
    assert hidden.is_visible() and not role.locator(".aa-rolejump").is_visible()
