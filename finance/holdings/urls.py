# under finance/holdings/
from django.urls import path

from finance.holdings import views

urlpatterns = [path("", views.holdings, name="holdings")]
