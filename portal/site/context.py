"""What every template may name."""

from typing import Any

from django.http import HttpRequest


def township(request: HttpRequest) -> dict[str, Any]:
    return {"township": getattr(request, "township", None)}
