"""The way of a period: open → submitted by the accountant → checked by the village's supervisors →
published."""

from django.db import models


class State(models.TextChoices):
    OPEN = "open", "记账中"
    SUBMITTED = "submitted", "待监委会审核"
    CHECKED = "checked", "待公开"
    PUBLISHED = "published", "已公开"
