"""The official tables of the statutory annual report (国办公开办函〔2021〕30号): what each line and
column is called and how it is numbered. Values, no database."""

from collections.abc import Mapping
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
    """A line of a table: `key` for programs, `number` and `label` as printed, under the headings
    `outer`, or in `section`, the article of table two."""

    key: str
    label: str
    number: str = ""
    outer: tuple[str, ...] = ()
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
OUTCOMES = "outcomes"


def heading_key(section: Section) -> str:
    """A section is told from the row of the same name: 其他处理 from 其他."""
    return f"section_{section}"


# What is printed where staff have not put other words in its place; `Words` are by these keys.
USUAL_WORDS: Mapping[str, str] = {
    NEW: "本年新收政府信息公开申请数量",
    CARRIED_OVER: "上年结转政府信息公开申请数量",
    OUTCOMES: "本年度办理结果",
    **{heading_key(one): one.label for one in Section if len(one.rows) > 1},
    **{row.value: row.label for row in Row},
    Row.PARTIAL.value: "部分公开（区分处理的，只计这一情形，不计其他情形）",
    HANDLED: "总计",
    CARRIED_FORWARD: "结转下年度继续办理",
}
Words = Mapping[str, str]


def request_lines(words: Words = USUAL_WORDS) -> tuple[Line, ...]:
    """Table three from top to bottom, in `words` where they have any for a line."""
    said = {**USUAL_WORDS, **words}
    outcomes = f"三、{said[OUTCOMES]}"
    return (
        Line(NEW, said[NEW], "一"),
        Line(CARRIED_OVER, said[CARRIED_OVER], "二"),
        *(_outcome_line(row, outcomes, said) for row in Row),
        Line(HANDLED, said[HANDLED], "（七）", (outcomes,)),
        Line(CARRIED_FORWARD, said[CARRIED_FORWARD], "四"),
    )


def _outcome_line(row: Row, outcomes: str, said: Words) -> Line:
    section = row.section
    if len(section.rows) == 1:
        return Line(row.value, said[row], section.number, (outcomes,))
    number = str(section.rows.index(row) + 1)
    heading = f"{section.number}{said[heading_key(section)]}"
    return Line(row.value, said[row], number, (outcomes, heading))


def places() -> list[tuple[str, str]]:
    """Each wording's key with where it is printed: （三）1.属于国家秘密."""
    numbers = {NEW: "一、", CARRIED_OVER: "二、", OUTCOMES: "三、", CARRIED_FORWARD: "四、"}
    numbers |= {heading_key(one): one.number for one in Section}
    numbers |= {row.value: row.number for row in Row} | {HANDLED: "（七）"}
    return [(key, f"{numbers[key]}{words}") for key, words in USUAL_WORDS.items()]


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
