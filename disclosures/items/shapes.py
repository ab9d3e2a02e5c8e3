"""What an edition is made of: words alone, or data of a known shape beside its words."""

from django.db import models


class Shape(models.TextChoices):
    """体例. A value is the lower-case name of the model that holds the data (EditionPart)."""

    ARTICLE = "article", "文章"
    SERVICE_GUIDE = "serviceguide", "办事指南"
    PROGRAMME = "programme", "惠民项目"
    NOTICE_LIST = "noticelist", "公示名单"
    ACCIDENT_FILE = "accidentfile", "事故档案"


STRUCTURED = tuple(shape for shape in Shape if shape is not Shape.ARTICLE)
