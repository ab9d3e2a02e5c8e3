"""依申请公开: an application, who applies, what has happened to it, and the papers that came."""

import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from applications.cases.querysets import ApplicationQuerySet
from applications.decisions.applicants import ApplicantKind
from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.due import DueKind
from applications.procedure.events import EVENT_TYPES
from applications.procedure.states import State
from disclosures.items.models import Disclosure
from portal.core.sealed.fields import SealedFile, SealedText
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

LONGEST_DESCRIPTION = 3000


class SupplyForm(models.TextChoices):
    """所需信息的形式 (条例 art. 29(3), art. 40)."""

    PAPER = "paper", "纸质"
    ELECTRONIC = "electronic", "电子文件"
    DISC = "disc", "光盘"
    LOOK = "look", "当面查阅、抄录"


class Delivery(models.TextChoices):
    """获取信息的方式 (条例 art. 29(3))."""

    ONLINE = "online", "凭查询码网上下载"
    EMAIL = "email", "电子邮件"
    POST = "post", "邮寄"
    PICKUP = "pickup", "到窗口自取"
    FAX = "fax", "传真"


class Application(TownshipOwned):
    """政府信息公开申请 (条例 arts. 27–45).

    What happened is in its events; before the first, its receipt isn't confirmed (art. 31).
    `state`, `due_on`, `due_provisional`, `next_due_on`, `next_due_kind`, `received_on`,
    `answered_on`, `outcome`, `ended_on` and `ended_as` are copies of what the procedure computes
    from them, kept for finding and sorting, written by `cases.copies` alone.
    """

    number = models.CharField("编号", max_length=20, editable=False)
    channel = models.CharField("提交方式", max_length=12, choices=Channel.choices())
    came_on = models.DateField("到达日期")
    submitted_at = models.DateTimeField("登记时间", editable=False)
    code_digest = models.CharField("查询码摘要", max_length=64, blank=True, editable=False)

    applicant_kind = models.CharField("申请人类型", max_length=16, choices=ApplicantKind.choices())
    subject = models.CharField("所需信息的名称", max_length=100)
    description = SealedText("内容描述", max_length=LONGEST_DESCRIPTION)
    supply_form = models.CharField("所需形式", max_length=12, choices=SupplyForm)
    delivery = models.CharField("获取方式", max_length=12, choices=Delivery)

    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="承办人",
        null=True,
        blank=True,
        related_name="+",
    )
    answered_by_item = models.ForeignKey(
        Disclosure,
        on_delete=models.SET_NULL,  # a draft may be discarded; what was public never goes
        verbose_name="据此公开的信息",
        null=True,
        editable=False,
        related_name="answers",
        help_text="答复转为主动公开后，指向那条信息。",
    )

    state = models.CharField(
        "状态", max_length=24, choices=State.choices(), blank=True, editable=False
    )
    received_on = models.DateField("收到申请之日", null=True, editable=False)
    due_on = models.DateField("答复期限", null=True, editable=False)
    due_provisional = models.BooleanField("期限暂定", default=False, editable=False)
    next_due_on = models.DateField("最近的期限", null=True, editable=False)
    next_due_kind = models.CharField(
        "最近要办的事", max_length=24, choices=DueKind.choices(), blank=True, editable=False
    )
    answered_on = models.DateField("答复日期", null=True, editable=False)
    outcome = models.CharField(
        "处理结果", max_length=24, choices=Outcome.choices(), blank=True, editable=False
    )
    ended_on = models.DateField("计入年报的办结日期", null=True, editable=False)
    ended_as = models.CharField(
        "计入年报的结果", max_length=24, choices=Outcome.choices(), blank=True, editable=False
    )
    anonymised_at = models.DateTimeField("隐去个人信息的时间", null=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公开申请"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["township", "number"], name="application_number"),
            # a form sent twice by a slip is one application
            models.UniqueConstraint(
                fields=["township", "code_digest"],
                condition=~models.Q(code_digest=""),
                name="application_code",
            ),
        ]
        indexes = [
            # the board: what is open, what is due first
            models.Index(fields=["township", "state", "next_due_on"], name="application_due"),
            # the year's figures
            models.Index(fields=["township", "received_on"], name="application_received"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("admin:applications_application_change", args=[self.pk])

    @property
    def is_anonymised(self) -> bool:
        return self.anonymised_at is not None

    @property
    def is_confirmed(self) -> bool:
        """双方确认: the day of receipt is known."""
        return bool(self.state)

    @property
    def state_label(self) -> str:
        return self.get_state_display() or "等待确认收到"

    def overdue(self, on: date) -> bool:
        running = self.is_confirmed and State(self.state).running
        return bool(running and self.due_on and on > self.due_on)


class Applicant(TownshipOwned):
    """申请人: sealed. `name_mark`, `identity_mark` and `phone_mark` are keyed hashes by which the
    same person is found again; they go when the person is forgotten."""

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, verbose_name="申请", related_name="applicant"
    )
    name = SealedText("姓名或者名称")
    identity_kind = models.CharField("证件名称", max_length=30, blank=True)
    identity_number = SealedText("证件号码", blank=True)
    contact_person = SealedText("联系人", blank=True)
    representative = SealedText("法定代表人", blank=True)
    agent = SealedText("代理人", blank=True)
    phone = SealedText("联系电话", blank=True)
    email = SealedText("电子邮箱", blank=True)
    fax = SealedText("传真", blank=True)
    address = SealedText("通信地址", blank=True)
    postcode = models.CharField("邮编", max_length=6, blank=True)

    name_mark = models.CharField(max_length=64, blank=True, editable=False)
    identity_mark = models.CharField(max_length=64, blank=True, editable=False)
    phone_mark = models.CharField(max_length=64, blank=True, editable=False)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请人"
        indexes = [
            # earlier applications of the same person
            models.Index(fields=["township", "identity_mark"], name="applicant_identity"),
            models.Index(fields=["township", "phone_mark"], name="applicant_phone"),
        ]

    def __str__(self) -> str:
        return f"{self.application.number}的申请人"


class RequestedPart(TownshipOwned):
    """申请的分项: of several things asked for, each gets an answer of its own (一事一申请)."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, verbose_name="申请", related_name="parts"
    )
    number = models.PositiveSmallIntegerField("序号")
    text = SealedText("申请内容")

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请分项"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="requested_part")
        ]

    def __str__(self) -> str:
        return f"第{self.number}项"


class RecordedEvent(TownshipOwned):
    """办理记录: one event of the procedure, append-only. `data` is the event as
    `procedure.written` writes it; `type` and `on` are the same as in it, for finding."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="events"
    )
    number = models.PositiveIntegerField("序号")
    type = models.CharField(
        "事项", max_length=24, choices=[(kind.type, kind.label) for kind in EVENT_TYPES.values()]
    )
    on = models.DateField("发生日期")
    data = SealedText("内容")
    remark = SealedText("备注", blank=True)
    proof = models.CharField("送达方式和凭证", max_length=200, blank=True)
    at = models.DateTimeField("登记时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="登记人",
        null=True,
        related_name="+",
        help_text="空白表示由申请人在网上办理。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理记录"
        ordering = ["application", "number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="recorded_event")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_type_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("A recorded event is never changed; correct it by another.")
        super().save(*args, **kwargs)


def case_file_path(file: "CaseFile", name: str) -> str:
    """Where the sealed bytes lie: never under the name the client gave."""
    return f"{file.township_id}/applications/{uuid.uuid4().hex}"


class CaseFile(TownshipOwned):
    """材料: a checked paper of an application, sealed on the disk. `shared` ones the applicant may
    take away by the query code."""

    class Kind(models.TextChoices):
        IDENTITY = "identity", "身份证明"
        AUTHORISATION = "authorisation", "授权委托书"
        SCAN = "scan", "纸质申请扫描件"
        REQUEST = "request", "申请附件"
        SUPPLEMENT = "supplement", "补正材料"
        OPINION = "opinion", "第三方或其他机关的意见"
        PROOF = "proof", "送达凭证"
        SOURCE = "source", "拟公开的原件"
        RELEASED = "released", "公开的文件"
        REMEDY = "remedy", "复议、诉讼文书"
        OTHER = "other", "其他"

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="files"
    )
    event = models.ForeignKey(
        RecordedEvent,
        on_delete=models.PROTECT,
        verbose_name="办理记录",
        null=True,
        blank=True,
        related_name="files",
    )
    kind = models.CharField("种类", max_length=16, choices=Kind)
    name = models.CharField("文件名", max_length=150)
    file = SealedFile("文件", upload_to=case_file_path, editable=False)
    media_type = models.CharField("内容类型", max_length=100, editable=False)
    size = models.PositiveBigIntegerField("大小（字节）", editable=False)
    sha256 = models.CharField("摘要值", max_length=64, editable=False)
    shared = models.BooleanField("申请人可下载", default=False, editable=False)
    at = models.DateTimeField("收存时间", editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="收存人",
        null=True,
        editable=False,
        related_name="+",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请材料"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class NumberSeries(TownshipOwned):
    """编号: the last number given in a series and year. Taken under a lock, so without gaps."""

    series = models.CharField("系列", max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    last = models.PositiveIntegerField("最后一号", default=0)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "编号系列"
        constraints = [
            models.UniqueConstraint(fields=["township", "series", "year"], name="number_series")
        ]

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.last}号"
