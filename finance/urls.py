from django.urls import include, path

app_name = "finance"
urlpatterns = [
    path("", include("finance.ledger.urls")),
    path("", include("finance.oversight.urls")),
    path("", include("finance.vouchers.urls")),
    path("finance/budgets/", include("finance.budgets.urls")),
    path("finance/execution/", include("finance.execution.urls")),
    path("finance/resolutions/", include("finance.resolutions.urls")),
    path("finance/holdings/", include("finance.holdings.urls")),
    path("finance/funds/", include("finance.grants.urls")),
    path("finance/sangong/", include("finance.sangong.urls")),
    path("finance/audits/", include("finance.audits.urls")),
    path("finance/projects/", include("finance.projects.urls")),
    path("finance/levies/", include("finance.levies.urls")),
]
