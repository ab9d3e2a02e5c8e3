from django.urls import path

from portal.site import appearance, feeds, healthz, sitemaps
from portal.site.deadline import views as deadline
from portal.site.finding import views as finding
from portal.site.home import views as home
from portal.site.places import views as places
from portal.site.schedule import views as schedule
from portal.site.timeliness import views as timeliness

app_name = "site"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", finding.search_page, name="search"),
    path("search/suggest/", finding.suggest, name="suggest"),
    path("guide/", home.guide, name="guide"),
    path("villages/", places.villages, name="villages"),
    path("villages/<slug:slug>/", places.village, name="village"),
    path("offices/", places.offices, name="offices"),
    path("offices/<slug:slug>/", places.office, name="office"),
    path("deadline/", deadline.calculator, name="deadline"),
    path("deadline/<int:year>/", deadline.year, name="deadline-year"),
    path("on-time/", timeliness.timeliness, name="timeliness"),
    path("schedule/", schedule.schedule, name="schedule"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("feeds/all.xml", feeds.TownshipFeed(), name="feed-all"),
    path("feeds/categories/<slug:slug>.xml", feeds.CategoryFeed(), name="feed-category"),
    path("feeds/warnings.xml", feeds.WarningFeed(), name="feed-warnings"),
    path("feeds/villages/<slug:slug>.xml", feeds.VillageFeed(), name="feed-village"),
    path("feeds/questions/", feeds.QuestionFeed(), name="feed-questions"),
    path("sitemap.xml", sitemaps.site_map, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.site_map_part, name="sitemap-part"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("healthz", healthz.healthz, name="healthz"),
    path("appearance/", appearance.choose, name="appearance"),
    path("appearance.css", appearance.style_sheet, name="appearance-css"),
]
