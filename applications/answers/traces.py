"""What would give the applicant away in what is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from applications.cases.models import Applicant, Application

# a shorter piece of what was written may stand in any text
OWN_WORDS = 16
LABELS = {
    "name": "申请人的姓名或者名称",
    "identity_number": "申请人的证件号码",
    "contact_person": "申请人的联系人",
    "representative": "申请人的法定代表人",
    "agent": "申请人的代理人",
    "phone": "申请人的电话",
    "email": "申请人的邮箱",
    "fax": "申请人的传真",
    "address": "申请人的地址",
}
SHORTEST = 2


@dataclass(frozen=True)
class Traces:
    """The applicant's data, and their own sentences, squeezed for comparing."""

    data: dict[str, str]
    sentences: tuple[str, ...]

    def told_in(self, text: str, where: str) -> Iterator[str]:
        """What of it stands in `text`, in sentences; never the thing itself."""
        even = squeezed(text)
        for label, value in self.data.items():
            if value in even:
                yield f"{where}里有{label}，请删去。"
        if any(sentence in even for sentence in self.sentences):
            yield f"{where}里照抄了申请书里的话，请换成自己的话。"


def traces_of(application: Application) -> Traces:
    applicant = Applicant.objects.filter(application=application).first()
    values = {
        label: squeezed(str(getattr(applicant, name) or "")) for name, label in LABELS.items()
    }
    data = {label: value for label, value in values.items() if len(value) >= SHORTEST}
    texts = [application.description, *(part.text for part in application.parts.all())]
    return Traces({**data, "申请编号": squeezed(application.number)}, tuple(_sentences(texts)))


def squeezed(text: str) -> str:
    return "".join(normalize("NFKC", text).upper().split())


def _sentences(texts: list[str]) -> Iterator[str]:
    for text in texts:
        for line in text.replace("。", "\n").replace("；", "\n").splitlines():
            if len(found := squeezed(line)) >= OWN_WORDS:
                yield found
