"""The warnings that hold now, on top of every page."""

from typing import Any

from django import template

from disclosures.warnings.models import EmergencyWarning
from portal.core import clock

register = template.Library()
MOST = 3


@register.inclusion_tag("disclosures/warnings/_banner.html")
def warnings_in_force(township: Any) -> dict[str, Any]:
    """The most severe first; one query. A page without a township has none."""
    if not township:
        return {"warnings": []}
    now = clock.now()
    found = EmergencyWarning.objects.public(township, now).in_force(now)
    return {"warnings": found.defer("situation", "advice")[:MOST]}
