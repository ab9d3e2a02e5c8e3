"""Writing a mail down. Call it inside the transaction of the move that it tells of."""

from dataclasses import dataclass
from datetime import datetime

from portal.core import clock
from portal.core.outbox.models import OutgoingMail
from portal.core.township.models import Township


@dataclass(frozen=True)
class Mail:
    """`kind` and `about` together are said once to a township; the subject isn't sealed, so
    nothing private may stand in it."""

    kind: str
    about: str
    to: str
    subject: str
    body: str


def write_mail(township: Township, mail: Mail, *, due_at: datetime | None = None) -> bool:
    """Whether it was written now; not without an address, nor what was written before."""
    if not mail.to:
        return False
    now = clock.now()
    given = {
        "to": mail.to,
        "subject": mail.subject,
        "body": mail.body,
        "created_at": now,
        "due_at": due_at or now,
    }
    _, written = OutgoingMail.objects.get_or_create(
        township=township, kind=mail.kind, about=mail.about, defaults=given
    )
    return written
