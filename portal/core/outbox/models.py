"""发信箱: mails written down with what they tell of, and sent by a job afterwards."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from portal.core.outbox.tries import MOST_TRIES
from portal.core.sealed.fields import SealedText
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

# longer than any attempt takes: what is still claimed then was broken off
LONGEST_ATTEMPT = timedelta(minutes=30)


class MailQuerySet(TownshipQuerySet):
    def waiting(self) -> "MailQuerySet":
        """Neither sent nor given up nor in somebody's hands."""
        return self.filter(sent_at=None, claimed_at=None, tries__lt=MOST_TRIES)

    def ready(self, at: datetime) -> "MailQuerySet":
        return self.waiting().filter(due_at__lte=at)


class OutgoingMail(TownshipOwned):
    """待发邮件: address and text lie sealed, and are emptied once the mail is sent or given up.

    `kind` and `about` say what it tells whom of, so that the same isn't written down twice.
    `claimed_at` is set before the mail leaves and emptied by how that ended: what was broken off
    between keeps it, and isn't sent a second time.
    """

    kind = models.CharField("种类", max_length=30)
    about = models.CharField("关于", max_length=120)
    to = SealedText("收件地址", blank=True)
    subject = models.CharField("标题", max_length=120)
    body = SealedText("正文", blank=True)
    created_at = models.DateTimeField("写好的时间")
    due_at = models.DateTimeField("何时寄出")
    claimed_at = models.DateTimeField("开始寄的时间", null=True)
    sent_at = models.DateTimeField("寄出时间", null=True)
    tries = models.PositiveSmallIntegerField("试过几次", default=0)
    last_error = models.CharField("上次为什么没寄出", max_length=120, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "待发邮件"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["township", "kind", "about"], name="mail_once")
        ]
        indexes = [
            # what is to be sent now
            models.Index(
                fields=["due_at"],
                condition=Q(sent_at=None, claimed_at=None),
                name="mail_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.subject

    def state_on(self, at: datetime) -> str:
        """In words."""
        if self.sent_at:
            return "已寄出"
        if self.claimed_at:
            broken = self.claimed_at + LONGEST_ATTEMPT < at
            return "寄的时候中断，不知是否寄到，没有再寄" if broken else "正在寄"
        return "试过多次，没有寄出" if self.tries >= MOST_TRIES else "等待寄出"
