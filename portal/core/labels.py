"""Page labels that the State Council's guideline asks of government sites (国办发〔2017〕47号)."""

from datetime import datetime

from django.utils import timezone

Labels = dict[str, str]


def column_labels(name: str, description: str, kind: str, keywords: str = "") -> Labels:
    """Labels of a page that lists or explains; `kind` is the column's type, like 政策文件."""
    return {
        "ColumnName": name,
        "ColumnDescription": description,
        "ColumnKeywords": keywords or f"政务公开,{name}",
        "ColumnType": kind,
    }


def article_labels(
    title: str, published_at: datetime, source: str, *, column: str, kind: str
) -> Labels:
    """Labels of a page with one piece of information."""
    return {
        "ArticleTitle": title,
        "PubDate": timezone.localtime(published_at).strftime("%Y-%m-%d %H:%M"),
        "ContentSource": source,
        "ColumnName": column,
        "ColumnType": kind,
    }
