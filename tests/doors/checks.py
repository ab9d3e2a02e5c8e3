"""What checks a township, planted: 三公经费, an audit and the notice of what was done about it."""

from typing import Any

from disclosures.items.models import Disclosure
from tests.finance.audits import reports
from tests.finance.sangong import statements


def plant_sangong(there: Any) -> Disclosure:
    word = there.word
    return statements.published(
        there,
        title=f"{word}三公经费决算",
        unit=there.office,
        reason=f"{word}压减接待。",
        explanation=f"{word}的说明。",
        restated=f"{word}口径调整。",
    )


def plant_audit(there: Any) -> tuple[Disclosure, Disclosure]:
    """The report, then the notice with its evidence."""
    word = there.word
    report = reports.published_report(
        there, title=f"{word}审计结果", body_name=f"{word}镇政府", auditor=f"{word}县审计局"
    )
    done = {"status": "2-done", "text": f"{word}已退回资金。"}
    return report, reports.told(there, report, done)
