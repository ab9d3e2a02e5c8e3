"""A draft as it lies in the database, for tests that need one and no law."""

from applications.cases.models import Application
from applications.steps.models import Draft
from portal.core import clock
from portal.core.staff.models import Staff


def kept_draft(application: Application, by: Staff, word: str) -> Draft:
    """Sent back; `word` in all its texts."""
    now = clock.now()
    return Draft.objects.create(
        township_id=application.township_id,
        application=application,
        type="extended",
        data=f'{{"type": "extended", "on": "{now:%Y-%m-%d}", "days": 5}}',
        remark=f"{word}说明",
        letter_kind="extension",
        addressee=f"{word}人",
        title="延期答复告知书",
        text=f"{word}正文",
        drafted_by=by,
        drafted_at=now,
        settled_by=by,
        settled_at=now,
        sent_back=f"{word}意见",
    )
