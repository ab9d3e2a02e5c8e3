"""The subjects that a township begins with; older names that boards still print are aliases."""

import json
from pathlib import Path

from finance.accounts.models import Subject
from portal.core.township.models import Township

STANDARD = Path(__file__).parent / "subjects.json"


def load_subjects(township: Township) -> int:
    """Add those that the township doesn't have yet; how many the standard knows."""
    given = json.loads(STANDARD.read_text(encoding="utf-8"))
    for place, one in enumerate(given, start=1):
        defaults = {**one, "position": place * 10}
        name = defaults.pop("name")
        Subject.objects.get_or_create(township=township, name=name, defaults=defaults)
    return len(given)


def subjects_of(township: Township) -> dict[str, Subject]:
    """Every name of a subject, its aliases too, to the subject; its own name comes first."""
    subjects = list(Subject.objects.of(township))
    found = {alias: one for one in subjects for alias in one.names[1:]}
    return found | {one.name: one for one in subjects}
