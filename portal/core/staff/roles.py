"""Roles of staff. A role is a Django group of the same name; what it may do stands in the moves."""

from django.db import models


class Role(models.TextChoices):
    CLERK = "clerk", "录入员"
    REVIEWER = "reviewer", "审核员"
    CONFIDENTIALITY = "confidentiality", "保密审查员"
    OFFICER = "officer", "政务公开专员"
    HEAD = "head", "政务公开机构负责人"
    ACCOUNTANT = "accountant", "村会计"
    SUPERVISOR = "supervisor", "村务监督委员会"
    AUDITOR = "auditor", "审计查看员"
    ADMINISTRATOR = "administrator", "系统管理员"


# The others act only for their own organisation and those that they oversee.
WHOLE_TOWNSHIP = frozenset(
    {Role.OFFICER, Role.HEAD, Role.CONFIDENTIALITY, Role.AUDITOR, Role.ADMINISTRATOR}
)

EVERY_ROLE = frozenset(Role)
OFFICE = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
WRITERS = frozenset({Role.CLERK, Role.REVIEWER, Role.OFFICER, Role.ACCOUNTANT})
# who handles applications for disclosure, and may open what their applicants wrote
APPLICATION_DESK = frozenset({Role.OFFICER, Role.HEAD})
