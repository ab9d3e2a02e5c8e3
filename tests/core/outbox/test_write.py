"""Writing mails down: once, sealed, with the move they tell of."""

import pytest
from django.db import connection, transaction

from portal.core.outbox.desk_address import address_of
from portal.core.outbox.models import OutgoingMail
from portal.core.outbox.write import Mail, write_mail
from portal.core.township.models import Township
from tests import factories

pytestmark = pytest.mark.django_db
MAIL = Mail("reminder", "application:1", "li@example.cn", "明天到期", "正文里的话")


@pytest.fixture
def town() -> Township:
    return factories.township()


def test_the_same_is_written_once_in_each_township(town: Township) -> None:
    assert write_mail(town, MAIL)
    assert not write_mail(town, MAIL)
    assert write_mail(factories.township(), MAIL)
    assert OutgoingMail.objects.count() == 2


def test_without_an_address_nothing_is_written(town: Township) -> None:
    assert not write_mail(town, Mail("reminder", "application:1", "", "明天到期", "正文"))
    assert not OutgoingMail.objects.exists()


def test_what_is_rolled_back_is_never_sent(town: Township) -> None:
    with transaction.atomic():
        write_mail(town, MAIL)
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_address_and_text_lie_sealed(town: Township) -> None:
    write_mail(town, MAIL)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM core_outgoingmail")
        kept = str(cursor.fetchall())
    assert "li@example.cn" not in kept
    assert "正文里的话" not in kept


def test_the_address_of_the_desk(town: Township, settings: object) -> None:
    assert address_of(town, "/admin/") == ""
    town.host = "qinghe.example.cn"
    settings.SECURE_SSL_REDIRECT = True
    assert address_of(town, "/admin/") == "https://qinghe.example.cn/admin/"
