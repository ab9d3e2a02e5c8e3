"""Why a mail wasn't sent, in words of ours: what a server answers repeats the address."""

from smtplib import SMTPRecipientsRefused, SMTPResponseException


def why_not_sent(error: Exception) -> str:
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({str(code) for code, _ in error.recipients.values()})
        return f"邮件服务器不收寄往这个地址的邮件（{'、'.join(codes)}）。"
    if isinstance(error, SMTPResponseException):
        return f"邮件服务器拒绝了（{error.smtp_code}）。"
    if isinstance(error, OSError):
        return "连不上邮件服务器，或者连接断了。"
    return "收件地址或者标题写得不对。"
