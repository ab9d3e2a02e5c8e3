"""An application for disclosure, planted with everything it can have; `word` in all its texts."""

from datetime import timedelta
from typing import Any

from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile
from applications.cases.take_in import Requested, register
from applications.letters.kinds import LetterKind
from applications.letters.models import LetterTemplate
from applications.procedure.channels import Channel
from applications.rules.models import ApplicationRules
from portal.core import clock
from tests.applications.letters.kept import kept_letter
from tests.applications.steps.kept import kept_draft


def plant_application(there: Any, word: str = "") -> Application:
    """In hand, with an identity paper on file. The query code is kept on it as `code`."""
    word = word or there.word
    ApplicationRules.objects.get_or_create(
        township=there.town,
        defaults={"court": f"{word}法院", "payment": f"{word}信用社", "online": True},
    )
    came_on = clock.today() - timedelta(days=3)
    receipt = register(there.town, wanted(word), Channel.COUNTER, came_on, by=there.officer)
    keep_file(
        receipt.application,
        f"{word}身份证复印件".encode(),
        f"{word}身份证.txt",
        CaseFile.Kind.IDENTITY,
        by=there.officer,
    )
    kept_letter(receipt.application, there.officer, word)
    kept_draft(receipt.application, there.officer, word)
    LetterTemplate.objects.get_or_create(
        township=there.town,
        kind=LetterKind.OFFICE.value,
        defaults={"title": f"{word}协办函", "text": f"{word}请协助：\n【说明】"},
    )
    receipt.application.code = receipt.code
    return receipt.application


def wanted(word: str) -> Requested:
    return Requested(
        applicant_kind="citizen",
        name=f"{word}小满",
        subject=f"{word}修路合同",
        description=f"{word}通组路的施工合同",
        supply_form="electronic",
        delivery="online",
        identity_kind="居民身份证",
        identity_number="34170019900101123X",
        phone="13900001111",
        email="xiaoman@example.cn",
        address=f"{word}三组",
        parts=(f"{word}合同", f"{word}结算书"),
    )
