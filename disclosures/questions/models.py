from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from disclosures.catalogue.categories import CHOICES
from disclosures.catalogue.models import CatalogueEntry
from disclosures.questions.querysets import QuestionQuerySet
from disclosures.questions.states import OPEN_STATES, Kind, State
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

LONGEST_MESSAGE = 1000
LONGEST_ANSWER = 3000


class Question(TownshipOwned):
    """群众提问和纠错: what a resident asked on a page, and what came of it.

    `message` and `contact` are what the resident wrote, and are never public; `title`, `asked` and
    `answer` are what is. `due_on` is a copy of the clock's answer, for finding what is due; it is
    null where nothing was promised. The moves in this room write everything.
    """

    kind = models.CharField("类型", max_length=12, choices=Kind)
    message = models.TextField("来信原文", max_length=LONGEST_MESSAGE)
    page = models.CharField("所在网页", max_length=300)
    subject = models.CharField("网页名称", max_length=120, blank=True)
    contact = models.CharField("联系方式", max_length=100, blank=True)
    may_publish = models.BooleanField("同意公开", default=False)
    received_at = models.DateTimeField("收到时间")
    code_digest = models.CharField("查询码摘要", max_length=64, blank=True, editable=False)

    state = models.CharField("状态", max_length=12, choices=State, default=State.RECEIVED)
    promised_days = models.PositiveSmallIntegerField("承诺工作日", null=True)
    due_on = models.DateField("答复期限", null=True)
    due_provisional = models.BooleanField("期限暂定", default=False)
    assigned_to = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="承办机构",
        null=True,
        blank=True,
        related_name="+",
    )
    sent_back = models.CharField("退回意见", max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        verbose_name="并入",
        null=True,
        related_name="same",
    )

    title = models.CharField("标题", max_length=80, blank=True)
    asked = models.TextField("公开的问题", max_length=LONGEST_MESSAGE, blank=True)
    answer = models.TextField("答复", max_length=LONGEST_ANSWER, blank=True)
    category = models.CharField("重点类别", max_length=20, choices=CHOICES, blank=True)
    entry = models.ForeignKey(
        CatalogueEntry,
        on_delete=models.PROTECT,
        verbose_name="公开事项",
        null=True,
        blank=True,
        related_name="+",
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="答复人",
        null=True,
        related_name="+",
    )

    answered_at = models.DateTimeField("答复时间", null=True)
    published_at = models.DateTimeField("公开时间", null=True)
    closed_at = models.DateTimeField("办结时间", null=True)
    withdrawn_at = models.DateTimeField("撤下时间", null=True)
    withdrawal_reason = models.CharField("撤下原因", max_length=300, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "群众提问和纠错"
        ordering = ["-received_at", "-pk"]
        constraints = [
            # a form sent twice by a slip is one question
            models.UniqueConstraint(
                fields=["township", "code_digest"],
                condition=~models.Q(code_digest=""),
                name="question_code",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.PUBLISHED.value)
                | models.Q(published_at__isnull=False, may_publish=True),
                name="published_with_consent",
                violation_error_message="提问人没有同意公开。",
            ),
        ]
        indexes = [
            # the public list, newest first
            models.Index(fields=["township", "state", "-published_at"], name="question_newest"),
            # the desk: what waits, what is due
            models.Index(fields=["township", "state", "due_on"], name="question_due"),
            # what was asked about one page
            models.Index(fields=["township", "page"], name="question_page"),
        ]

    def __str__(self) -> str:
        return self.title or self.message[:30]

    def get_absolute_url(self) -> str:
        return reverse("disclosures:question", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def received_on(self) -> date:
        return timezone.localdate(self.received_at)

    @property
    def answered_on(self) -> date | None:
        return timezone.localdate(self.answered_at) if self.answered_at else None

    @property
    def in_time(self) -> bool | None:
        """None while it isn't answered, and where nothing was promised."""
        if self.due_on is None or self.answered_on is None:
            return None
        return self.answered_on <= self.due_on

    @property
    def whole_answer(self) -> str:
        """The answer with what was added to it since."""
        added = [one.text for one in self.supplements.all() if one.released_at]
        return "\n补充答复：".join([self.answer, *added])

    @property
    def changed_at(self) -> datetime | None:
        """When what everybody reads last changed: the answer, or what was added to it."""
        added = [one.released_at for one in self.supplements.all() if one.released_at]
        return max(added) if added else self.published_at

    @property
    def days_late(self) -> int:
        """Days since the promised one, for what still waits; 0 in time."""
        if self.due_on is None or not self.is_open:
            return 0
        return max(0, (clock.today() - self.due_on).days)

    @property
    def phone(self) -> str:
        """Whom to call about it."""
        own = self.assigned_to.phone if self.assigned_to else ""
        return own or self.township.phone


class Supplement(TownshipOwned):
    """补充答复: what was added to a published answer, and when. Public once somebody other than
    its writer has released it; from then on it is never changed."""

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, verbose_name="提问", related_name="supplements"
    )
    text = models.TextField("补充内容", max_length=LONGEST_ANSWER)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="撰写人",
        related_name="+",
    )
    released_at = models.DateTimeField("公开时间", null=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "补充答复"
        ordering = ["released_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                condition=models.Q(released_at__isnull=True),
                name="one_waiting_supplement",
                violation_error_message="已有一份补充答复在等审核。",
            )
        ]

    def __str__(self) -> str:
        return self.text[:30]
