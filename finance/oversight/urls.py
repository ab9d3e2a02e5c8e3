# under the root
from django.urls import path

from finance.oversight import views

urlpatterns = [
    path("finance/", views.home, name="home"),
    path("finance/villages/", views.villages, name="villages"),
    path("finance/large-expenses/", views.large_expenses, name="large-expenses"),
    path("finance/verify/", views.verify_chains, name="verify"),
]
