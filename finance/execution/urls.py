# under finance/execution/
from django.urls import path

from finance.execution import views

urlpatterns = [path("", views.execution, name="execution")]
