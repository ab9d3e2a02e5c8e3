"""Beginning the report of a year: its chapters drafted from what is known, for staff to rewrite."""

from django.db import transaction

from disclosures.catalogue.categories import CATEGORIES
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.record import record
from portal.reports.annual.models import AnnualReport
from portal.reports.papers.may import require_writer

OVERVIEW = (
    "（一）主动公开\n"
    "全年主动公开政府信息【主动公开信息】，按时公开率【按时公开率】。其中：{categories}。\n"
    "公开政策文件【公开政策文件】，政策解读率【政策解读率】。公示名单【公示名单】，"
    "公开村级账期【公开村级账期】。\n\n"
    "（二）依申请公开\n"
    "全年新收政府信息公开申请【新收公开申请】，上年结转【上年结转申请】，办结【办结公开申请】，"
    "结转下年【结转下年申请】，按时答复率【申请按时答复率】。\n\n"
    "（三）政府信息管理\n\n"
    "（四）平台建设\n"
    "收到提问和纠错【收到提问和纠错】，答复【答复提问和纠错】，及时率【提问答复及时率】。"
    "发布预警【发布预警】。\n\n"
    "（五）监督保障\n"
    "工作考核、社会评议、责任追究结果："
)
PROBLEMS = "（一）存在的主要问题\n\n（二）改进情况\n"
OTHERS = "本年度收取信息处理费情况：\n"


@transaction.atomic
def begin(township: Township, year: int, *, by: Staff, by_hand: bool = False) -> AnnualReport:
    """A draft with the usual chapters; a report by hand begins empty.

    One a year. Raises CannotMove, PermissionDenied.
    """
    report = AnnualReport(
        township=township,
        year=year,
        by_hand=by_hand,
        overview="" if by_hand else _overview(),
        problems=PROBLEMS,
        others=OTHERS,
        written_by=by,
    )
    require_writer(report, by)
    if AnnualReport.objects.of(township).filter(year=year).exists():
        raise CannotMove(f"{year}年的报告已经有了，请在列表里打开。")
    report.save()
    record(report, "起草", by=by)
    return report


def _overview() -> str:
    named = (f"{one.name}【{one.name}公开信息】" for one in CATEGORIES)
    return OVERVIEW.format(categories="，".join(named))
