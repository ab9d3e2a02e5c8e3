from finance.holdings.models import Holding, Holdings
from portal.core.desk.inlines import OneInline, RowsInline
from portal.core.desk.villages import VillagesOnly


class HoldingsInline(VillagesOnly, OneInline):
    model = Holdings
    fields = (("village", "as_of"),)


class HoldingInline(RowsInline):
    model = Holding
    fields = (
        "kind",
        "name",
        "quantity",
        "unit",
        "place",
        "value",
        "counterparty",
        "starts_on",
        "ends_on",
        "rent",
        "remark",
    )


HOLDINGS_INLINES = (HoldingsInline, HoldingInline)
