"""A firm to be listed."""

from datetime import date

from disclosures.registers.credit_code import check_character
from disclosures.registers.models import RegisterEntry
from tests.cast import Cast

FIRM = "澄湖县石塘茶叶加工厂"
LISTED = date(2026, 4, 9)
CODE = "91341799MA0002031" + check_character("91341799MA0002031")


def written(cast: Cast, **fields: object) -> RegisterEntry:
    given_fields = {
        "township": cast.town,
        "register": "safety-blacklist",
        "firm": FIRM,
        "credit_code": CODE,
        "facts": "没有防护罩，致 1 人轻伤。",
        "decision": "罚款 2 万元",
        "decided_by": "县应急管理局",
        "decided_on": date(2026, 4, 2),
        "issuer": cast.office,
        "author": cast.clerk,
    }
    return RegisterEntry.objects.create(**given_fields | fields)
