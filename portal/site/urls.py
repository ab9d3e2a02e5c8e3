from django.urls import path

from portal.site.home import views as home
from portal.site.places import views as places

app_name = "site"
urlpatterns = [
    path("", home.home, name="home"),
    path("guide/", home.guide, name="guide"),
    path("villages/", places.villages, name="villages"),
    path("villages/<slug:slug>/", places.village, name="village"),
    path("offices/", places.offices, name="offices"),
    path("offices/<slug:slug>/", places.office, name="office"),
]
