"""Table three of the annual report (国办公开办函〔2021〕30号): the rows of 本年度办理结果.

The words are the usual ones; what the printed report says in their place is a table of the
report's.
"""

from enum import StrEnum


class Section(StrEnum):
    """（一）–（六） of 本年度办理结果."""

    GRANTED = "granted"
    PARTIAL = "partial"
    REFUSED = "refused"
    UNABLE = "unable"
    DECLINED = "declined"
    OTHER = "other"

    @property
    def label(self) -> str:
        return SECTION_WORDS[self][1]

    @property
    def number(self) -> str:
        return SECTION_WORDS[self][0]

    @property
    def rows(self) -> list["Row"]:
        return [row for row in Row if row.section is self]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(section.value, section.label) for section in cls]


SECTION_WORDS = {
    Section.GRANTED: ("（一）", "予以公开"),
    Section.PARTIAL: ("（二）", "部分公开"),
    Section.REFUSED: ("（三）", "不予公开"),
    Section.UNABLE: ("（四）", "无法提供"),
    Section.DECLINED: ("（五）", "不予处理"),
    Section.OTHER: ("（六）", "其他处理"),
}


class Row(StrEnum):
    GRANTED = "granted"
    PARTIAL = "partial"
    STATE_SECRET = "state_secret"
    FORBIDDEN = "forbidden"
    ENDANGERS = "endangers"
    THIRD_PARTY = "third_party"
    INTERNAL = "internal"
    PROCESS = "process"
    ENFORCEMENT_FILE = "enforcement_file"
    OWN_PROCEDURE = "own_procedure"
    NOT_HELD = "not_held"
    TO_BE_MADE = "to_be_made"
    STILL_UNCLEAR = "still_unclear"
    PETITION = "petition"
    REPEATED = "repeated"
    PUBLICATION = "publication"
    EXCESSIVE = "excessive"
    CONFIRMATION = "confirmation"
    NOT_SUPPLEMENTED = "not_supplemented"
    NOT_PAID = "not_paid"
    OTHER = "other"

    @property
    def section(self) -> Section:
        return ROW_WORDS[self][0]

    @property
    def label(self) -> str:
        return ROW_WORDS[self][1]

    @property
    def number(self) -> str:
        """（三）4; the sections of one row have no number of their own below them."""
        rows = self.section.rows
        return self.section.number + ("" if len(rows) == 1 else str(rows.index(self) + 1))

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(row.value, row.label) for row in cls]


ROW_WORDS = {
    Row.GRANTED: (Section.GRANTED, "予以公开"),
    Row.PARTIAL: (Section.PARTIAL, "部分公开"),
    Row.STATE_SECRET: (Section.REFUSED, "属于国家秘密"),
    Row.FORBIDDEN: (Section.REFUSED, "其他法律行政法规禁止公开"),
    Row.ENDANGERS: (Section.REFUSED, "危及“三安全一稳定”"),
    Row.THIRD_PARTY: (Section.REFUSED, "保护第三方合法权益"),
    Row.INTERNAL: (Section.REFUSED, "属于三类内部事务信息"),
    Row.PROCESS: (Section.REFUSED, "属于四类过程性信息"),
    Row.ENFORCEMENT_FILE: (Section.REFUSED, "属于行政执法案卷"),
    Row.OWN_PROCEDURE: (Section.REFUSED, "属于行政查询事项"),
    Row.NOT_HELD: (Section.UNABLE, "本机关不掌握相关政府信息"),
    Row.TO_BE_MADE: (Section.UNABLE, "没有现成信息需要另行制作"),
    Row.STILL_UNCLEAR: (Section.UNABLE, "补正后申请内容仍不明确"),
    Row.PETITION: (Section.DECLINED, "信访举报投诉类申请"),
    Row.REPEATED: (Section.DECLINED, "重复申请"),
    Row.PUBLICATION: (Section.DECLINED, "要求提供公开出版物"),
    Row.EXCESSIVE: (Section.DECLINED, "无正当理由大量反复申请"),
    Row.CONFIRMATION: (Section.DECLINED, "要求行政机关确认或重新出具已获取信息"),
    Row.NOT_SUPPLEMENTED: (
        Section.OTHER,
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    Row.NOT_PAID: (
        Section.OTHER,
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    Row.OTHER: (Section.OTHER, "其他"),
}
