from django.urls import path, register_converter

from finance.ledger import views
from finance.ledger.keys import PeriodKeyConverter

register_converter(PeriodKeyConverter, "period")

BOOKS = "villages/<slug:slug>/ledger/"

urlpatterns = [
    path(BOOKS, views.ledger, name="ledger"),
    path(f"{BOOKS}<period:key>/", views.period, name="period"),
    path(f"{BOOKS}<period:key>/canonical.txt", views.canonical_text, name="canonical"),
    path(f"{BOOKS}<period:key>/<int:number>/", views.entry, name="ledger-entry"),
    path(f"{BOOKS}<period:key>/<int:number>/ask/", views.ask_about, name="ask-about-entry"),
]
