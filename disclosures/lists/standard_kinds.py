"""The kinds of lists a township begins with; it changes them as it likes."""

import json
from pathlib import Path

from disclosures.lists.models import ListKind
from portal.core.township.models import Township

STANDARD = Path(__file__).parent / "standard_kinds.json"


def load_kinds(township: Township) -> int:
    """Add those that the township doesn't have yet; how many the standard knows."""
    given = json.loads(STANDARD.read_text(encoding="utf-8"))
    for place, one in enumerate(given, start=1):
        ListKind.objects.get_or_create(
            township=township, slug=one.pop("slug"), defaults={**one, "position": place * 10}
        )
    return len(given)
