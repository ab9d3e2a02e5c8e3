"""send_mail: what the outbox holds goes out."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.core import clock
from portal.core.outbox.send import drop_old, send_outbox


class Command(BaseCommand):
    help = "寄出待发的邮件；没寄出的过一会儿再试。可随时重复运行，一封信不会寄两次。"

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        told = send_outbox(now)
        drop_old(now)
        self.stdout.write(f"寄出 {told.sent} 封，没寄出 {told.failed} 封。")
        if told.stopped:
            self.stderr.write(f"{told.stopped}其余的下次再寄。")
