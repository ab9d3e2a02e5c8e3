"""Several senders at once, on the database that lets them: each mail goes out once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection

from portal.core.outbox.send import send_outbox
from portal.core.outbox.write import Mail, write_mail
from tests import factories
from tests.factories import moment

NOW = moment("2026-09-24 08:00")
SENDERS, MAILS = 5, 30

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"
    ),
]


def test_no_mail_leaves_twice() -> None:
    town = factories.township()
    for number in range(MAILS):
        given = Mail("reminder", str(number), f"{number}@example.cn", "到期", "正文")
        write_mail(town, given, due_at=NOW)
    ready = Barrier(SENDERS)

    def sender(_: int) -> int:
        try:
            ready.wait()
            return send_outbox(NOW).sent
        finally:
            connection.close()

    with ThreadPoolExecutor(SENDERS) as pool:
        sent = list(pool.map(sender, range(SENDERS)))
    assert sum(sent) == MAILS
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(
        f"{number}@example.cn" for number in range(MAILS)
    )


def test_what_is_written_at_once_is_written_once() -> None:
    town = factories.township()
    ready = Barrier(SENDERS)

    def writer(_: int) -> bool:
        try:
            ready.wait()
            return write_mail(town, Mail("reminder", "1", "li@example.cn", "到期", "正文"))
        finally:
            connection.close()

    with ThreadPoolExecutor(SENDERS) as pool:
        assert sum(pool.map(writer, range(SENDERS))) == 1
