# under finance/levies/
from django.urls import path

from finance.levies import views

urlpatterns = [path("", views.levies, name="levies")]
