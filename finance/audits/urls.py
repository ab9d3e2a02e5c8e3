# under finance/audits/
from django.urls import path

from finance.audits import views

urlpatterns = [path("", views.audits, name="audits")]
