"""What a resident does: finds, reads, takes away, on a phone, without scripts, without cookies."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.site import Site


def test_from_home_to_an_attachment(page: Page, site: Site) -> None:
    page.goto("/")
    page.get_by_role("link", name="困难了能得到什么帮助？").click()
    expect(page).to_have_url(f"{site.url}/categories/social-assistance/")
    page.get_by_role("link", name=site.assistance.live.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(site.assistance.live.title)
    expect(page.locator("main")).to_contain_text(site.assistance.index_number)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="低保发放名单.csv").first.click()
    download = waiting.value
    assert download.suggested_filename == "低保发放名单.csv"
    assert "张某某" in Path(download.path()).read_text(encoding="utf-8-sig")


def test_my_village(page: Page, site: Site) -> None:
    page.goto("/")
    page.get_by_role("link", name="青禾村", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("青禾村")
    page.get_by_role("link", name=site.village_item.live.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(site.village_item.live.title)


def test_search_from_the_home_page(page: Page, site: Site) -> None:
    page.goto("/")
    page.locator("#q").fill("低保")
    page.locator("#q").press("Enter")
    expect(page.locator("main")).to_contain_text(site.assistance.live.title)
    expect(page.locator("main")).not_to_contain_text(site.village_item.live.title)


def test_a_policy_leads_to_its_interpretation_and_back(page: Page, site: Site) -> None:
    page.goto(site.policy.get_absolute_url())
    page.get_by_role("link", name="一图读懂困难群众救助").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("一图读懂困难群众救助")
    page.get_by_role("link", name=site.policy.live.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(site.policy.live.title)


def test_what_was_changed_and_why(page: Page, site: Site) -> None:
    page.goto(site.revised.get_absolute_url())
    expect(page.locator("main")).to_contain_text("更正咨询电话")
    expect(page.locator("article")).to_contain_text("0559-7000010")
    page.goto(f"{site.revised.get_absolute_url()}versions/1/")
    expect(page.locator("article")).to_contain_text("旧的电话")


def test_a_withdrawn_item_says_so_but_not_what_it_said(page: Page, site: Site) -> None:
    page.goto(site.withdrawn.get_absolute_url())
    expect(page.locator("main")).to_contain_text("名单有误，重新核对后公示。")
    expect(page.locator("body")).not_to_contain_text("误发的名单公示")


def test_a_deadline_explains_itself(page: Page) -> None:
    page.goto("/deadline/?received=2025-01-20&days=20")
    expect(page.locator("main")).to_contain_text("2025年2月")
    expect(page.locator("main")).to_contain_text("春节")


def test_everything_works_without_javascript(visit: Callable[..., Page], site: Site) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").first.fill("低保")
    page.get_by_role("searchbox").first.press("Enter")
    page.get_by_role("link", name=site.assistance.live.title).first.click()
    expect(page).to_have_title(re.compile(f"^{re.escape(site.assistance.live.title)}"))


def test_large_mode_is_kept_across_pages(page: Page, site: Site) -> None:
    page.goto(site.village_item.get_absolute_url())
    usual = _font_size(page)
    page.get_by_role("link", name="长者模式").click()
    expect(page.get_by_role("link", name="恢复标准显示")).to_be_visible()
    large = _font_size(page)
    page.goto(site.assistance.get_absolute_url())
    assert usual < large == _font_size(page)
    assert [cookie["name"] for cookie in page.context.cookies()] == ["mode"]
    page.get_by_role("link", name="恢复标准显示").click()
    expect(page.get_by_role("link", name="长者模式")).to_be_visible()
    assert _font_size(page) == usual
    assert page.context.cookies() == []


def test_the_keyboard_reaches_the_text_at_once(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到正文")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_resident_points_out_a_mistake(page: Page, site: Site) -> None:
    page.goto(site.assistance.get_absolute_url())
    page.get_by_role("link", name="有误请指出").click()
    expect(page.locator("main")).to_contain_text(f"您说的网页：{site.assistance.live.title}")
    page.get_by_label("内容", exact=True).fill("监督电话打不通。")
    page.wait_for_timeout(3500)  # nobody writes faster
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("收到")


def test_a_resident_asks_and_follows_what_becomes_of_it(page: Page, site: Site) -> None:
    page.goto("/questions/ask/")
    page.get_by_label("内容", exact=True).fill("老年证在哪里办？")
    page.wait_for_timeout(3500)
    page.get_by_role("button", name="提交").click()
    expect(page.locator(".receipt strong")).to_have_count(2)
    number, code = page.locator(".receipt strong").all_text_contents()
    assert violations(page) == []
    page.get_by_role("link", name="查询办理情况").first.click()
    page.get_by_label("编号").fill(number)
    page.get_by_label("查询码").fill(code)
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("已收到")
    expect(page.locator("main")).to_contain_text("老年证在哪里办？")
    assert violations(page) == []


def _font_size(page: Page) -> float:
    return page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
