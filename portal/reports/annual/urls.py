from django.urls import path

from portal.reports.annual import views

urlpatterns = [
    path("reports/<int:year>/annual/", views.annual, name="annual"),
]
