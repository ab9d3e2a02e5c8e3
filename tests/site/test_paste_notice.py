"""Pasting a notice at the desk: looked at first, adopted after, by administrators alone."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.workdays.models import HolidayNotice
from tests.cast import Cast
from tests.core.workdays.notices import NOTICE_2026
from tests.site.test_calendar_adoption import NOTICE_2027

PAGE = "/admin/core/holidaynotice/paste/"


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.administrator)
    return client


def shown(desk: Client, text: str) -> dict[str, str]:
    """What the page would send back when the notice is confirmed."""
    return {"text": text, "confirmed": desk.post(PAGE, {"text": text}).context["digest"]}


def is_known(year: int) -> bool:
    return HolidayNotice.objects.filter(year=year).exists()


def test_pasting_shows_what_was_understood_and_keeps_nothing(desk: Client) -> None:
    page = desk.post(PAGE, {"text": NOTICE_2027}).content.decode()
    assert "2027年，读到 27 个日期" in page
    assert "2027年2月14日 星期日" in page
    assert not is_known(2027)


def test_what_was_looked_at_is_adopted(desk: Client) -> None:
    answer = desk.post(PAGE, shown(desk, NOTICE_2027), follow=True)
    assert "已采用2027年放假安排" in answer.content.decode()
    assert is_known(2027)


def test_a_text_changed_after_looking_is_shown_again(desk: Client) -> None:
    given = shown(desk, NOTICE_2027) | {"text": NOTICE_2026}
    assert "2026年，读到" in desk.post(PAGE, given).content.decode()
    assert not is_known(2027)


def test_confirming_what_was_never_shown_adopts_nothing(desk: Client) -> None:
    desk.post(PAGE, {"text": NOTICE_2027, "confirmed": "on"})
    assert not is_known(2027)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "请粘贴通知正文"),
        ("明年放假", "看不出是哪一年"),
        (NOTICE_2027.replace("（周日）", "（周六）"), "通知里写的是周六"),
        (NOTICE_2027.replace("清明节", "植树节"), "缺少清明的放假安排"),
    ],
)
def test_a_notice_with_faults_is_sent_back_with_them(desk: Client, text: str, says: str) -> None:
    answer = desk.post(PAGE, {"text": text})
    assert says in answer.content.decode()
    assert answer.context["notice"] is None
    assert not is_known(2027)


@pytest.mark.parametrize("who", ["clerk", "reviewer", "officer", "auditor", "supervisor"])
def test_others_may_read_the_calendar_only(cast: Cast, client: Client, who: str) -> None:
    client.force_login(getattr(cast, who))
    page = client.get(reverse("admin:core_holidaynotice_changelist"))
    assert page.status_code == 200
    assert PAGE not in page.content.decode()
    assert client.post(PAGE, {"text": NOTICE_2027}).status_code == 403


def test_no_year_can_be_deleted(desk: Client) -> None:
    notice = HolidayNotice.objects.get(year=2026)
    address = reverse("admin:core_holidaynotice_delete", args=[notice.pk])
    assert desk.post(address, {"post": "yes"}).status_code == 403
    assert is_known(2026)
