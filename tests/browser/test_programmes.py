"""A resident who asks what there may be for the family, on an old phone, without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.site import Site

NEXT, SHOW = "下一步", "看看哪些可能适合"


def test_from_the_menu_to_the_window_without_scripts(
    visit: Callable[..., Page], site: Site
) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto("/")
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="惠民补贴").click()
    page.get_by_role("link", name="老年津贴").click()
    page.get_by_role("link", name="这项政策可能适合我吗？").click()
    page.get_by_role("button", name=NEXT).click()
    expect(page.get_by_role("alert")).to_contain_text("请选一个答案。")
    page.get_by_label("满了").check()
    page.get_by_label("满了").press("Enter")
    page.get_by_label("不在").check()
    page.get_by_role("button", name=NEXT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("可能不符合")
    page.get_by_role("button", name="改：户口在本县吗？").click()
    page.get_by_label("在", exact=True).check()
    page.get_by_role("button", name=NEXT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("可能符合，可以申请")
    expect(page.locator("main")).to_contain_text("便民服务中心3号窗口")
    assert page.context.cookies() == []
    assert page.url.endswith("/benefits/gaoling/check/")


def test_the_general_check_leads_to_the_programme(visit: Callable[..., Page], site: Site) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/benefits/check/")
    page.get_by_label("80 周岁以上的老人").check()
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator("main")).to_contain_text("因为您选了“80 周岁以上的老人”")
    page.get_by_role("link", name="老年津贴").click()
    expect(page.locator(".programme-answer")).to_contain_text("600")
    assert page.context.cookies() == []


@pytest.mark.parametrize("mode", ["standard", "large", "contrast"])
def test_axe_finds_nothing_on_what_answers_a_sent_form(mode: str, phone: Page, site: Site) -> None:
    phone.goto(f"/appearance/?mode={mode}&next=/")
    found = {}
    for name, step in STEPS.items():
        step(phone)
        if lines := violations(phone):
            found[name] = lines
    assert found == {}


def _forgotten(page: Page) -> None:
    page.goto("/benefits/gaoling/check/")
    page.get_by_role("button", name=NEXT).click()


def _second(page: Page) -> None:
    page.get_by_label("满了").check()
    page.get_by_role("button", name=NEXT).click()


def _end(page: Page) -> None:
    page.get_by_label("在", exact=True).check()
    page.get_by_role("button", name=NEXT).click()


def _nothing_ticked(page: Page) -> None:
    page.goto("/benefits/check/")
    page.get_by_role("button", name=SHOW).click()


def _fitting(page: Page) -> None:
    page.get_by_label("80 周岁以上的老人").check()
    page.get_by_role("button", name=SHOW).click()


STEPS: dict[str, Callable[[Page], None]] = {
    "forgotten": _forgotten,
    "second question": _second,
    "end": _end,
    "nothing ticked": _nothing_ticked,
    "fitting": _fitting,
}
