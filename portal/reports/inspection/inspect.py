"""One inspection from beginning to end, kept as it was found."""

from collections.abc import Callable
from dataclasses import asdict

from portal.core import clock
from portal.core.township.models import Township
from portal.reports.inspection.ask_site import Site
from portal.reports.inspection.crawl import Walk, walk
from portal.reports.inspection.indicators import Finding, score_of
from portal.reports.inspection.models import Inspection, RiskyWord
from portal.reports.inspection.records import of_records

NOT_WALKED = "没有逐页检查：这次只查了数据，网页、链接、附件、标签和表述没有查。"
OUTSIDE = "站外链接 {count} 个没有检查，请不时点开看看。"


def inspect(
    township: Township,
    site: Site | None = None,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> Inspection:
    """Look at the records and, with `site`, at every page. What couldn't be checked says so."""
    findings = list(of_records(township, clock.today()))
    walked, unchecked = Walk(), [NOT_WALKED]
    if site is not None:
        words = list(RiskyWord.objects.of(township).filter(active=True))
        walked = walk(site, words, told)
        findings += walked.findings
        outside = len(walked.outside)
        unchecked = [OUTSIDE.format(count=outside)] if outside else []
    return _kept(township, findings, walked, unchecked)


def _kept(
    township: Township, findings: list[Finding], walked: Walk, unchecked: list[str]
) -> Inspection:
    score = score_of(findings)
    return Inspection.objects.create(
        township=township,
        at=clock.now(),
        points=score.points,
        failed=[one.value for one in score.failed],
        findings=[asdict(finding) for finding in findings],
        pages=walked.pages,
        links=walked.links,
        unchecked=unchecked,
    )
