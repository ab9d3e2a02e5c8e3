"""What the year's papers share: who wrote and issued them, and what was issued for good."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from portal.core.township.owned import TownshipOwned, TownshipQuerySet

LONGEST_CHAPTER = 20_000
FIRST_YEAR = 2008


class PaperQuerySet(TownshipQuerySet):
    def public(self, township: object) -> "PaperQuerySet":
        """What was issued, the newest first: the one rule for every door."""
        return self.of(township).filter(issued_at__isnull=False).order_by("-year")  # type: ignore[arg-type]


class Issued(TownshipOwned):
    """Until it is issued it may be written; then `issued` holds all that it says, and `digest`
    proves that nothing changed since."""

    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="起草人",
        null=True,
        editable=False,
        related_name="+",
    )
    issued_at = models.DateTimeField("公布时间", null=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="签发人",
        null=True,
        editable=False,
        related_name="+",
    )
    issued = models.JSONField("公布的内容", default=dict, editable=False)
    digest = models.CharField("摘要值", max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_issued(self) -> bool:
        return self.issued_at is not None


class Paper(Issued):
    """A paper of the year, issued as a whole."""

    year = models.PositiveSmallIntegerField(
        "年度", validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(2100)]
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        raise NotImplementedError
