from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class SearchDocument(TownshipOwned):
    """检索文档: a copy of something public, kept for finding; the moves write it, and a command
    makes all of them anew. Never the truth: the page it leads to decides what is shown.

    On PostgreSQL the words stand in the two vectors, on SQLite in the table `search_words`.
    """

    class Kind(models.TextChoices):
        ITEM = "item", "信息"
        SERVICE = "service", "办事"
        PROGRAMME = "programme", "惠民项目"
        LIST = "list", "名单合计"
        ACCIDENT = "accident", "事故档案"
        WARNING = "warning", "预警"
        REGISTER = "register", "名录"
        QUESTION = "question", "问答"
        OFFICE = "office", "机构"
        VILLAGE = "village", "村（社区）"
        LEDGER = "ledger", "村级收支"
        PROJECT = "project", "项目档案"
        MONEY = "money", "预算、审计等"
        PAPER = "paper", "计划、总结和年报"

    kind = models.CharField("种类", max_length=10, choices=Kind)
    key = models.CharField("编号", max_length=60)
    title = models.CharField("标题", max_length=200)
    text = models.TextField("文字", blank=True)
    url = models.CharField("网址", max_length=200)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, verbose_name="机构", null=True, related_name="+"
    )
    category = models.CharField("重点类别", max_length=20, blank=True)
    year = models.PositiveSmallIntegerField("年份", null=True)
    numbers = models.CharField("文号和索引号", max_length=160, blank=True)
    initials = models.CharField("拼音首字母", max_length=60, blank=True)
    published_at = models.DateTimeField("发布时间")
    visible_until = models.DateTimeField("到何时", null=True)
    words_digest = models.CharField("词表摘要", max_length=16, blank=True)

    title_vector = SearchVectorField(null=True)
    vector = SearchVectorField(null=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "检索文档"
        constraints = [
            models.UniqueConstraint(fields=["township", "kind", "key"], name="document_key"),
        ]
        indexes = [
            # common words: from the newest on, until there are enough
            models.Index(fields=["township", "-published_at", "-id"], name="document_newest"),
            # suggestions by pinyin
            models.Index(fields=["township", "initials"], name="document_initials"),
            # exact numbers
            models.Index(fields=["township", "numbers"], name="document_numbers"),
        ]

    def __str__(self) -> str:
        return self.title


class ZeroResult(TownshipOwned):
    """没查到的词: what residents looked for in vain, by day, without anything personal."""

    query = models.CharField("查找的词", max_length=60)
    on = models.DateField("日期")
    count = models.PositiveIntegerField("次数", default=1)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "没查到的词"
        ordering = ["-on", "-count"]
        constraints = [
            models.UniqueConstraint(fields=["township", "query", "on"], name="zero_result_day"),
        ]

    def __str__(self) -> str:
        return self.query
