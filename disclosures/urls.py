from django.urls import include, path

app_name = "disclosures"
urlpatterns = [
    path("", include("disclosures.browse.urls")),
    path("", include("disclosures.items.urls")),
    path("", include("disclosures.policies.urls")),
    path("", include("disclosures.attachments.urls")),
    path("", include("disclosures.guides.urls")),
    path("", include("disclosures.lists.urls")),
    path("", include("disclosures.programmes.urls")),
    path("", include("disclosures.questions.urls")),
    path("", include("disclosures.accidents.urls")),
    path("", include("disclosures.registers.urls")),
    path("", include("disclosures.warnings.urls")),
]
