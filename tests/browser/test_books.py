"""A month of a village's money: from the accountant's sheet to a resident's phone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from portal.core.staff.models import Staff
from tests.browser.axe import violations
from tests.browser.site import Site

RIGHT = (
    "青禾村2026年2月收支明细,,,,,",
    "日期,凭证号,科目,用途,收入,支出,收款人",
    ",,,上期结转,84000.00,,",
    "2026.2.10,记-1,公益支出,更换三组路灯六盏,,1280.00,方小庆",
    "2026年2月12日,记-2,发包收入,鱼塘承包款,9000元,,",
    ",,,本月合计,9000.00,1280.00,",
)
WRONG = (*RIGHT[:-1], ",,,本月合计,9000.00,1300.00,")


def _sheet(folder: Path, name: str, lines: tuple[str, ...]) -> Path:
    path = folder / name
    path.write_bytes("\r\n".join(lines).encode("gb18030"))
    return path


def _upload(page: Page, file: Path) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="导入收支表").first.click()
    page.get_by_label("收支明细表").set_input_files(file)
    page.get_by_role("button", name="检查", exact=True).click()


def _move(page: Page, name: str, **fields: str) -> None:
    page.goto("/admin/finance/period/?year=2026")
    page.get_by_role("link", name="2026年2月").click()
    page.get_by_role("link", name=name, exact=True).click()
    for label, text in fields.items():
        page.get_by_label(label).fill(text)
    page.locator("#content-main input[type=submit]").click()
    expect(page.locator(".messagelist")).to_contain_text(f"已办理“{name}”")


def test_a_sheet_becomes_public_by_three_people_and_is_asked_about(
    site: Site, log_in: Callable[[Staff], Page], phone: Page, tmp_path: Path
) -> None:
    accountant = log_in(site.cast.accountant)
    _upload(accountant, _sheet(tmp_path, "二月.csv", WRONG))
    expect(accountant.locator("#content-main")).to_contain_text("逐笔相加是 1,280.00")
    assert violations(accountant) == []
    _upload(accountant, _sheet(tmp_path, "二月改.csv", RIGHT))
    expect(accountant.locator("#content-main")).to_contain_text("检查通过")
    assert violations(accountant) == []
    accountant.get_by_role("button", name="导入 2 笔").click()
    expect(accountant.locator(".messagelist")).to_contain_text("已导入 2 笔")
    _move(accountant, "提交审核")
    _move(log_in(site.cast.supervisor), "审核通过", 审核人="陈监督", 审核日期="2026-03-04")
    _move(log_in(site.cast.officer), "公开")

    phone.goto("/villages/qinghe/")
    phone.get_by_role("link", name="每一笔收支").click()
    phone.get_by_role("link", name="2026年2月").first.click()
    phone.get_by_role("link", name="更换三组路灯六盏").click()
    expect(phone.locator("main")).to_contain_text("1,280.00 元")
    expect(phone.locator("main")).to_contain_text("方某某")
    expect(phone.locator("main")).not_to_contain_text("方小庆")
    phone.get_by_role("link", name="问问这一笔").click()
    phone.get_by_label("内容", exact=True).fill("路灯保修几年？")
    phone.wait_for_timeout(3500)  # nobody writes faster
    phone.get_by_role("button", name="提交").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("收到")


def test_a_resident_proves_the_books_unchanged(site: Site, phone: Page) -> None:
    phone.goto("/finance/")
    phone.get_by_role("link", name="公开的账被改动过吗").click()
    phone.get_by_role("link", name="青禾村").first.click()
    expect(phone.locator("main")).to_contain_text("全部相符")


def test_the_books_desk_can_be_used_by_everybody(
    site: Site, log_in: Callable[[Staff], Page]
) -> None:
    page = log_in(site.cast.accountant)
    found = {}
    for path in (
        "/admin/",
        "/admin/finance/period/",
        "/admin/finance/period/add/",
        "/admin/finance/period/import/",
        f"/admin/finance/period/{site.spent.period_id}/change/",
        f"/admin/finance/period/{site.spent.period_id}/entry/{site.spent.pk}/",
        f"/admin/finance/period/{site.spent.period_id}/entry/{site.spent.pk}/reverse/",
        f"/admin/finance/period/{site.spent.period_id + 1}/entry/",
        "/admin/finance/account/",
        "/admin/finance/subject/",
        "/admin/finance/bookrules/",
    ):
        page.goto(path)
        if lines := violations(page):
            found[path] = lines
    assert found == {}
