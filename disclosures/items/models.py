from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django_ckeditor_5.fields import CKEditor5Field

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.querysets import DisclosureQuerySet, EditionQuerySet
from disclosures.items.shapes import Shape
from disclosures.items.states import OPEN_STATES, State
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned


class Disclosure(TownshipOwned):
    """主动公开信息: one published piece of information with a lasting index number and address.

    Its words stand in its editions; `live` is the one that residents read. `published_at` is a
    copy of the last substantial publication (the sort key); `first_due_on` a copy of the due day
    that the first publication was measured against. The moves in this room write them.
    """

    # Null until the first publication; public() gives only what has been published, so readers of
    # these four may rely on them.
    index_number: "models.CharField[str | None, str]" = models.CharField(  # type: ignore[misc]
        "索引号", max_length=40, null=True, editable=False
    )
    live: "models.OneToOneField[Edition | None, Edition]" = models.OneToOneField(  # type: ignore[misc]
        "Edition",
        on_delete=models.PROTECT,
        verbose_name="现行版本",
        null=True,
        editable=False,
        related_name="+",
    )

    first_published_at: "models.DateTimeField[datetime | None, datetime]" = models.DateTimeField(  # type: ignore[misc]
        "首次发布时间", null=True, editable=False
    )
    first_published_on = models.DateField("首次发布日期", null=True, editable=False)
    first_due_on = models.DateField("应公开日期", null=True, editable=False)
    published_at: "models.DateTimeField[datetime | None, datetime]" = models.DateTimeField(  # type: ignore[misc]
        "发布时间", null=True, editable=False
    )

    withdrawn_at = models.DateTimeField("撤下时间", null=True, editable=False)
    withdrawal_reason = models.CharField("撤下原因", max_length=300, blank=True, editable=False)
    repealed_on = models.DateField("废止日期", null=True, editable=False)
    repeal_reason = models.CharField("废止说明", max_length=300, blank=True, editable=False)
    replaced_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        verbose_name="由何信息替代",
        null=True,
        editable=False,
        related_name="replaces",
    )

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "已公开信息"
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["township", "index_number"], name="index_number"),
        ]
        indexes = [
            # every public list: newest first within a township
            models.Index(fields=["township", "-published_at", "-id"], name="disclosure_newest"),
            # the on-time rate of a year
            models.Index(fields=["township", "first_published_on"], name="disclosure_year"),
        ]

    def __str__(self) -> str:
        title = self.live.title if self.live else "（未公开）"
        return f"{self.index_number or '未编号'} {title}"

    def get_absolute_url(self) -> str:
        return reverse("disclosures:item", args=[self.index_number])

    @property
    def validity(self) -> str:
        """有效性, computed: never blank, never typed."""
        if self.repealed_on and self.repealed_on <= clock.today():
            return "废止"
        expires_on = self.live.expires_on if self.live else None
        return "失效" if expires_on and expires_on < clock.today() else "有效"

    @property
    def published_late(self) -> bool:
        return bool(
            self.first_due_on
            and self.first_published_on
            and self.first_published_on > self.first_due_on
        )


