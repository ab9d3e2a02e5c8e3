# under finance/sangong/
from django.urls import path

from finance.sangong import views

urlpatterns = [path("", views.sangong, name="sangong")]
