"""The official tables of the statutory annual report (国办公开办函〔2021〕30号): what each line and
column is called and how it is numbered. Values, no database."""

from dataclasses import dataclass
from enum import StrEnum

from applications.decisions.applicants import ApplicantKind
from applications.decisions.rows import Row, Section


class Table(StrEnum):
    ACTIVE = "active"
    REQUESTS = "requests"
    REMEDIES = "remedies"

    @property
    def label(self) -> str:
        return {
            "active": "二、主动公开政府信息情况",
            "requests": "三、收到和处理政府信息公开申请情况",
            "remedies": "四、政府信息公开行政复议、行政诉讼情况",
        }[self.value]


@dataclass(frozen=True)
class Line:
    """A line of a table: `key` for programs, `number` and `label` as printed."""

    key: str
    label: str
    number: str = ""
    section: str = ""
    columns: tuple[str, ...] = ()


NEW, CARRIED_OVER, HANDLED, CARRIED_FORWARD = "new", "carried_over", "handled", "carried_forward"
SUM = "sum"

# table three: the columns in their printed order, the sum last
APPLICANTS = (
    ApplicantKind.CITIZEN,
    ApplicantKind.BUSINESS,
    ApplicantKind.RESEARCH,
    ApplicantKind.CHARITY,
    ApplicantKind.LEGAL_SERVICE,
    ApplicantKind.OTHER,
)
APPLICANT_LABELS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
OUTCOMES = "三、本年度办理结果"


def request_lines() -> tuple[Line, ...]:
    """Table three from top to bottom."""
    return (
        Line(NEW, "本年新收政府信息公开申请数量", "一"),
        Line(CARRIED_OVER, "上年结转政府信息公开申请数量", "二"),
        *(_outcome_line(row) for row in Row),
        Line(HANDLED, "总计", "（七）", OUTCOMES),
        Line(CARRIED_FORWARD, "结转下年度继续办理", "四"),
    )


def _outcome_line(row: Row) -> Line:
    section = row.section
    alone = len(section.rows) == 1
    number = section.number if alone else str(section.rows.index(row) + 1)
    label = section.label if alone else row.label
    if row is Row.PARTIAL:
        label = "部分公开（区分处理的，只计这一情形，不计其他情形）"
    return Line(row.value, label, number, OUTCOMES if alone else _heading(section))


def _heading(section: Section) -> str:
    return f"{section.number}{section.label}"


class Remedy(StrEnum):
    """The three groups of table four."""

    REVIEW = "review"
    DIRECT = "direct"
    AFTER_REVIEW = "after_review"

    @property
    def label(self) -> str:
        return {
            "review": "行政复议",
            "direct": "行政诉讼：未经复议直接起诉",
            "after_review": "行政诉讼：复议后起诉",
        }[self.value]


class RemedyResult(StrEnum):
    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"
    PENDING = "pending"

    @property
    def label(self) -> str:
        return {
            "upheld": "结果维持",
            "corrected": "结果纠正",
            "other": "其他结果",
            "pending": "尚未审结",
        }[self.value]


MADE, REPEALED, IN_FORCE = "made", "repealed", "in_force"
DOCUMENT_COLUMNS = {MADE: "本年制发件数", REPEALED: "本年废止件数", IN_FORCE: "现行有效件数"}
DECISIONS, CHARGED = "decisions", "charged"

ACTIVE_LINES = (
    Line("rules", "规章", section="第二十条第（一）项", columns=tuple(DOCUMENT_COLUMNS)),
    Line(
        "documents",
        "行政规范性文件",
        section="第二十条第（一）项",
        columns=tuple(DOCUMENT_COLUMNS),
    ),
    Line("licences", "行政许可", section="第二十条第（五）项", columns=(DECISIONS,)),
    Line("penalties", "行政处罚", section="第二十条第（六）项", columns=(DECISIONS,)),
    Line("enforcement", "行政强制", section="第二十条第（六）项", columns=(DECISIONS,)),
    Line("charges", "行政事业性收费", section="第二十条第（八）项", columns=(CHARGED,)),
)
ACTIVE_COLUMNS = DOCUMENT_COLUMNS | {
    DECISIONS: "本年处理决定数量",
    CHARGED: "本年收费金额（单位：万元）",
}
