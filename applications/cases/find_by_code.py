"""Finding an application by its number and query code: the applicant's only key."""

import unicodedata

from applications.cases.models import Application
from portal.core.query_code import fits
from portal.core.township.models import Township

# nothing is kept of it, so that a number that isn't there costs the same as a wrong code
NOBODYS = "0" * 64
LONGEST_NUMBER = 20


def found_by_code(township: Township, number: str, code: str) -> Application | None:
    """The application with this number, for whoever knows its code; one answer for every other."""
    even = unicodedata.normalize("NFKC", number).upper().replace(" ", "")[:LONGEST_NUMBER]
    rows = Application.objects.of(township).select_related("township", "applicant")
    application = rows.filter(number=even).first()
    known = fits(code, application.code_digest if application else NOBODYS)
    return application if known else None
