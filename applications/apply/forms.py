"""The application form: what 条例 art. 29 asks for, and nothing more."""

import re
from typing import Any

from django import forms

from applications.apply.papers import FIELDS as PAPER_FIELDS
from applications.apply.papers import ManyFiles
from applications.cases.models import LONGEST_DESCRIPTION, Delivery, SupplyForm
from applications.cases.take_in import PERSONAL, Requested
from applications.decisions.applicants import ApplicantKind
from portal.core import arithmetic
from portal.core.guard import is_still_good, started_mark
from portal.privacy.idnumber import is_identity_number

IDENTITY_CARD, CREDIT_CODE = "居民身份证", "统一社会信用代码"
PERSONS_PAPERS = (
    IDENTITY_CARD,
    "护照",
    "港澳居民来往内地通行证",
    "台湾居民来往大陆通行证",
    "外国人永久居留身份证",
    "其他证件",
)
ORGANISATIONS_PAPERS = (CREDIT_CODE, "其他证件")
CREDIT_CODE_SHAPE = re.compile("[0-9A-HJ-NPQRTUWXY]{18}")
TELEPHONE = re.compile(r"^[0-9+\-－ ()（）转]{7,30}$")
CHOOSING = ("required", "invalid_choice")
MOST_PARTS = 5
FURTHER = [f"more_{number}" for number in range(2, MOST_PARTS + 1)]
# what each way of delivery can't do without
NEEDED: dict[str, tuple[str, str]] = {
    Delivery.EMAIL: ("email", "选了电子邮件，请填写电子邮箱。"),
    Delivery.POST: ("address", "选了邮寄，请填写通信地址。"),
    Delivery.FAX: ("fax", "选了传真，请填写传真号码。"),
}


def line(label: str, missing: str = "", *, most: int = 60, **more: Any) -> forms.CharField:
    """A line of text; required where `missing` says what to do about it."""
    widget = forms.TextInput(attrs={"autocomplete": more.pop("autocomplete", "off")})
    errors = {"required": missing, "max_length": f"{label}写得太长了，请在 {most} 字以内。"}
    required = bool(missing)
    return forms.CharField(
        label=label if required else f"{label}（可不填）",
        required=required,
        max_length=most,
        widget=widget,
        error_messages=errors,
        **more,
    )


def words(label: str, missing: str = "", *, rows: int = 6, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=bool(missing),
        max_length=LONGEST_DESCRIPTION,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
        error_messages={
            "required": missing,
            "max_length": f"{label}写得太长了，请在 {LONGEST_DESCRIPTION} 字以内，其余可放进附件。",
        },
    )


def choice(label: str, choices: Any, missing: str, help_text: str = "") -> forms.ChoiceField:
    errors = {"required": missing, "invalid_choice": missing}
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        help_text=help_text,
        error_messages=errors,
    )


