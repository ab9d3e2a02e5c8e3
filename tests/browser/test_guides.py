"""A resident with something to be done: finds it, packs the papers, sees the way."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site


def test_from_what_happened_to_the_blank_form(page: Page, site: Site) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="办事").click()
    page.get_by_role("link", name="养老 1 件事").click()
    page.get_by_role("link", name="高龄津贴申请").click()
    expect(page.locator("main")).to_contain_text("10 个工作日")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载表格：申请表.csv").click()
    assert waiting.value.suggested_filename == "申请表.csv"


def test_in_plain_words_without_scripts(visit: Callable[..., Page], site: Site) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/services/")
    page.get_by_role("searchbox", name="要办什么事").fill("怎么领长寿钱")
    page.get_by_role("search", name="查找办事指南").get_by_role("button", name="查找").click()
    page.get_by_role("link", name="高龄津贴申请").click()
    box = page.get_by_role("checkbox", name="身份证 原件 1 份")
    expect(box).not_to_be_checked()
    page.get_by_text("身份证", exact=True).click()
    expect(box).to_be_checked()


@pytest.mark.parametrize(
    ("size", "mode", "shown"),
    [
        ((1280, 900), "standard", "across"),
        ((390, 844), "standard", "down"),
        ((1280, 900), "large", "down"),
        ((390, 844), "large", "none"),
    ],
)
def test_the_drawing_has_room_or_gives_way_to_the_list(
    size: tuple[int, int], mode: str, shown: str, visit: Callable[..., Page], site: Site
) -> None:
    page = visit(viewport={"width": size[0], "height": size[1]})
    page.goto(f"/appearance/?mode={mode}&next=/")
    page.goto(site.guide.get_absolute_url())
    for kind in ("across", "down"):
        drawing = page.locator(f".flow-{kind}")
        expect(drawing).to_be_visible() if kind == shown else expect(drawing).to_be_hidden()
    expect(page.locator(".guide-steps > li")).to_have_count(6)


def test_the_papers_to_bring_stand_on_the_first_sheet(page: Page, site: Site) -> None:
    page.emulate_media(media="print")
    page.goto(site.public_paths()["guide on paper"])
    bottom = page.locator(".guide-checklist").evaluate("e => e.getBoundingClientRect().bottom")
    assert bottom < 1000  # A4 within its margins, in CSS pixels
    expect(page.get_by_role("link", name="下载表格")).to_be_hidden()
