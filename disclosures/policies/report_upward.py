"""信息上报: the month's policies and interpretations as the sheet sent to the county."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from portal.core.township.models import Township
from portal.spreadsheets.write import write_xlsx

COLUMNS = (
    "序号",
    "类别",
    "标题",
    "文号",
    "发布机构",
    "发布日期",
    "索引号",
    "对应政策或解读",
    "解读形式",
    "解读人",
    "网址",
)
REPORTED = (CatalogueEntry.Kind.POLICY, CatalogueEntry.Kind.INTERPRETATION)


def reported_in(township: Township, year: int, month: int) -> list[Disclosure]:
    """What became public in that month and goes upward, oldest first."""
    first = date(year, month, 1)
    after = (first + timedelta(days=32)).replace(day=1)
    public = Disclosure.objects.public(township, timezone.now())
    return list(
        public.filter(
            live__entry__kind__in=REPORTED,
            first_published_on__gte=first,
            first_published_on__lt=after,
        )
        .select_related("interpretation__policy__live")
        .prefetch_related("explained_by__disclosure__live")
        .without_bodies()
        .order_by("first_published_at", "pk")
    )


def report_upward(township: Township, year: int, month: int, *, site: str = "") -> bytes:
    """The XLSX of one month; `site` is the address before the paths, like https://host."""
    items = reported_in(township, year, month)
    rows = [_row(number, item, site) for number, item in enumerate(items, start=1)]
    title = f"{township.full_name}{year}年{month}月政策文件与解读信息上报表"
    return write_xlsx(title, COLUMNS, rows)


def _row(number: int, item: Disclosure, site: str) -> list[str | int]:
    live = item.live
    bond = getattr(item, "interpretation", None)
    return [
        number,
        live.entry.get_kind_display(),
        live.title,
        live.document_number,
        live.issuer.name,
        _day(item.first_published_at),
        item.index_number,
        _other_side(item),
        bond.get_form_display() if bond else "",
        bond.explained_by_whom if bond else "",
        site + item.get_absolute_url(),
    ]


def _day(moment: datetime | None) -> str:
    return timezone.localdate(moment).isoformat() if moment else ""


def _other_side(item: Disclosure) -> str:
    bond = getattr(item, "interpretation", None)
    if bond:
        return bond.policy.live.title if bond.policy.live else ""
    return "；".join(b.disclosure.live.title for b in item.explained_by.all() if b.disclosure.live)
