from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from disclosures.items.parts import EditionPart
from disclosures.programmes.areas import CHOICES
from disclosures.programmes.bars import Bars, bars_of
from disclosures.programmes.eligibility import Ask
from disclosures.programmes.missing import missing
from disclosures.programmes.rows import (
    Basis,
    ProgrammeDocument,
    ProgrammeStep,
    Standard,
    asks_of,
)
from disclosures.programmes.standards import Line, Period, by_grade, by_line, history, in_force
from disclosures.programmes.who import CIRCUMSTANCES, PLACES, WHO, Aim
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipQuerySet

# words that have pages of their own under /benefits/
TAKEN = ("check", "standards")
not_taken = RegexValidator(
    f"^({'|'.join(TAKEN)})$", "这个标识已用作网页地址，请换一个。", inverse_match=True
)
MOST_BARS, MOST_COLUMNS = 8, 3


class Programme(EditionPart):
    """惠民项目: what somebody may be entitled to, how much of it in which period, who qualifies,
    how to apply (条例 art. 20 (11), art. 21). `key` stays the same for good: residents, boards and
    other systems name the programme by it.
    """

    template_name = "disclosures/programmes/_part.html"
    rows = (
        "standards",
        "programme_steps",
        "programme_documents",
        "bases",
        "check_questions",
        "check_answers",
    )

    key = models.SlugField(
        "标识",
        validators=[not_taken],
        help_text="英文或拼音，如 dibao；网址 /benefits/dibao/ 由它组成，定后不改。",
    )
    area = models.CharField("领域", max_length=20, choices=CHOICES)
    position = models.PositiveSmallIntegerField("在本领域中的排序", default=100)
    also_called = models.CharField(
        "群众的叫法", max_length=200, blank=True, help_text="用顿号分隔；查找时认得。"
    )
    what = models.TextField("是什么", max_length=300, help_text="用一两句大白话说清楚。")
    how_much = models.TextField(
        "怎么算", max_length=600, blank=True, help_text="按差额、按比例发的写明算法，举一个例子。"
    )

    who = models.TextField("谁可以享受", max_length=1000, help_text="一行一条。")
    not_for = models.TextField(
        "哪些情况不享受", max_length=600, blank=True, help_text="一行一条，可以不填。"
    )
    meant_for = models.JSONField("给哪些人", default=list, blank=True)
    in_case_of = models.JSONField("遇到哪些情况", default=list, blank=True)
    place = models.CharField("户籍在哪里", max_length=8, choices=PLACES, blank=True)

    apply_when = models.CharField(
        "什么时候申请", max_length=80, blank=True, help_text="如：全年都可以；每年3月至4月。"
    )
    apply_where = models.CharField("到哪里申请", max_length=120, blank=True)
    limit = models.CharField(
        "审核审批时限", max_length=120, blank=True, help_text="如：20个工作日，公示7天不计算在内。"
    )
    paid_how = models.CharField(
        "怎样发放", max_length=120, blank=True, help_text="如：“一卡通”打到本人社保卡。"
    )
    paid_when = models.CharField("什么时候到账", max_length=80, blank=True)
    fund = models.CharField("资金来源", max_length=120, blank=True)

    office = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="经办机构",
        null=True,
        blank=True,
        related_name="+",
        help_text="不填就是发布机构。",
    )
    phone = models.CharField(
        "咨询电话", max_length=40, blank=True, help_text="不填就是经办机构的电话。"
    )
    complaint_phone = models.CharField("监督电话", max_length=40, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "惠民项目"
        indexes = [
            # the short address, and whether a key is taken
            models.Index(fields=["township", "key"], name="programme_key"),
        ]

    def __str__(self) -> str:
        return self.edition.title

    @property
    def short_page(self) -> str:
        """The address by its key: short enough for paper, the same for good."""
        return reverse("disclosures:programme", args=[self.key])

    @property
    def check_page(self) -> str:
        return reverse("disclosures:programme-check", args=[self.key])

    @property
    def handler(self) -> Organisation:
        return self.office or self.edition.issuer

    @property
    def asked_at(self) -> str:
        """The number to call."""
        return self.phone or self.handler.phone

    @property
    def aim(self) -> Aim:
        """Whom it is meant for, as the general check compares it."""
        return Aim(frozenset(self.meant_for), frozenset(self.in_case_of), self.place)

    @cached_property
    def standard_rows(self) -> list[Standard]:
        return list(self.edition.standards.all())

    @cached_property
    def step_rows(self) -> list[ProgrammeStep]:
        return list(self.edition.programme_steps.all())

    @cached_property
    def document_rows(self) -> list[ProgrammeDocument]:
        return list(self.edition.programme_documents.all())

    @cached_property
    def basis_rows(self) -> list[Basis]:
        return list(self.edition.bases.all())

    @cached_property
    def asks(self) -> list[Ask]:
        """The questions of its check."""
        return asks_of(self.edition)

    def standards_on(self, on: date) -> list[Standard]:
        return in_force(self.standard_rows, on)

    @property
    def standards_today(self) -> list[Standard]:
        return self.standards_on(clock.today())

    @property
    def next_standards(self) -> list[Standard]:
        """Those that are decided and will hold later."""
        today = clock.today()
        return [row for row in self.standard_rows if row.valid_from > today]

    @cached_property
    def history(self) -> list[Period]:
        return history(self.standard_rows)

    @property
    def lines(self) -> list[Line]:
        """The history with a line for each grade, where there are more than fit side by side."""
        lines = by_line(self.history)
        return lines if len(lines) > MOST_COLUMNS else []

    @property
    def bars(self) -> list[Bars]:
        """A drawing of each grade that ever changed."""
        today = clock.today()
        grades = by_grade(self.standard_rows).items()
        changed = [(grade, rows) for grade, rows in grades if len({r.amount for r in rows}) > 1]
        return [bars_of(grade, rows, today) for grade, rows in changed[:MOST_BARS]]

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "领域", self.get_area_display()
        yield "群众的叫法", self.also_called
        yield "是什么", self.what
        yield from (("标准", row.told) for row in self.standard_rows)
        yield "怎么算", self.how_much
        yield "谁可以享受", self.who
        yield "哪些情况不享受", self.not_for
        yield "什么时候申请", self.apply_when
        yield "到哪里申请", self.apply_where
        yield from (("材料", row.told) for row in self.document_rows)
        yield from (("步骤", row.told) for row in self.step_rows)
        yield "审核审批时限", self.limit
        yield "怎样发放", "，".join(filter(None, (self.paid_how, self.paid_when)))
        yield "资金来源", self.fund
        yield "经办机构", self.office.name if self.office else ""
        yield "电话", "，".join(filter(None, (self.phone, self.complaint_phone)))
        yield from (("依据", row.told) for row in self.basis_rows)
        yield "给谁", "、".join(one.name for one in self._traits)
        yield from (("自测", text) for ask in self.asks for text in _asked(ask))

    @property
    def _traits(self) -> list[Any]:
        ticked = {*self.meant_for, *self.in_case_of}
        return [one for one in (*WHO, *CIRCUMSTANCES) if one.slug in ticked]

    def hindrances(self) -> Iterator[str]:
        yield from missing(self)
        yield from self._key_hindrances()

    def _key_hindrances(self) -> Iterator[str]:
        """The key is of one programme alone, and of this one for good."""
        others = type(self).objects.of(self.township).exclude(edition=self.edition_id)
        own = others.filter(edition=self.edition.disclosure.live_id).first()
        if own and own.key != self.key:
            yield f"标识原来是“{own.key}”，公开后不能改，请改回去。"
        elsewhere = others.exclude(edition__disclosure=self.edition.disclosure_id)
        taken = elsewhere.filter(key=self.key, edition__disclosure__withdrawn_at__isnull=True)
        if taken.exists():
            yield f"标识“{self.key}”已是另一个惠民项目的，请换一个。"


def _asked(ask: Ask) -> Iterator[str]:
    yield f"{ask.number}. {ask.text} {ask.hint}".strip()
    for choice in ask.choices:
        leads = f"第 {choice.to} 题" if choice.to else choice.then.label
        yield f"{choice.text}：{leads} {choice.remark}".strip()
