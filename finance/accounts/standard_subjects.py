"""The subjects that a township begins with; older names that boards still print are aliases."""

import json
import re
from pathlib import Path

from finance.accounts.models import Subject
from portal.core.township.models import Township

DASH = re.compile(r"[-—–－/、:：]+")
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


def subject_named(subjects: dict[str, Subject], text: str) -> Subject | None:
    """The subject that a sheet means: 管理费用—办公费 is 办公费, 公益支出—保洁 is 公益支出."""
    parts = [part.strip() for part in DASH.split(text) if part.strip()]
    for name in (text, *reversed(parts)):
        if name in subjects:
            return subjects[name]
    return None
