from django.urls import path

from portal.reports.shelf import views

urlpatterns = [path("reports/", views.shelf, name="home")]
