"""A warning to be issued."""

from datetime import timedelta
from typing import Any

from disclosures.warnings.models import EmergencyWarning
from tests.cast import Cast
from tests.factories import moment

START = moment("2026-06-19 14:00")


def storm(cast: Cast, **fields: Any) -> EmergencyWarning:
    given = {
        "township": cast.town,
        "title": "暴雨橙色预警",
        "hazard": "rainstorm",
        "level": "orange",
        "situation": "未来 3 小时降雨 50 毫米以上。",
        "advice": "低洼处的人往高处走\n不过漫水的桥",
        "issuer": cast.office,
        "starts_at": START,
        "ends_at": START + timedelta(hours=10),
    }
    return EmergencyWarning.objects.create(**given | fields)
