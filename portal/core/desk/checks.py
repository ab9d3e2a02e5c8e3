"""A system check: no admin class of ours goes round StaffAdmin."""

from typing import Any

from django.contrib import admin
from django.core.checks import Error, register

from portal.core.desk.base import StaffAdmin


@register()
def admin_is_kept_to_its_township(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Whatever the registry holds must be limited to request.township."""
    return [
        Error(
            f"{type(model_admin).__name__} must inherit StaffAdmin",
            hint="Only StaffAdmin keeps lists, forms and look-ups to one township.",
            id="core.E001",
        )
        for model_admin in admin.site._registry.values()
        if not isinstance(model_admin, StaffAdmin)
    ]
