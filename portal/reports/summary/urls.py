from django.urls import path

from portal.reports.summary import views

urlpatterns = [path("reports/<int:year>/summary/", views.summary, name="summary")]
