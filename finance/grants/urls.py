# under finance/funds/
from django.urls import path

from finance.grants import views

urlpatterns = [path("", views.funds, name="funds")]
