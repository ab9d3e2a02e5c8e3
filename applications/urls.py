from django.urls import include, path

app_name = "applications"
urlpatterns = [
    path("applications/", include("applications.guide.urls")),
    path("applications/", include("applications.apply.urls")),
    path("applications/", include("applications.track.urls")),
    path("applications/", include("applications.figures.urls")),
]
