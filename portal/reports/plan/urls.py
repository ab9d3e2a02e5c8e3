from django.urls import path

from portal.reports.plan import views

urlpatterns = [
    path("reports/<int:year>/plan/", views.plan, name="plan"),
    path("reports/<int:year>/plan/<int:number>/", views.measure, name="measure"),
]
