from django.db import models


class SheetKind(models.TextChoices):
    """What a sheet of paper can show; in addresses and in postings, with the record's key."""

    ITEM = "item", "信息"
    NAMES = "names", "名单（含姓名）"
    PERIOD = "period", "村级账期"
    WARNING = "warning", "预警"


# what anyone may print; names of people are printed at the desk alone
FOR_ALL = (SheetKind.ITEM, SheetKind.PERIOD, SheetKind.WARNING)
