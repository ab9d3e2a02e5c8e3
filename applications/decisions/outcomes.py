"""The official ways in which an application ends, and the article that each rests on.

An outcome is what a decision says; a row is where the annual report counts it (table three of
国办公开办函〔2021〕30号). Several outcomes can share a row: what was searched for and isn't there
and what another organ holds are both 本机关不掌握相关政府信息.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from applications.decisions.rows import Row, Section

REGULATION = "《中华人民共和国政府信息公开条例》"
FEES = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"
REPORT_FORM = "政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）"


class Outcome(StrEnum):
    GRANTED = "granted"
    ALREADY_PUBLIC = "already_public"
    PARTIAL = "partial"
    STATE_SECRET = "state_secret"
    FORBIDDEN = "forbidden"
    ENDANGERS = "endangers"
    THIRD_PARTY = "third_party"
    INTERNAL = "internal"
    PROCESS = "process"
    ENFORCEMENT_FILE = "enforcement_file"
    OWN_PROCEDURE = "own_procedure"
    NOT_FOUND = "not_found"
    NOT_OURS = "not_ours"
    TO_BE_MADE = "to_be_made"
    STILL_UNCLEAR = "still_unclear"
    PETITION = "petition"
    REPEATED = "repeated"
    PUBLICATION = "publication"
    EXCESSIVE = "excessive"
    CONFIRMATION = "confirmation"
    NOT_SUPPLEMENTED = "not_supplemented"
    NOT_PAID = "not_paid"
    RECORD_CORRECTED = "record_corrected"
    OTHER = "other"

    @property
    def ground(self) -> "Ground":
        return GROUNDS[self]

    @property
    def label(self) -> str:
        return self.ground.label

    @property
    def row(self) -> Row:
        return self.ground.row

    @property
    def section(self) -> Section:
        return self.row.section

    @property
    def basis(self) -> str:
        """What the letter cites."""
        return self.ground.basis

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(outcome.value, outcome.label) for outcome in cls]


@dataclass(frozen=True)
class Ground:
    """理由: how an outcome is called, where it is counted, what it rests on."""

    label: str
    row: Row
    articles: str
    document: str = REGULATION

    @property
    def basis(self) -> str:
        return f"{self.document}{self.articles}"


GROUNDS: dict[Outcome, Ground] = {
    Outcome.GRANTED: Ground("予以公开", Row.GRANTED, "第三十六条第（二）项"),
    Outcome.ALREADY_PUBLIC: Ground(
        "已经主动公开，告知获取方式和途径", Row.GRANTED, "第三十六条第（一）项"
    ),
    Outcome.PARTIAL: Ground("部分公开", Row.PARTIAL, "第三十七条"),
    Outcome.STATE_SECRET: Ground(
        "属于国家秘密", Row.STATE_SECRET, "第十四条、第三十六条第（三）项"
    ),
    Outcome.FORBIDDEN: Ground(
        "法律、行政法规禁止公开", Row.FORBIDDEN, "第十四条、第三十六条第（三）项"
    ),
    Outcome.ENDANGERS: Ground(
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
        Row.ENDANGERS,
        "第十四条、第三十六条第（三）项",
    ),
    Outcome.THIRD_PARTY: Ground(
        "公开会损害第三方合法权益",
        Row.THIRD_PARTY,
        "第十五条、第三十二条、第三十六条第（三）项",
    ),
    Outcome.INTERNAL: Ground(
        "属于人事管理、后勤管理、内部工作流程信息",
        Row.INTERNAL,
        "第十六条第一款、第三十六条第（三）项",
    ),
    Outcome.PROCESS: Ground(
        "属于讨论记录、过程稿、磋商信函、请示报告等过程性信息",
        Row.PROCESS,
        "第十六条第二款、第三十六条第（三）项",
    ),
    Outcome.ENFORCEMENT_FILE: Ground(
        "属于行政执法案卷信息", Row.ENFORCEMENT_FILE, "第十六条第二款、第三十六条第（三）项"
    ),
    Outcome.OWN_PROCEDURE: Ground(
        "属于工商登记、不动产登记等查询事项，按专门规定办理",
        Row.OWN_PROCEDURE,
        "第三十六条第（七）项",
    ),
    Outcome.NOT_FOUND: Ground("经检索，信息不存在", Row.NOT_HELD, "第三十六条第（四）项"),
    Outcome.NOT_OURS: Ground("不属于本机关负责公开", Row.NOT_HELD, "第三十六条第（五）项"),
    Outcome.TO_BE_MADE: Ground("没有现成信息，需要另行制作", Row.TO_BE_MADE, "第三十八条"),
    Outcome.STILL_UNCLEAR: Ground(
        "补正后申请内容仍不明确", Row.STILL_UNCLEAR, "第二十九条、第三十条"
    ),
    Outcome.PETITION: Ground("属于信访、举报、投诉", Row.PETITION, "第三十九条第一款"),
    Outcome.REPEATED: Ground("重复申请", Row.REPEATED, "第三十六条第（六）项"),
    Outcome.PUBLICATION: Ground("要求提供公开出版物", Row.PUBLICATION, "第三十九条第二款"),
    Outcome.EXCESSIVE: Ground("没有正当理由，大量、反复申请", Row.EXCESSIVE, "第三十五条"),
    Outcome.CONFIRMATION: Ground(
        "要求确认或者重新出具已获取的信息", Row.CONFIRMATION, "“不予处理”第5项", REPORT_FORM
    ),
    Outcome.NOT_SUPPLEMENTED: Ground("没有正当理由，逾期不补正", Row.NOT_SUPPLEMENTED, "第三十条"),
    Outcome.NOT_PAID: Ground("逾期未按收费通知缴费", Row.NOT_PAID, "", FEES),
    Outcome.RECORD_CORRECTED: Ground("更正与自身有关的信息", Row.OTHER, "第四十一条"),
    Outcome.OTHER: Ground("其他处理", Row.OTHER, "第三十六条"),
}


def release_something(outcomes: Iterable[Outcome]) -> bool:
    """Whether anything is handed out that a third party might have wished to keep."""
    return any(outcome in (Outcome.GRANTED, Outcome.PARTIAL) for outcome in outcomes)


def combined(outcomes: Iterable[Outcome]) -> Outcome:
    """The one outcome under which an application with several parts is counted.

    Some parts disclosed and others not is 部分公开 and counted there only; where nothing is
    disclosed, the part that comes first in the order of the report's rows gives the row.
    """
    order = list(Outcome)
    found = sorted(set(outcomes), key=order.index)
    if not found:
        raise ValueError("没有任何处理结果。")
    disclosed = [one for one in found if one.section is Section.GRANTED]
    if disclosed and len(disclosed) < len(found):
        return Outcome.PARTIAL
    return found[0]
