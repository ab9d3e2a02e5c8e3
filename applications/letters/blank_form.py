"""申请表: the form to be printed and filled in by hand (条例 art. 29)."""

from applications.cases.models import Delivery, SupplyForm
from applications.decisions.applicants import ApplicantKind
from portal.core.township.models import Township
from portal.documents.docx import docx_of
from portal.documents.official import OfficialDocument, Paragraph, Table
from portal.documents.pdf import pdf_of

LINES = "\n" * 5
FEW = "\n" * 2


def blank_form(township: Township, who: str, kind: str) -> bytes:
    """`who` is citizen or legal, `kind` docx or pdf."""
    document = form_of(township, who)
    return docx_of(document) if kind == "docx" else pdf_of(document)


def form_of(township: Township, who: str) -> OfficialDocument:
    person = _citizen() if who == "citizen" else _organisation()
    return OfficialDocument(
        title=f"{township.full_name}政府信息公开申请表",
        compact=True,
        blocks=(
            Table(
                (
                    *person,
                    ("联系电话", "", "电子邮箱", ""),
                    ("通信地址", "", "邮编", ""),
                    ("传真", "", "代理人", ""),
                ),
                widths=(2, 4, 2, 3),
                caption="一、申请人",
            ),
            Table(
                (
                    ("信息的名称、文号，或者别的便于查找的线索", LINES),
                    ("所需形式（打√）", _ticks(SupplyForm.labels)),
                    ("获取方式（打√）", _ticks(Delivery.labels)),
                    ("附件", FEW),
                    ("申请人签名（盖章）\n申请日期", FEW),
                ),
                widths=(2, 5),
                caption="二、所需信息",
            ),
            Table(
                (("收到日期", "", "编号", ""), ("提交方式", "", "经办人", "")),
                widths=(2, 4, 2, 3),
                caption="三、以下由工作人员填写",
            ),
            Paragraph(_where(township), indented=False),
        ),
    )


def _citizen() -> tuple[tuple[str, ...], ...]:
    return (("姓名", "", "证件名称", ""), ("证件号码", "", "", ""))


def _organisation() -> tuple[tuple[str, ...], ...]:
    kinds = [kind.label for kind in ApplicantKind if not kind.is_citizen]
    return (
        (_ticks(kinds),),
        ("单位名称", "", "统一社会信用代码", ""),
        ("法定代表人", "", "联系人", ""),
    )


def _ticks(labels: list[str]) -> str:
    return "　".join(f"□{label}" for label in labels)


def _where(township: Township) -> str:
    window = township.reception_window or "便民服务中心"
    phone = township.reception_phone or township.phone
    return f"交到：{window}，{township.address}（邮编{township.postcode}）。电话：{phone}。"
