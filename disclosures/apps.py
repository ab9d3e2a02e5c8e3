from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DisclosuresConfig(AppConfig):
    name = "disclosures"
    verbose_name = "主动公开"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Apps above bring shelves of their own (browse/gather.py)."""
        autodiscover_modules("shelves")
