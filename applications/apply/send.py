"""Taking in what the form brings: the application, its papers, a letter to who left an address."""

from django.db import transaction
from django.urls import reverse

from applications.apply.draft import drop_draft, papers_kept
from applications.apply.forms import ApplicationForm
from applications.cases.keep_file import keep_file
from applications.cases.models import CaseFile
from applications.cases.take_in import Receipt, submit
from portal.core.outbox.write import Mail, write_mail
from portal.core.public_page import PublicRequest

MAIL = (
    "您好！\n\n您在{site}提交的政府信息公开申请已经收到。\n\n编号：{number}\n查询码：{code}\n\n"
    "凭编号和查询码可以查询办理情况、补交材料、下载答复：\n{address}\n\n"
    "工作人员会和您确认收到申请，答复期限从确认的第二天算起。\n"
    "查询码只告诉您，请不要转给别人。这封信由系统发出，请不要回复。\n\n{site}\n"
)


def send(request: PublicRequest, form: ApplicationForm) -> Receipt:
    """A form sent twice by a slip gives the same receipt, and its papers once."""
    with transaction.atomic():
        receipt = submit(request.township, form.requested(), form=form.cleaned_data["started"])
        if address := form.cleaned_data["email"]:
            _mail(request, receipt, address)
        if not receipt.application.files.exists():
            for paper in papers_kept(request):
                kind = CaseFile.Kind(paper.kind)
                keep_file(receipt.application, paper.file.plain(), paper.name, kind)
    drop_draft(request)
    return receipt


def _mail(request: PublicRequest, receipt: Receipt, address: str) -> None:
    """A copy of the receipt on the page. It lies sealed until it is sent, then the code is gone."""
    text = MAIL.format(
        site=request.township.full_name,
        number=receipt.application.number,
        code=receipt.code,
        address=request.build_absolute_uri(reverse("applications:track")),
    )
    subject = f"公开申请回执 {receipt.application.number}"
    write_mail(
        request.township, Mail("receipt", str(receipt.application.pk), address, subject, text)
    )
