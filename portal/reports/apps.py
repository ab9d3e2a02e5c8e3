from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "portal.reports"
    label = "reports"
    verbose_name = "公开栏、数据和年度报告"
    default_auto_field = "django.db.models.BigAutoField"
