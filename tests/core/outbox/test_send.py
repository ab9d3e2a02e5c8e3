"""Sending: once, in spite of what fails."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command

from portal.core.outbox.models import OutgoingMail
from portal.core.outbox.send import drop_old, send_outbox
from portal.core.outbox.tries import MOST_TRIES, next_try
from portal.core.outbox.write import Mail, write_mail
from portal.core.township.models import Township
from tests import factories
from tests.factories import moment

pytestmark = pytest.mark.django_db
NOW = moment("2026-09-24 08:00")
BAD = "gone@example.cn"


@pytest.fixture
def town() -> Township:
    return factories.township()


def write(town: Township, to: str, at: datetime = NOW) -> OutgoingMail:
    write_mail(town, Mail("reminder", to, to, f"到期 {to[:2]}", "正文"), due_at=at)
    return OutgoingMail.objects.get(about=to)


def refusing(backend: EmailBackend, messages: list[mail.EmailMessage]) -> int:
    [message] = messages
    if message.to == [BAD]:
        raise SMTPRecipientsRefused({BAD: (550, f"no such user {BAD}".encode())})
    mail.outbox.append(message)
    return 1


@pytest.fixture
def one_is_refused() -> Iterator[None]:
    with patch.object(EmailBackend, "send_messages", refusing):
        yield


def test_what_is_due_goes_out_once_and_is_emptied(town: Township) -> None:
    write(town, "li@example.cn")
    write(town, "later@example.cn", NOW + timedelta(minutes=1))
    assert send_outbox(NOW).sent == 1
    assert send_outbox(NOW).sent == 0
    [letter] = mail.outbox
    assert (letter.to, letter.subject, letter.body) == (["li@example.cn"], "到期 li", "正文")
    kept = OutgoingMail.objects.get(about="li@example.cn")
    assert (kept.to, kept.body, kept.sent_at, kept.claimed_at) == ("", "", NOW, None)
    assert kept.state_on(NOW) == "已寄出"


def test_one_bad_address_stops_no_other(town: Township, one_is_refused: None) -> None:
    bad = write(town, BAD)
    write(town, "li@example.cn")
    told = send_outbox(NOW)
    assert (told.sent, told.failed, told.stopped) == (1, 1, "")
    bad.refresh_from_db()
    assert (bad.tries, bad.due_at, bad.to) == (1, NOW + timedelta(minutes=5), BAD)
    assert bad.last_error == "邮件服务器不收寄往这个地址的邮件（550）。"


def test_a_broken_header_or_address_stops_no_other(town: Township) -> None:
    write(town, "没有域名")
    OutgoingMail.objects.update(subject="两\n行")
    write(town, "li@example.cn")
    told = send_outbox(NOW)
    assert (told.sent, told.failed) == (1, 1)


def test_it_is_tried_again_later_and_given_up_at_last(town: Township, one_is_refused: None) -> None:
    bad, at, tried = write(town, BAD), NOW, []
    for _ in range(MOST_TRIES):
        assert send_outbox(at - timedelta(seconds=1)).failed == 0
        assert send_outbox(at).failed == 1
        tried.append(at)
        bad.refresh_from_db()
        at = bad.due_at
    assert send_outbox(at + timedelta(days=9)).failed == 0
    waits = [later - earlier for earlier, later in zip(tried, tried[1:], strict=False)]
    assert waits == [timedelta(minutes=5) * 2**n for n in range(MOST_TRIES - 1)]
    assert (bad.to, bad.body) == ("", "")
    assert bad.state_on(at) == "试过多次，没有寄出"


def test_a_second_try_bears_the_same_number(town: Township) -> None:
    letter = write(town, "li@example.cn")
    with patch.object(EmailBackend, "send_messages", side_effect=SMTPServerDisconnected):
        assert send_outbox(NOW).failed == 1
    assert send_outbox(next_try(1, NOW)).sent == 1
    [sent] = mail.outbox
    assert f".{letter.pk}@" in sent.extra_headers["Message-ID"]
    assert sent.extra_headers["Message-ID"].startswith(f"<{letter.created_at:%Y%m%d}")


def test_a_server_out_of_reach_counts_as_no_try(town: Township) -> None:
    letter = write(town, "li@example.cn")
    write(town, "wang@example.cn")
    with patch.object(EmailBackend, "open", side_effect=ConnectionRefusedError, create=True):
        told = send_outbox(NOW)
    assert "连不上" in told.stopped
    letter.refresh_from_db()
    assert (letter.tries, letter.claimed_at) == (0, None)
    assert send_outbox(NOW).sent == 2


def test_what_broke_off_is_not_sent_again(town: Township) -> None:
    letter = write(town, "li@example.cn")
    with (
        patch.object(EmailBackend, "send_messages", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        send_outbox(NOW)
    assert send_outbox(NOW + timedelta(days=1)).sent == 0
    letter.refresh_from_db()
    assert letter.state_on(NOW) == "正在寄"
    assert "中断" in letter.state_on(NOW + timedelta(hours=1))
    drop_old(NOW + timedelta(hours=1))
    letter.refresh_from_db()
    assert (letter.to, letter.body) == ("", "")


def test_in_production_nothing_is_written_to_the_log_instead(
    town: Township, settings: object, capsys: pytest.CaptureFixture[str]
) -> None:
    write(town, "li@example.cn")
    settings.PRODUCTION = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    told = send_outbox(NOW)
    assert (told.sent, "EMAIL_URL" in told.stopped) == (0, True)
    assert "正文" not in capsys.readouterr().out
    assert OutgoingMail.objects.waiting().exists()


def test_old_ones_go_and_waiting_ones_stay(town: Township) -> None:
    write(town, "li@example.cn")
    send_outbox(NOW)
    long_ago = moment("2026-01-05 08:00")
    OutgoingMail.objects.update(created_at=long_ago, due_at=long_ago)
    waiting = write(town, "wang@example.cn", long_ago)
    OutgoingMail.objects.filter(pk=waiting.pk).update(created_at=long_ago)
    assert drop_old(NOW) == 1
    assert OutgoingMail.objects.get() == waiting


def test_the_command_tells_what_it_did(town: Township, one_is_refused: None) -> None:
    write(town, "li@example.cn")
    write(town, BAD)
    told, wrong = StringIO(), StringIO()
    with patch("portal.core.clock.now", lambda: NOW):
        call_command("send_mail", stdout=told, stderr=wrong)
    assert told.getvalue().strip() == "寄出 1 封，没寄出 1 封。"
    assert BAD not in told.getvalue() + wrong.getvalue()
