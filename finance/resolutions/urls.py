# under finance/resolutions/
from django.urls import path

from finance.resolutions import views

urlpatterns = [path("", views.resolutions, name="resolutions")]
