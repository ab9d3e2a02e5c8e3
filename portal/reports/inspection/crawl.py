"""Reading every page of the site map: does it open, is it labelled, do its links and files lead
somewhere, does it hold words that it should not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from portal.reports.inspection.ask_site import Site
from portal.reports.inspection.indicators import Finding, Indicator
from portal.reports.inspection.models import RiskyWord
from portal.reports.inspection.page import Page, page_of

HOME, MAP = "/", "/sitemap.xml"
LOCATION = re.compile(r"<loc>https?://[^/<]+([^<]*)</loc>")
# drawn for the one who asks, or the desk's own
LEFT_OUT = ("/admin/", "/static/")
AROUND = 12  # characters that show where a word stands


@dataclass
class Walk:
    """What was looked at, and what couldn't be."""

    pages: int = 0
    links: int = 0
    outside: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def walk(
    site: Site, words: list[RiskyWord], told: Callable[[int, int], None] = lambda done, of: None
) -> Walk:
    """Read all pages that the site map names, and follow each link of theirs once."""
    found = Walk()
    addresses = list(mapped(site)) or [HOME, MAP]
    wordings = {word.word: word for word in words}
    linked_from: dict[str, str] = {}
    for number, path in enumerate(addresses, start=1):
        told(number, len(addresses))
        answer = site.ask(path)
        found.pages += 1
        if not answer.fine:
            found.findings.append(_broken_page(path, answer.status))
        elif answer.text:
            page = page_of(answer.text)
            found.findings += [*_labels(path, page), *_words(path, page, wordings)]
            found.outside |= set(page.outside(site.host))
            for link in page.inside(path, site.host):
                linked_from.setdefault(link, path)
    found.findings += _links(site, found, linked_from, set(addresses))
    return found


def mapped(site: Site) -> Iterator[str]:
    """Every address of the site map, or of the maps that it names; a map that doesn't open is an
    address itself, to be found broken."""
    top = site.ask(MAP).text
    places = LOCATION.findall(top)
    if "<sitemapindex" not in top:
        yield from places
        return
    for section in places:
        answer = site.ask(section)
        yield from LOCATION.findall(answer.text) if answer.fine else [section]


def _links(
    site: Site, found: Walk, linked_from: dict[str, str], known: set[str]
) -> Iterator[Finding]:
    for link, path in linked_from.items():
        if link in known or link.startswith(LEFT_OUT):
            continue
        found.links += 1
        status = site.ask(link).status
        if status in (404, 410) or status >= 500:
            what = f"链接 {link} 打不开（{status}）。"
            cure = "请改正链接，或者去掉。"
            yield Finding(Indicator.LINK_BROKEN, path, path, what, cure)


def _broken_page(path: str, status: int) -> Finding:
    what = f"打开时出错（{status}）。"
    indicator = Indicator.HOME_BROKEN if path == HOME else Indicator.PAGE_BROKEN
    return Finding(indicator, path, path, what, "请联系系统管理员查看运行日志。")


def _labels(path: str, page: Page) -> Iterator[Finding]:
    if missing := page.missing_labels:
        what = f"缺少标签：{'、'.join(missing)}。"
        cure = "网站标识码在“乡镇设置”里填；其他的请联系系统管理员。"
        yield Finding(Indicator.LABEL_MISSING, path, path, what, cure)


def _words(path: str, page: Page, words: dict[str, RiskyWord]) -> Iterator[Finding]:
    text = page.text
    for word, row in words.items():
        place = text.find(word)
        if place < 0:
            continue
        around = " ".join(text[max(0, place - AROUND) : place + len(word) + AROUND].split())
        cure = f"应当写作“{row.instead}”。" if row.instead else "请核对，需要时更正。"
        what = f"有“{word}”：…{around}…{row.why}"
        yield Finding(Indicator.RISKY_WORD, path, path, what, cure)
