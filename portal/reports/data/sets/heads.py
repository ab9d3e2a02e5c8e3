"""What the rows of all public items have in common."""

from portal.reports.data.fields import Field, day, moment, page_of, text
from portal.reports.data.narrowing import updated_since, year

UPDATED = updated_since("live__published_at__gte")
YEAR = year("first_published_on__year", "首次公开的年度")


def head_of(item: str = "") -> tuple[Field, ...]:
    """What every row of a public item begins with; `item` is the path to the item."""
    path = f"{item}." if item else ""
    return (
        text("index_number", "索引号", f"{path}index_number"),
        text("title", "标题", f"{path}live.title"),
        text("issuer", "发布机构", f"{path}live.issuer.name"),
        day("published_on", "首次公开日期", f"{path}first_published_on"),
    )


def foot_of(item: str = "") -> Field:
    return page_of(f"{item}.get_absolute_url" if item else "get_absolute_url")


DATED = (
    day("formed_on", "生成日期", "live.formed_on", "信息形成的日期，公开时限从它算起。"),
    moment("published_at", "发布时间", "published_at", "最近一次实质性发布的时间。"),
    day("effective_on", "生效日期", "live.effective_on"),
    day("expires_on", "失效日期", "live.expires_on"),
    day("repealed_on", "废止日期", "repealed_on"),
    text("validity", "有效性", "validity", "有效、失效或者废止，按当天计算。"),
)
FILED = (
    text("entry_code", "公开事项编码", "live.entry.code", "和公开目录数据集的编码对应。"),
    text("entry", "公开事项", "live.entry.name"),
)
