from disclosures.lists.models import NoticeList
from portal.core.desk.inlines import OneInline


class NoticeListInline(OneInline):
    """What is said of the list itself; its rows come from a spreadsheet."""

    model = NoticeList
    verbose_name_plural = "名单"
    autocomplete_fields = ()
    fields = (
        ("kind", "programme"),
        "period",
        ("period_from", "period_to"),
        "fund",
        "starts_on",
        ("objections_phone", "objections_place"),
        ("objections", "outcome"),
    )
