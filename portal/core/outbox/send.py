"""Sending what the outbox holds: each mail by one sender, once.

A mail is claimed in a transaction of its own before it leaves, so that no second sender takes it,
and what breaks off between isn't sent again.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from portal.core.outbox.models import LONGEST_ATTEMPT, OutgoingMail
from portal.core.outbox.refused import why_not_sent
from portal.core.outbox.tries import MOST_TRIES, next_try

EMPTIED = {"to": "", "body": ""}
KEPT = timedelta(days=90)
CONSOLE = "django.core.mail.backends.console.EmailBackend"
NO_SERVER = "还没有设置邮件服务器（EMAIL_URL）。"


@dataclass
class Sent:
    """What a run did; `stopped` says why it ended before the outbox was empty."""

    sent: int = 0
    failed: int = 0
    stopped: str = ""


def send_outbox(now: datetime) -> Sent:
    """Send all that is due. Where the mail server can't be reached, nothing is counted as tried."""
    told = Sent()
    if _only_a_log():
        told.stopped = NO_SERVER
        return told
    while mail := _claim(now):
        connection = get_connection()
        try:
            connection.open()
        except Exception as error:
            told.stopped = why_not_sent(error)
            _release(mail, told.stopped)
            break
        try:
            _message(mail, connection).send()
        except Exception as error:  # whatever is wrong with one, the others go out
            _failed(mail, why_not_sent(error), now)
            told.failed += 1
        else:
            _sent(mail, now)
            told.sent += 1
        finally:
            with suppress(OSError):  # it may be gone already
                connection.close()
    return told


def _only_a_log() -> bool:
    """Without a mail server, mails would be written to the log, where nothing private belongs."""
    return settings.PRODUCTION and settings.EMAIL_BACKEND == CONSOLE


@transaction.atomic
def _claim(now: datetime) -> OutgoingMail | None:
    """The next one, now ours. On PostgreSQL senders pass each other; SQLite lets in one writer."""
    ready = OutgoingMail.objects.ready(now).select_for_update(skip_locked=True)
    mail: OutgoingMail | None = ready.order_by("due_at", "pk").first()
    if mail is not None:
        _change(mail, claimed_at=now)
    return mail


def _sent(mail: OutgoingMail, now: datetime) -> None:
    _change(mail, sent_at=now, claimed_at=None, tries=mail.tries + 1, last_error="", **EMPTIED)


def _failed(mail: OutgoingMail, why: str, now: datetime) -> None:
    tries = mail.tries + 1
    _change(
        mail,
        claimed_at=None,
        tries=tries,
        due_at=next_try(tries, now),
        last_error=why,
        **(EMPTIED if tries >= MOST_TRIES else {}),
    )


def _release(mail: OutgoingMail, why: str) -> None:
    _change(mail, claimed_at=None, last_error=why)


def _change(mail: OutgoingMail, **changed: object) -> None:
    for name, value in changed.items():
        setattr(mail, name, value)
    mail.save(update_fields=list(changed))


def _message(mail: OutgoingMail, connection: BaseEmailBackend) -> EmailMessage:
    """Its number stays the same from try to try, so that a mailbox knows it again."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    number = f"<{mail.created_at:%Y%m%d%H%M%S}.{mail.pk}@{domain}>"
    return EmailMessage(
        mail.subject,
        mail.body,
        to=[mail.to],
        connection=connection,
        headers={"Message-ID": number, "Auto-Submitted": "auto-generated"},
    )


def drop_old(now: datetime) -> int:
    """Remove what was sent or given up long ago, and empty what broke off; how many went."""
    broken = OutgoingMail.objects.filter(sent_at=None, claimed_at__lt=now - LONGEST_ATTEMPT)
    broken.update(**EMPTIED)
    old = OutgoingMail.objects.filter(created_at__lt=now - KEPT, due_at__lt=now - KEPT)
    count, _ = old.exclude(pk__in=OutgoingMail.objects.waiting().values("pk")).delete()
    return count
