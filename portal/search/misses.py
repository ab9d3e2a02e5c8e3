"""Counting what residents look for in vain, so that staff see what is missing."""

import re
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from portal.core.township.models import Township
from portal.privacy.mask import mask_numbers
from portal.search.models import ZeroResult
from portal.search.words import plain

DIGITS = re.compile(r"\d{3,}")
KEPT_A_DAY = 500


def count_miss(township: Township, question: str, on: date) -> None:
    """One more for this question today; numbers that could be somebody's are not kept."""
    told = DIGITS.sub("…", mask_numbers(" ".join(plain(question).split())))[:60].strip()
    if not told:
        return
    today = ZeroResult.objects.of(township).filter(on=on)
    if today.filter(query=told).update(count=F("count") + 1):
        return
    if today.count() < KEPT_A_DAY:
        try:
            with transaction.atomic():
                ZeroResult.objects.create(township=township, query=told, on=on)
        except IntegrityError:
            today.filter(query=told).update(count=F("count") + 1)
