"""The tracker of audit findings; each report and notice is read on the page of its item."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from finance.audits.filters import CHOICES, asked
from finance.audits.progress import Progress
from finance.audits.tracker import tally, track
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "审计结果",
    "文号",
    "审计机关",
    "年度",
    "序号",
    "问题",
    "涉及金额（元）",
    "依据",
    "整改要求",
    "责任单位",
    "整改期限",
    "状态",
    "时限情况",
    "最近一次",
    "最近情况",
    "网址",
)
# on one page; the file has all of them
MOST_SHOWN = 200


@public_page
def audits(request: PublicRequest) -> HttpResponseBase:
    tracker = track(request.township, clock.now(), clock.today())
    narrowed = asked(request.GET, tracker)
    found = narrowed.of(tracker.found)
    if wants_file(request):
        name = f"{request.township.name}审计问题整改台账"
        return file_of(request, name, COLUMNS, _rows(request, found))
    context = {
        "tracker": tracker,
        "tally": tally(tracker.found),
        "found": found[:MOST_SHOWN],
        "count": len(found),
        "asked": narrowed,
        "statuses": CHOICES,
        "labels": column_labels("审计整改", "审计发现的问题和整改情况", "审计公开"),
    }
    return render(request, "finance/audits/audits.html", context)


def _rows(request: PublicRequest, found: Iterable[Progress]) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for one in found:
        report, finding = one.source.live.auditreport, one.finding
        last = one.latest
        yield (
            one.source.live.title,
            report.number,
            report.auditor,
            report.year,
            finding.number,
            finding.issue,
            finding.amount if finding.amount is not None else "",
            finding.basis,
            finding.demand,
            finding.office.name,
            finding.due_on,
            one.label,
            one.timing,
            last.on if last else "",
            last.text if last else "",
            site + one.source.get_absolute_url(),
        )
