"""The list of mails says whether they go out, and neither to whom nor what."""

import pytest
from django.test import Client

from portal.core.outbox.models import OutgoingMail
from portal.core.outbox.write import Mail, write_mail
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast

LIST = "/admin/core/outgoingmail/"


@pytest.mark.parametrize("role", list(Role))
def test_doors(cast: Cast, client: Client, role: Role) -> None:
    write_mail(cast.town, Mail("receipt", "1", "secret@example.cn", "回执", "查询码 1234"))
    page = f"{LIST}{OutgoingMail.objects.get().pk}/change/"
    client.force_login(factories.staff(cast.office, role))
    may = role in (Role.OFFICER, Role.ADMINISTRATOR)
    for address in (LIST, f"{LIST}?sent=failed", page):
        answer = client.get(address)
        assert answer.status_code == (200 if may else 403)
        assert "secret@" not in answer.content.decode()
        assert "1234" not in answer.content.decode()
    assert client.post(page, {"subject": "x"}).status_code == 403


def test_another_township_s_mails_are_not_listed(cast: Cast, client: Client) -> None:
    cast.town.host = "testserver"
    cast.town.save()
    write_mail(factories.township(), Mail("receipt", "1", "a@example.cn", "赤霞回执", "正文"))
    client.force_login(cast.officer)
    assert "赤霞" not in client.get(LIST).content.decode()
