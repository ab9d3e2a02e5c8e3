from django.urls import path

from finance.vouchers import views

urlpatterns = [
    path("finance/vouchers/<int:key>/<str:name>", views.voucher, name="voucher"),
]
