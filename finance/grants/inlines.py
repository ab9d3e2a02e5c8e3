from finance.grants.models import FundGrant, GrantLine
from portal.core.desk.inlines import OneInline, RowsInline


class FundGrantInline(OneInline):
    model = FundGrant
    fields = (("year", "source"),)


class GrantLineInline(RowsInline):
    model = GrantLine
    fields = ("fund", "amount", "remark")


GRANT_INLINES = (FundGrantInline, GrantLineInline)
