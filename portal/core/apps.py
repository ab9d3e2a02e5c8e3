from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = "基础资料"
    default_auto_field = "django.db.models.BigAutoField"
