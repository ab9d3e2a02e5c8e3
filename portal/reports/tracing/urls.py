from django.urls import path

from portal.reports.tracing import views

urlpatterns = [path("reports/<int:year>/figures/<str:name>/", views.figure, name="figure")]
