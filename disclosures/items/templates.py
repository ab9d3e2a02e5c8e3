from django.db import models
from django_ckeditor_5.fields import CKEditor5Field

from disclosures.catalogue.models import CatalogueEntry
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class ItemTemplate(TownshipOwned):
    """稿件模板: the usual words of a usual item, to start a draft from."""

    name = models.CharField("模板名称", max_length=60)
    entry = models.ForeignKey(
        CatalogueEntry, on_delete=models.PROTECT, verbose_name="公开事项", related_name="+"
    )
    title = models.CharField("标题样式", max_length=200, help_text="可写“青禾镇××月××情况”。")
    summary = models.TextField("内容概述", max_length=500, blank=True)
    keywords = models.CharField("关键词", max_length=120, blank=True)
    body = CKEditor5Field("正文", config_name="default", blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "稿件模板"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
