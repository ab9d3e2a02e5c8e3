"""An application opened with its code stays open in this browser for half an hour."""

from datetime import timedelta

from applications.cases.models import Application
from portal.core import clock
from portal.core.public_page import PublicRequest

KEY = "application_opened"
OPEN_FOR = timedelta(minutes=30)


def open_application(request: PublicRequest, application: Application) -> None:
    until = (clock.now() + OPEN_FOR).timestamp()
    request.session[KEY] = [application.pk, application.code_digest, until]


def opened_application(request: PublicRequest) -> Application | None:
    """None where nothing was opened here, too long ago, or on another township's site."""
    key, digest, until = request.session.get(KEY) or (None, "", 0)
    if key is None or until < clock.now().timestamp():
        return None
    rows = Application.objects.of(request.township).select_related("township", "applicant")
    return rows.filter(pk=key, code_digest=digest).first() if digest else None


def close_application(request: PublicRequest) -> None:
    request.session.pop(KEY, None)
