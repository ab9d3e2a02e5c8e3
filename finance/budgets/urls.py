# under finance/budgets/
from django.urls import path

from finance.budgets import views

urlpatterns = [
    path("", views.budgets, name="budgets"),
    path("terms/", views.terms, name="budget-terms"),
    path("<int:year>/", views.year, name="budget-year"),
    path("<int:year>/<slug:slug>/", views.unit, name="budget-unit"),
]
