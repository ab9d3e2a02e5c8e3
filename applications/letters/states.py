from django.db import models


class LetterState(models.TextChoices):
    DRAFT = "draft", "起草中"
    SUBMITTED = "submitted", "等待签发"
    ISSUED = "issued", "已签发"
    DROPPED = "dropped", "已作废"
