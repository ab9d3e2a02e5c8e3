"""Who may not, or whose form isn't taken, reads a sentence and finds a way on."""

import pytest
from django.test import Client

from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_who_may_not_reads_so_in_chinese(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    answer = client.get("/admin/applications/application/")
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "您的账号没有这项权限" in page
    assert 'href="/admin/"' in page


def test_a_form_without_its_mark_says_what_to_do(cast: Cast) -> None:
    answer = Client(enforce_csrf_checks=True).post("/applications/track/", {"number": "x"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "没有提交成功" in page
    assert "Forbidden" not in page
