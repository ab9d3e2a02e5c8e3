"""What an inspector reads off a page: its labels, its links, its words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

# 国办发〔2017〕47号: every page names its site; a list its column, an article itself
SITE_LABELS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_LABELS = ("ColumnName", "ColumnType")
ARTICLE_LABELS = ("ArticleTitle", "PubDate", "ContentSource")
SILENT = frozenset({"script", "style", "template"})


@dataclass
class Page:
    labels: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def missing_labels(self) -> list[str]:
        wanted = [*SITE_LABELS]
        if "ArticleTitle" in self.labels:
            wanted += ARTICLE_LABELS
        elif self.labels:
            wanted += COLUMN_LABELS
        return [name for name in wanted if not self.labels.get(name, "").strip()]

    def inside(self, path: str, host: str) -> list[str]:
        """The addresses on this site that the page at `path` leads to, without their queries."""
        found = (_inside(link, path, host) for link in self.links)
        return sorted({one for one in found if one})

    def outside(self, host: str) -> list[str]:
        return sorted({one for one in self.links if _host(one) not in ("", host)})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.silent += tag in SILENT
        if tag == "meta" and given.get("name"):
            self.page.labels[given["name"]] = given.get("content", "")
        for name in ("href", "src"):
            if given.get(name):
                self.page.links.append(given[name])

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.page.words.append(data)


def page_of(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def _inside(link: str, path: str, host: str) -> str:
    whole = urldefrag(urljoin(f"https://{host}{path}", link)).url
    parts = urlsplit(whole)
    if parts.scheme not in ("http", "https") or parts.netloc != host:
        return ""
    return parts.path


def _host(link: str) -> str:
    parts = urlsplit(link)
    return parts.netloc if parts.scheme in ("http", "https", "") else ""
