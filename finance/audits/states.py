"""How far a finding has been put right."""

from django.db import models


class Status(models.TextChoices):
    NOT_BEGUN = "0-not-begun", "未开始"
    UNDER_WAY = "1-under-way", "整改中"
    DONE = "2-done", "已完成"
    ACCEPTED = "3-accepted", "已验收销号"


CLOSED = (Status.DONE, Status.ACCEPTED)
