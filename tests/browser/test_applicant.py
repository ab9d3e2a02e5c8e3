"""A resident on a phone applies, follows it with the code, supplements and gets the answer."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile
from applications.cases.record_event import record_event
from applications.cases.take_in import confirm
from applications.decisions.outcomes import Outcome
from applications.procedure.events import Decided, SupplementRequested
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.apply.sending import NUMBER
from tests.browser.axe import violations
from tests.browser.site import Site
from tests.uploads import files

LEAST_TIME = 3500  # milliseconds: sooner, the form takes it for a program


def test_a_resident_applies_supplements_and_receives(phone: Page, site: Site) -> None:
    number, code = _applied(phone)
    application = Application.objects.get(number=number)
    today = clock.today()
    confirm(application, by=site.cast.officer, on=today)
    asked = SupplementRequested(on=today, until=today + timedelta(days=10))
    record_event(application, asked, by=site.cast.officer)

    phone.goto("/applications/track/")
    phone.get_by_label("编号").fill(number)
    phone.get_by_label("查询码").fill(code)
    phone.get_by_role("button", name="查询").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("等待申请人补正")
    assert violations(phone) == []
    phone.get_by_label("补充的内容").fill("要的是施工合同")
    phone.get_by_role("button", name="提交").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("办理中")

    head = factories.staff(site.cast.office, Role.HEAD)
    decided = Decided(on=today, outcomes=(Outcome.GRANTED,))
    record_event(application, decided, by=head, drafted_by=site.cast.officer)
    picture = files.picture(form="JPEG")
    keep_file(application, picture, "合同.jpg", CaseFile.Kind.RELEASED, shared=True)
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text("已答复")
    assert violations(phone) == []
    with phone.expect_download() as taken:
        phone.get_by_role("link", name="合同.jpg").click()
    with open(taken.value.path(), "rb") as kept:
        assert kept.read() == picture
    phone.get_by_role("button", name="退出查询").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("查询申请办理情况")


def _applied(phone: Page) -> tuple[str, str]:
    """From looking first to the receipt, with a mistake on the way."""
    phone.goto("/applications/")
    phone.get_by_role("link", name="我要申请").first.click()
    phone.get_by_label("要什么信息").fill("没有公开过的合同")
    phone.get_by_role("button", name="找一找").click()
    phone.get_by_role("link", name="我是个人").click()
    expect(phone.get_by_label("要什么信息")).to_have_value("没有公开过的合同")
    phone.get_by_label("写清楚一些").fill("2025年修路的合同")
    phone.get_by_label("姓名").fill("周小满")
    phone.get_by_label("证件号码").fill(NUMBER)
    phone.wait_for_timeout(LEAST_TIME)
    phone.get_by_role("button", name="提交申请").click()
    expect(phone.get_by_role("heading", name="有错误需要更正")).to_be_visible()
    assert violations(phone) == []
    phone.get_by_label("电话").fill("0559-7000003")
    phone.get_by_role("button", name="提交申请").click()
    expect(phone.get_by_role("heading", name="申请已提交")).to_be_visible()
    assert violations(phone) == []
    told = phone.locator(".receipt").inner_text()
    return re.search(r"SQ\d{4}-\d+", told)[0], re.search(r"[a-z0-9]{4}(-[a-z0-9]{4}){2}", told)[0]
