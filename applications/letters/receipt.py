"""接收回执: what the applicant takes home."""

from applications.cases.models import Application
from applications.procedure.words import day
from portal.documents.official import OfficialDocument, Paragraph, Table
from portal.documents.pdf import pdf_of

KEEP = (
    "请妥善保管查询码。凭编号和查询码，可以在网站“依申请公开—查询办理情况”里查进度、"
    "补材料、取答复。"
)
LATER = "工作人员将与您确认收到申请。自确认的第二天起算，20个工作日内答复；需要延长的，会告知您。"
COUNTED = "收到申请之日：{received}。答复期限：{due}。"


def receipt_pdf(application: Application, code: str) -> bytes:
    """`code` is told to whoever holds it already; it is kept nowhere."""
    return pdf_of(receipt_of(application, code))


def receipt_of(application: Application, code: str) -> OfficialDocument:
    township = application.township
    rows = (
        ("编号", application.number),
        ("查询码", code),
        ("所需信息", application.subject),
        ("提交方式", application.get_channel_display()),
        ("提交日期", day(application.came_on)),
        ("所需形式", application.get_supply_form_display()),
        ("获取方式", application.get_delivery_display()),
        ("受理窗口", township.reception_window or "便民服务中心"),
        ("电话", township.reception_phone or township.phone),
    )
    return OfficialDocument(
        title="政府信息公开申请接收回执",
        blocks=(Table(rows, widths=(1, 3)), Paragraph(KEEP), Paragraph(_clock(application))),
        signature=township.full_name,
        on=application.came_on,
        seal=True,
    )


def _clock(application: Application) -> str:
    if application.received_on and application.due_on:
        received, due = day(application.received_on), day(application.due_on)
        return COUNTED.format(received=received, due=due)
    return LATER
