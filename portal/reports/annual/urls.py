from django.urls import path

from portal.reports.annual import views

urlpatterns = [
    path("reports/", views.report_list, name="home"),
    path("reports/<int:year>/annual/", views.annual, name="annual"),
]
