"""To whom letters go."""

from dataclasses import dataclass
from enum import StrEnum


class Recipient(StrEnum):
    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    ORGAN = "organ"
    OFFICE = "office"
    US = "us"  # a form that comes back to us
    FILE = "file"  # stays in the file

    @property
    def label(self) -> str:
        return {
            "applicant": "申请人",
            "third_party": "第三方",
            "organ": "其他机关",
            "office": "本镇站所",
            "us": "第三方填好寄回",
            "file": "留存",
        }[self.value]


@dataclass(frozen=True)
class Form:
    label: str
    mark: str
    recipient: Recipient = Recipient.APPLICANT
