from django.urls import path

from disclosures.corrections import views

urlpatterns = [path("report-error/", views.report_error, name="report-error")]
