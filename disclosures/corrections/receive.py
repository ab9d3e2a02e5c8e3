from disclosures.corrections.models import ErrorReport
from portal.core.township.models import Township


def receive_report(township: Township, *, page: str, message: str, contact: str) -> ErrorReport:
    """Keep what a resident pointed out, for an office to deal with."""
    return ErrorReport.objects.create(
        township=township, page=page, message=message, contact=contact
    )