class ApplicationForm(forms.Form):
    """Common to persons and organisations; `who` is what the receipt and the papers call them."""

    subject = line(
        "要什么信息",
        "请写明要什么信息，一句话就行。",
        most=100,
        help_text="写信息的名称、文号。例如：2025年青禾村道路硬化工程的合同。",
    )
    description = words(
        "写清楚一些",
        "请写清楚要的信息，例如哪一年、哪个村、哪个项目。",
        help_text="时间、地点、项目、文号等，便于我们查找。请不要在这里写身份证号和电话。",
    )
    supply_form = choice("希望的形式", SupplyForm.choices, "请选择希望的形式。")
    delivery = choice("希望怎样给您", Delivery.choices, "请选择希望怎样给您。")

    name = line("姓名", "请填写姓名。", autocomplete="name")
    identity_kind = forms.ChoiceField(
        label="证件名称", error_messages=dict.fromkeys(CHOOSING, "请选择证件名称。")
    )
    identity_number = line("证件号码", "请填写证件号码。", most=40)
    agent = line("代理人", help_text="别人代办的，填代理人的姓名，并附授权委托书。")
    phone = line("电话", most=30, autocomplete="tel")
    email = forms.EmailField(
        label="电子邮箱（可不填）",
        required=False,
        max_length=100,
        error_messages={"invalid": "电子邮箱的格式不对，例如 name@example.com。"},
    )
    address = line("通信地址", most=160, autocomplete="street-address")
    postcode = forms.RegexField(
        r"^[0-9]{6}$",
        label="邮编（可不填）",
        required=False,
        error_messages={"invalid": "邮编是 6 位数字。"},
    )
    fax = line("传真", most=30)
    identity = ManyFiles(label="身份证明的照片或扫描件（可不传）")
    authorisation = ManyFiles(label="授权委托书（别人代办的才要）")
    request = ManyFiles(label="其他附件（可不传）")

    # people don't see this field; programs fill it in
    website = forms.CharField(required=False, label="请勿填写")
    started = forms.CharField(widget=forms.HiddenInput, required=False)
    sum_mark = forms.CharField(widget=forms.HiddenInput, required=False)
    sum = forms.CharField(required=False, label="算一算")

    papers: tuple[str, ...] = PERSONS_PAPERS

    def __init__(self, *args: Any, ask_sum: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_sum = ask_sum
        self.initial = {"supply_form": SupplyForm.ELECTRONIC, "delivery": Delivery.ONLINE} | dict(
            self.initial, started=started_mark()
        )
        papers: Any = self.fields["identity_kind"]
        papers.choices = [(name, name) for name in self.papers]
        for number, name in enumerate(FURTHER, start=2):
            self.fields[name] = words(f"第 {number} 项信息", rows=3)

    @property
    def further(self) -> list[forms.BoundField]:
        return [self[name] for name in FURTHER]

    @property
    def further_given(self) -> bool:
        return any(self[name].value() for name in FURTHER)

    def new_sum(self) -> str:
        """The question of a new sum; its mark goes into the form."""
        question, mark = arithmetic.asked()
        if self.is_bound:
            self.data = {**self._given(), "sum_mark": mark, "sum": ""}
        self.initial["sum_mark"] = mark
        return question

    def clean_identity_number(self) -> str:
        number = "".join(self.cleaned_data["identity_number"].split()).upper()
        kind = self.cleaned_data.get("identity_kind")
        if kind == IDENTITY_CARD and not is_identity_number(number):
            raise forms.ValidationError("身份证号码不对，应为 18 位，请照身份证核对。")
        if kind == CREDIT_CODE and not CREDIT_CODE_SHAPE.fullmatch(number):
            raise forms.ValidationError("统一社会信用代码应为 18 位数字和大写字母，请照证书核对。")
        return number

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not TELEPHONE.match(phone):
            raise forms.ValidationError("电话号码不对，例如 0559-5550100。")
        return phone

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        self._check_contact(given)
        if self.ask_sum and not arithmetic.is_right(given["sum_mark"], given["sum"]):
            self.add_error("sum", "算得不对，请再算一次。")
        return given

    def _check_contact(self, given: dict[str, Any]) -> None:
        unreachable = not any(given.get(name) for name in ("phone", "email", "address"))
        broken = {"phone", "email", "address"} & set(self.errors)
        if unreachable and not broken:
            self.add_error("phone", "电话、电子邮箱、通信地址至少填一样，不然找不到您。")
        field, sentence = NEEDED.get(given.get("delivery", ""), ("", ""))
        if field and not given.get(field) and field not in self.errors:
            self.add_error(field, sentence)

    def start_again(self) -> None:
        """Hand out a new mark with the same text, where the old one can never be accepted."""
        if not is_still_good(self.data.get("started", "")):
            self.data = {**self._given(), "started": started_mark()}

    def words_typed(self) -> dict[str, str]:
        """What a draft keeps: everything but marks and papers."""
        left_out = {"website", "started", "sum", "sum_mark", *PAPER_FIELDS}
        given = self._given()
        return {name: given[name] for name in self.fields if name not in left_out}

    def _given(self) -> dict[str, str]:
        return {name: self.data.get(name, "") for name in self.fields if name not in PAPER_FIELDS}

    def requested(self) -> Requested:
        given = self.cleaned_data
        parts = [given["description"], *filter(None, (given[name] for name in FURTHER))]
        return Requested(
            applicant_kind=given.get("applicant_kind", ApplicantKind.CITIZEN.value),
            subject=given["subject"],
            description=given["description"],
            supply_form=given["supply_form"],
            delivery=given["delivery"],
            parts=parts,
            **{name: given[name] for name in PERSONAL if name in given},
        )


class CitizenForm(ApplicationForm):
    pass


class OrganisationForm(ApplicationForm):
    applicant_kind = choice(
        "单位的类型",
        [one for one in ApplicantKind.choices() if one[0] != ApplicantKind.CITIZEN],
        "请选择单位的类型。",
    )
    name = line("单位名称", "请填写单位名称。", autocomplete="organization")
    contact_person = line("联系人", "请填写联系人。")
    representative = line("法定代表人", "请填写法定代表人。")
    papers = ORGANISATIONS_PAPERS


FORMS: dict[str, type[ApplicationForm]] = {"citizen": CitizenForm, "legal": OrganisationForm}