class Edition(TownshipOwned):
    """版本: the words of a disclosure at one time, on their way to the public or there.

    `due_on` is a copy of the clock's answer for finding what is due; the moves write it. `number`
    is given on publication. An edition that was ever public is never changed.
    """

    disclosure = models.ForeignKey(
        Disclosure,
        on_delete=models.CASCADE,
        verbose_name="信息",
        editable=False,
        related_name="editions",
    )
    number = models.PositiveIntegerField("版次", null=True, editable=False)
    state = models.CharField(
        "状态", max_length=12, choices=State, default=State.DRAFT, editable=False
    )
    shape = models.CharField(
        "体例", max_length=16, choices=Shape, default=Shape.ARTICLE, editable=False
    )

    title = models.CharField("标题", max_length=200)
    entry = models.ForeignKey(
        CatalogueEntry, on_delete=models.PROTECT, verbose_name="公开事项", related_name="+"
    )
    issuer = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="发布机构", related_name="+"
    )
    document_number = models.CharField("文号", max_length=60, blank=True)
    formed_on = models.DateField(
        "生成日期", default=clock.today, help_text="信息形成的日期，公开时限从它算起。"
    )
    changed_on = models.DateField(
        "变更日期",
        null=True,
        blank=True,
        help_text="内容后来有变更的填写；修订时公开时限从它算起。",
    )
    summary = models.TextField("内容概述", max_length=500, blank=True)
    keywords = models.CharField("关键词", max_length=120, blank=True, help_text="用顿号分隔。")
    body = CKEditor5Field("正文", config_name="default", blank=True)

    source = models.CharField("信息来源", max_length=60, blank=True)
    audience = models.CharField("公开对象", max_length=60, default="全社会")
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="责任人",
        null=True,
        blank=True,
        related_name="+",
    )
    effective_on = models.DateField("生效日期", null=True, blank=True)
    expires_on = models.DateField("失效日期", null=True, blank=True)

    go_live_at = models.DateTimeField(
        "定时发布", null=True, blank=True, help_text="不填则审查通过后立即发布。"
    )
    down_at = models.DateTimeField(
        "到期撤下", null=True, blank=True, help_text="公示类信息填写；到时自动撤下并注明。"
    )
    change_note = models.CharField(
        "修改说明", max_length=300, blank=True, help_text="修订已公开信息时必填，群众看得到。"
    )
    substantial = models.BooleanField(
        "实质性修改", default=True, help_text="只改错别字请取消勾选，发布日期不变。"
    )

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="录入人",
        null=True,
        editable=False,
        related_name="+",
    )
    last_editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="最后修改人",
        null=True,
        editable=False,
        related_name="+",
    )
    due_on = models.DateField("应公开日期", null=True, editable=False)
    due_provisional = models.BooleanField("期限暂定", default=False, editable=False)
    override_reason = models.CharField(
        "保留个人信息的理由", max_length=300, blank=True, editable=False
    )
    sent_back = models.CharField("退回意见", max_length=300, blank=True, editable=False)
    changed_at = models.DateTimeField("修改时间", auto_now=True)
    published_at = models.DateTimeField("发布时间", null=True, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "信息稿件"
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure"],
                condition=models.Q(state__in=[state.value for state in OPEN_STATES]),
                name="one_open_edition",
                violation_error_message="这条信息已有一个正在办理的修订稿，请先办完它。",
            ),
            models.UniqueConstraint(
                fields=["disclosure"],
                condition=models.Q(state=State.PUBLISHED.value),
                name="one_published_edition",
            ),
            models.CheckConstraint(
                condition=models.Q(changed_on__isnull=True)
                | models.Q(changed_on__gte=models.F("formed_on")),
                name="changed_after_formed",
                violation_error_message="变更日期不能早于生成日期。",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_on__isnull=True)
                | models.Q(effective_on__isnull=True)
                | models.Q(expires_on__gte=models.F("effective_on")),
                name="expires_after_effective",
                violation_error_message="失效日期不能早于生效日期。",
            ),
        ]
        indexes = [
            # the desk: what waits, what is due
            models.Index(fields=["township", "state", "due_on"], name="edition_due"),
            # lists of a catalogue entry and of a body
            models.Index(fields=["entry", "state"], name="edition_entry"),
            models.Index(fields=["issuer", "state"], name="edition_issuer"),
            # service guides, programmes, lists and accident files among what is public
            models.Index(fields=["township", "shape", "state"], name="edition_shape"),
            # the publishing job
            models.Index(fields=["state", "go_live_at"], name="edition_go_live"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def first(self) -> bool:
        """Whether this edition brings something new, rather than revising what is public."""
        return self.disclosure.live_id is None

    @property
    def editable(self) -> bool:
        return self.state == State.DRAFT

    @property
    def runs_from(self) -> date:
        """The day that the time limit is counted from: of forming, or of the change."""
        return self.changed_on or self.formed_on

    @property
    def part(self) -> Any:
        """Its structured content (disclosures.items.parts), or None where it is words alone."""
        return None if self.shape == Shape.ARTICLE else getattr(self, self.shape, None)

    def days_left(self, on: date) -> int | None:
        """Calendar days until it must be public; negative when late."""
        return (self.due_on - on).days if self.due_on else None
