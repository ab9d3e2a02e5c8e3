"""A paper application on the desk: a third party is asked, the answer takes longer, part is
disclosed and then published for all; by an officer and the head, each in a browser of their own."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from applications.cases.models import Application
from applications.letters.models import Letter
from disclosures.items.models import Edition
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.browser.axe import violations
from tests.browser.site import Site

COMPANY = "环湖建设公司"
LISTS = ("application", "draft", "letter", "lettertemplate", "consultation", "applicationrules")


def test_from_the_counter_to_the_web(site: Site, log_in: Callable[[Staff], Page]) -> None:
    officer = log_in(site.cast.officer)
    head = log_in(factories.staff(site.cast.office, Role.HEAD, name="方主任"))
    number = _register(officer)
    officer.get_by_role("link", name="去办理").click()

    _step(officer, "核对登记")
    given = {"第三方（姓名或者单位名称）": COMPANY, "要征求意见的信息": "施工合同全文"}
    _step(officer, "征求第三方意见", **given)
    _choose(officer, "第三方答复", "哪一个第三方", COMPANY, radio="不同意公开")
    _step(officer, "拟“延期答复”", 延长几个工作日="10", 延期的理由="需要逐页核对。")
    _sign(head, number, "延期答复")

    officer.reload()
    officer.get_by_role("link", name="拟“作出答复”").click()
    officer.get_by_label("第 1 项的处理结果").select_option(label="予以公开")
    officer.get_by_label("第 2 项的处理结果").select_option(label="公开会损害第三方合法权益")
    officer.get_by_label("答复的内容").fill("一、合同正文公开。\n二、报价单不公开。")
    _look_and_do(officer, "送负责人签发")
    _sign(head, number, "作出答复")

    officer.reload()
    _step(officer, "送达", 送达方式和凭证="当面交付，申请人签收")
    assert Application.objects.get(number=number).outcome == "partial"
    kinds = set(Letter.objects.values_list("kind", flat=True))
    assert {"third_party", "extension", "partial"} <= kinds
    _publish(officer, site)


def _register(page: Page) -> str:
    page.goto("/admin/applications/application/")
    page.get_by_role("link", name="登记公民的纸质申请").click()
    assert violations(page) == []
    page.get_by_label("要什么信息").fill("青禾村修路合同")
    page.get_by_label("写清楚一些").fill("2025年修路的施工合同")
    page.get_by_label("姓名").fill("周小满")
    page.get_by_label("电话（可不填）").fill("0559-7000003")
    page.get_by_text("还要别的信息").click()
    page.get_by_label("第 2 项信息").fill("投标的报价单")
    page.get_by_role("button", name="登记").click()
    expect(page.get_by_role("heading", name="已登记")).to_be_visible()
    assert violations(page) == []
    found = re.search(r"SQ\d{4}-\d+", page.locator("#content-main").inner_text())
    assert found is not None
    return found[0]


def _step(page: Page, name: str, **given: str) -> None:
    """Press the button, fill in, look at what it does, do it."""
    page.get_by_role("link", name=name, exact=True).click()
    for label, value in given.items():
        page.get_by_label(label, exact=False).first.fill(value)
    _look_and_do(page, "登记“" if "拟" not in name else "送负责人签发")


def _choose(page: Page, name: str, field: str, value: str, *, radio: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_label(field).select_option(label=value)
    page.get_by_label(radio, exact=True).check()
    _look_and_do(page, "登记“")


def _look_and_do(page: Page, button: str) -> None:
    assert violations(page) == []
    page.get_by_role("button", name="下一步：看看会怎样").click()
    expect(page.locator(".checked")).to_contain_text("期限")
    assert violations(page) == []
    page.get_by_role("button", name=button).click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert violations(page) == []


def _sign(page: Page, number: str, what: str) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name=f"{number} {what}").click()
    assert violations(page) == []
    page.get_by_role("button", name="签发").click()
    expect(page.locator(".messagelist")).to_contain_text("已签发")


def _publish(page: Page, site: Site) -> None:
    page.locator(".moves").get_by_role("link", name="答复转公开").click()
    page.get_by_label("标题：").fill("青禾村修路合同主要条款")
    page.get_by_label("公开事项：").select_option(index=1)
    page.get_by_label("发布机构：").select_option(label=site.cast.office.name)
    page.get_by_role("button", name="新建稿件").click()
    expect(page.locator(".messagelist")).to_contain_text("已新建稿件")
    assert Edition.objects.filter(title="青禾村修路合同主要条款").exists()


def test_axe_finds_nothing_on_the_desks_other_pages(
    site: Site, log_in: Callable[[Staff], Page]
) -> None:
    page = log_in(site.cast.officer)
    _register(page)
    key = Application.objects.latest("pk").pk
    own = [f"application/{key}/{name}/" for name in ("letter", "give-to", "add-paper", "correct/1")]
    paths = [*(f"{name}/" for name in LISTS), *own, "application/board/"]
    found = {}
    for path in (*paths, f"consultation/of/{key}/ask/", "lettertemplate/preview/partial/"):
        page.goto(f"/admin/applications/{path}")
        if lines := violations(page):
            found[path] = lines
    assert found == {}
