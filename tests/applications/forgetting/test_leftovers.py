"""What a failed step wrote on the disk goes by night; what a row speaks of stays."""

import os
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from applications.cases.keep_file import keep_file
from applications.cases.models import CaseFile
from portal.core import clock
from tests.applications.decided import on_the_desk
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def written(cast: Cast, *, days_ago: int, fails: bool = False) -> Path:
    application = on_the_desk(cast)
    try:
        with transaction.atomic():
            file = keep_file(application, "合同".encode(), "合同.txt", CaseFile.Kind.OTHER)
            path = Path(file.file.path)
            if fails:
                raise InterruptedError
    except InterruptedError:
        pass
    when = (clock.now() - timedelta(days=days_ago)).timestamp()
    os.utime(path, (when, when))
    return path


def test_they_leave_the_disk_by_night(cast: Cast) -> None:
    kept = written(cast, days_ago=3)
    left = written(cast, days_ago=3, fails=True)
    under_way = written(cast, days_ago=0, fails=True)
    call_command("forget_applicants", "--dry-run", stdout=StringIO())
    assert left.exists()
    told = StringIO()
    call_command("forget_applicants", stdout=told)
    assert (kept.exists(), left.exists(), under_way.exists()) == (True, False, True)
    assert "留下的文件 1 份" in told.getvalue()
