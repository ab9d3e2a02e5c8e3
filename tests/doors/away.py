"""Somebody away, and a mail that waits; `word` in their texts."""

from portal.core import clock
from portal.core.absences.models import Absence
from portal.core.outbox.write import Mail, write_mail
from portal.core.staff.models import Staff
from portal.core.township.models import Township


def plant_away(town: Township, person: Staff, word: str) -> None:
    today = clock.today()
    Absence.objects.create(
        township=town, staff=person, first_day=today, last_day=today, remark=f"{word}学习"
    )
    write_mail(town, Mail("reminder", "planted", "word@example.cn", f"{word}到期", f"{word}正文"))
