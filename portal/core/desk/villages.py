"""Forms in which a village is chosen offer villages and communities alone."""

from typing import Any


class VillagesOnly:
    """For an admin class or inline with a field `village`."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "village":
            kwargs["queryset"] = db_field.remote_field.model.objects.villages()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
