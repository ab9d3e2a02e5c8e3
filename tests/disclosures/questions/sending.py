"""Sending the form as a resident's browser would."""

import pytest
from django.core import signing

from portal.core.guard import started_mark


def mark_of(monkeypatch: pytest.MonkeyPatch, seconds: int) -> str:
    """The mark of a form that was handed out so many seconds ago."""
    real = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: real() - seconds)
    mark = started_mark()
    monkeypatch.setattr(signing.time, "time", real)
    return mark


def sent(mark: str, **fields: str) -> dict[str, str]:
    return {"message": "电话打不通", "contact": "", "started": mark} | fields
