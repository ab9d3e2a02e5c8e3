"""From an empty form to the public page, by three people, each in a browser of their own."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from portal.core.staff.models import Staff
from tests.browser.site import Site

TITLE = "青禾村三组机耕路修缮工程招标公告"
SENTENCE = "本工程长 800 米，欢迎符合条件的施工队报名。"


def _write(page: Page, site: Site, file: Path) -> None:
    page.get_by_role("link", name="新增信息", exact=True).click()
    page.get_by_label("标题", exact=False).first.fill(TITLE)
    page.locator(".field-entry .select2-selection").click()
    page.locator(".select2-search__field").fill("最低")
    page.get_by_role("option", name="最低生活保障").click()
    page.locator(".ck-editor__editable").first.click()
    page.keyboard.type(SENTENCE)
    page.locator("input[name=files]").set_input_files(file)
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("稿件已保存")


def _step(page: Page, move: str) -> None:
    """Press the move's button on the edition and confirm."""
    page.get_by_role("link", name=move, exact=True).click()
    page.locator("#content-main input[type=submit]").click()
    expect(page.locator(".messagelist")).to_be_visible()


def _open(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name=TITLE).first.click()


def test_a_draft_becomes_public_by_three_people(
    site: Site, log_in: Callable[[Staff], Page], page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "工程量清单.csv"
    file.write_text("项目,数量\n路面,800 米\n", encoding="utf-8")

    clerk = log_in(site.cast.clerk)
    _write(clerk, site, file)
    expect(clerk.locator(".field-attachments_shown")).to_contain_text("工程量清单.csv")
    _step(clerk, "提交审核")

    reviewer = log_in(site.cast.reviewer)
    _open(reviewer)
    _step(reviewer, "审核通过")

    keeper = log_in(site.cast.keeper)
    _open(keeper)
    _step(keeper, "保密审查通过")

    page.goto("/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("article")).to_contain_text(SENTENCE)
    expect(page.get_by_role("link", name="工程量清单.csv").first).to_be_visible()


def test_the_editor_keeps_what_was_typed_as_html(
    site: Site, log_in: Callable[[Staff], Page], tmp_path: Path
) -> None:
    page = log_in(site.cast.clerk)
    page.get_by_role("link", name="新增信息", exact=True).click()
    editor = page.locator(".ck-editor__editable").first
    editor.click()
    page.keyboard.type("第一条")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+b")
    value = page.evaluate(
        "() => document.querySelector('.ck-editor__editable').ckeditorInstance.getData()"
    )
    assert value == "<p><strong>第一条</strong></p>"


def test_what_is_wrong_is_said_in_plain_words(site: Site, log_in: Callable[[Staff], Page]) -> None:
    page = log_in(site.cast.clerk)
    page.get_by_role("link", name="新增信息", exact=True).click()
    page.get_by_label("标题", exact=False).first.fill("没有选事项")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".errornote, .errorlist").first).to_be_visible()
