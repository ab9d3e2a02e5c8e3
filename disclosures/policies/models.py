from django.db import models

from disclosures.items.models import Disclosure
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class Interpretation(TownshipOwned):
    """政策解读: binds an explaining disclosure to the policy it explains, seen from both."""

    class Form(models.TextChoices):
        TEXT = "text", "文字解读"
        QUESTIONS = "questions", "问答解读"
        PICTURE = "picture", "图片解读"
        VIDEO = "video", "视频链接"

    disclosure = models.OneToOneField(
        Disclosure,
        on_delete=models.CASCADE,
        verbose_name="解读",
        related_name="interpretation",
    )
    policy = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, verbose_name="解读的政策", related_name="explained_by"
    )
    form = models.CharField("解读形式", max_length=12, choices=Form, default=Form.TEXT)
    explained_by_whom = models.CharField(
        "解读人", max_length=60, blank=True, help_text="如“副镇长张某某”或“民政办公室”。"
    )
    video_url = models.URLField("视频链接", blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "政策解读"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(disclosure=models.F("policy")),
                name="not_its_own_policy",
                violation_error_message="解读的政策不能是解读自己。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}：{self.disclosure}"
