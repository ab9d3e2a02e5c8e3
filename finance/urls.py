from django.urls.resolvers import URLPattern, URLResolver

app_name = "finance"
urlpatterns: list[URLPattern | URLResolver] = []
