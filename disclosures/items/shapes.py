"""What an edition is made of: words alone, or data of a known shape beside its words."""

from django.db import models


class Shape(models.TextChoices):
    """体例. A value is the lower-case name of the model that holds the data (EditionPart)."""

    ARTICLE = "article", "文章"
    SERVICE_GUIDE = "serviceguide", "办事指南"
    PROGRAMME = "programme", "惠民项目"
    NOTICE_LIST = "noticelist", "公示名单"
    ACCIDENT_FILE = "accidentfile", "事故档案"
    BUDGET = "budget", "预算、决算"
    EXECUTION = "execution", "预算执行"
    SANGONG = "sangong", "“三公”经费"
    AUDIT_REPORT = "auditreport", "审计结果"
    RECTIFICATION = "rectification", "审计整改"
    RESOLUTION = "resolution", "村民代表会议决议"
    PROJECT_FILE = "projectfile", "项目档案"
    LEVY = "levy", "筹资筹劳"
    FUND_GRANT = "fundgrant", "资金下达"
    HOLDINGS = "holdings", "村集体资产资源"


STRUCTURED = tuple(shape for shape in Shape if shape is not Shape.ARTICLE)
