"""An issued letter on file, without drawing it: for tests that ask who may have it."""

from typing import Any

from applications.cases.models import Application
from applications.letters.kinds import LetterKind
from applications.letters.models import Letter
from portal.core import clock


def kept_letter(
    application: Application,
    by: Any,
    word: str = "样",
    kind: LetterKind = LetterKind.GRANTED,
) -> Letter:
    """`word` stands in all its texts and both files."""
    serial = Letter.objects.filter(township_id=application.township_id, kind=kind).count() + 1
    letter = Letter(
        township_id=application.township_id,
        application=application,
        kind=kind.value,
        series=kind.series,
        year=2026,
        serial=serial,
        number=f"{word}{kind.mark}〔2026〕{serial}号",
        addressee=f"{word}小满",
        title=f"{word}{kind.label}",
        text=f"{word}正文",
        docx_sha256="0" * 64,
        pdf_sha256="1" * 64,
        issued_on=clock.today(),
        shared=kind.to_applicant,
        at=clock.now(),
        by=by,
    )
    letter.docx.keep(f"{word}甲".encode())
    letter.pdf.keep(f"{word}乙".encode())
    letter.save()
    return letter
