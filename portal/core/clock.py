"""The one place that asks what time it is; everything else is handed `on` or `at`."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, aware."""
    return timezone.now()


def today() -> date:
    """Today's date in Asia/Shanghai (TIME_ZONE), whatever the server's zone."""
    return timezone.localdate()
