from importlib import import_module

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = "基础资料"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Both act when they are loaded, and need the models."""
        import_module("portal.core.desk.checks")
        import_module("portal.core.desk.yes_no")
