"""Who applies: the columns of the annual report's table three (国办公开办函〔2021〕30号)."""

from enum import StrEnum


class ApplicantKind(StrEnum):
    CITIZEN = "citizen"
    BUSINESS = "business"
    RESEARCH = "research"
    CHARITY = "charity"
    LEGAL_SERVICE = "legal_service"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {
            "citizen": "公民（自然人）",
            "business": "商业企业",
            "research": "科研机构",
            "charity": "社会公益组织",
            "legal_service": "法律服务机构",
            "other": "其他组织",
        }[self.value]

    @property
    def is_citizen(self) -> bool:
        return self is ApplicantKind.CITIZEN

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(kind.value, kind.label) for kind in cls]
