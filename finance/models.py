"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from finance.accounts.models import Account, BookRules, Subject
from finance.audits.models import AuditFinding, AuditReport, Rectification, RectifiedFinding
from finance.budgets.models import Budget, BudgetLine
from finance.execution.models import Execution, ExecutionLine
from finance.grants.models import FundGrant, GrantLine
from finance.holdings.models import Holding, Holdings
from finance.ledger.models import Balance, LedgerEntry, Period
from finance.levies.models import Levy, LevyExemption, LevyRule
from finance.projects.models import (
    Bidder,
    ProgressNote,
    ProjectFile,
    ProjectFund,
    ProjectStage,
)
from finance.resolutions.models import Resolution, ResolutionStep
from finance.sangong.models import Sangong, SangongLine
from finance.vouchers.models import Voucher

__all__ = [
    "Account",
    "AuditFinding",
    "AuditReport",
    "Balance",
    "Bidder",
    "BookRules",
    "Budget",
    "BudgetLine",
    "Execution",
    "ExecutionLine",
    "FundGrant",
    "GrantLine",
    "Holding",
    "Holdings",
    "LedgerEntry",
    "Levy",
    "LevyExemption",
    "LevyRule",
    "Period",
    "ProgressNote",
    "ProjectFile",
    "ProjectFund",
    "ProjectStage",
    "Rectification",
    "RectifiedFinding",
    "Resolution",
    "ResolutionStep",
    "Sangong",
    "SangongLine",
    "Subject",
    "Voucher",
]
