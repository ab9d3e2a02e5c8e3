"""A small corpus with a known answer to every question, the same on both databases."""

from datetime import UTC, datetime, timedelta

from portal.core.township.models import Township
from portal.search.index import Document, put

START = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 23, tzinfo=UTC)
ROWS = (
    ("old-title", "农村低保标准调整", "每人每月 815 元。", 1),
    ("new-text", "十月工作动态", "走访低保户，核对低保标准。", 300),
    ("synonym", "最低生活保障办理指南", "带身份证到窗口。", 200),
    ("phrase", "低保标准", "一览表。", 2),
    ("sangong", "2025年“三公”经费决算", "公务接待费 20 万元。", 100),
    ("field", "高标准农田建设项目", "新建机耕路。", 120),
    ("levy", "一事一议筹资筹劳方案", "每人 15 元。", 130),
    ("letters", "WiFi 开通通知", "ＡＢＣ 全角。", 140),
    ("number", "关于防汛工作的通知", "各村要落实责任。", 150),
    ("mentions", "防汛督查", "按照青政〔2026〕3号文件要求。", 160),
)
NUMBERS = {"number": ("青政〔2026〕3号", "1134170000000001XX/202605-00012")}


def fill(township: Township) -> None:
    for key, title, text, day in ROWS:
        put(
            township,
            Document(
                kind="item",
                key=key,
                title=title,
                url=f"/{key}/",
                text=text,
                published_at=START + timedelta(days=day),
                year=2026,
                numbers=NUMBERS.get(key, ()),
            ),
        )
