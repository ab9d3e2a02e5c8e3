"""The form of a step: what has to be said of an event, made from the event itself."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from django import forms

from applications.cases.case import Case
from applications.cases.models import LONGEST_DESCRIPTION
from applications.decisions.outcomes import Outcome
from applications.desk.forms.words import ASKED, HELP, LABELS, REMARKS, WORDS
from applications.procedure.channels import Channel
from applications.procedure.events import (
    Abandoned,
    Decided,
    Event,
    Opinion,
    OrganAnswered,
    Received,
    Result,
    Served,
    SupplementRequested,
    ThirdPartyAnswered,
    ThirdPartyTold,
)
from applications.procedure.folding import untold
from applications.procedure.limits import LONGEST_EXTENSION
from portal.core import clock

LONGEST_NAME, LONGEST_REMARK, LONGEST_PROOF = 80, 500, 200
NOTHING: list[tuple[str, str]] = [("", "请选择")]


def day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": f"请填写{label}。",
            "invalid": f"{label}要写成 2026-09-24 这样的日期。",
        },
    )


def text_field(label: str, most: int, *, required: bool, rows: int = 0, help_text: str = "") -> Any:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label,
        required=required,
        max_length=most,
        widget=widget,
        help_text=help_text,
        error_messages={
            "required": f"请填写{label}。",
            "max_length": f"{label}请写在 {most} 字以内。",
        },
    )


class EventForm(forms.Form):
    """`on`, the fields of the event, what its letter says, a remark. `event()` gives the event."""

    def __init__(self, data: Any, kind: type[Event], case: Case, **kwargs: Any) -> None:
        initial = {"on": clock.today(), **kwargs.pop("initial", {})}
        super().__init__(data, initial=initial, **kwargs)
        self.kind, self.case = kind, case
        self.fields["on"] = day_field(LABELS.get((kind.type, "on"), "日期"))
        for field in fields(kind):
            if field.name in MAKERS:
                self.fields |= MAKERS[field.name](kind, case)
        if kind.type in WORDS:
            self.fields["words"] = _words(kind)
        if kind is Served:
            self.fields["proof"] = text_field(
                "送达方式和凭证", LONGEST_PROOF, required=True, help_text=HELP["proof"]
            )
        self.fields["remark"] = text_field(
            REMARKS.get(kind.type, "备注"),
            LONGEST_REMARK,
            required=False,
            rows=2,
            help_text="只供内部查看。",
        )

    def event(self) -> Event:
        given = self.cleaned_data
        values: dict[str, Any] = {"on": given["on"]}
        if self.kind is Received:
            values["channel"] = Channel(self.case.application.channel)
        for field in fields(self.kind):
            if field.name in READERS:
                values |= READERS[field.name](given, self.kind)
        return self.kind(**values)

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("words", ""))


def _words(kind: type[Event]) -> forms.Field:
    label, help_text = WORDS[kind.type]
    field: forms.Field = text_field(
        label, LONGEST_DESCRIPTION, required=kind is not Abandoned, rows=5, help_text=help_text
    )
    return field


Made = dict[str, Any]


def _until(kind: type[Event], case: Case) -> Made:
    required = kind is SupplementRequested or kind.type in ("reasons_asked", "postponed")
    return {"until": day_field(LABELS[kind.type, "until"], required=required)}


def _who(kind: type[Event], case: Case) -> Made:
    label = LABELS[kind.type, "who"]
    if kind.type in ASKED:
        choices = NOTHING + [(name, name) for name in _open_names(kind, case)]
        field: forms.Field = forms.ChoiceField(
            label=label, choices=choices, error_messages={"required": f"请选择{label}。"}
        )
        return {"who": field}
    return {"who": text_field(label, LONGEST_NAME, required=True)}


def _open_names(kind: type[Event], case: Case) -> list[str]:
    """Who was asked and hasn't answered yet, or hasn't been told."""
    if case.standing is None:
        return []
    facts = case.standing.facts
    if kind is ThirdPartyTold:
        return [one.who for one in facts.consultations if one.who and untold(facts, one.who)]
    third = kind is ThirdPartyAnswered
    if kind in (ThirdPartyAnswered, OrganAnswered):
        return [one.who for one in facts.consultations if one.open and one.third_party is third]
    return [one.asked.who for one in facts.offices if one.answered_on is None]


def _days(kind: type[Event], case: Case) -> Made:
    field = forms.IntegerField(
        label=LABELS[kind.type, "days"],
        min_value=1,
        max_value=LONGEST_EXTENSION,
        initial=LONGEST_EXTENSION,
        help_text=f"1 到 {LONGEST_EXTENSION} 个工作日，只能延一次（条例第三十三条）。",
        error_messages={
            "required": "请填写延长几个工作日。",
            "min_value": "至少延长 1 个工作日。",
            "max_value": f"最多延长 {LONGEST_EXTENSION} 个工作日（条例第三十三条）。",
            "invalid": "请填写整数。",
        },
    )
    return {"days": field}


def _outcomes(kind: type[Event], case: Case) -> Made:
    """One for each part that was asked for (条例 art. 37)."""
    parts = list(case.application.parts.order_by("number"))
    several = len(parts) > 1
    made: Made = {}
    for part in parts:
        label = f"第 {part.number} 项的处理结果" if several else "处理结果"
        made[f"outcome_{part.number}"] = forms.ChoiceField(
            label=label,
            choices=NOTHING + Outcome.choices(),
            help_text=part.text[:200] if several else "",
            error_messages={"required": f"请选择{label}。"},
        )
    return made


def _pick(name: str, choices: list[tuple[str, str]]) -> Callable[[type[Event], Case], Made]:
    def make(kind: type[Event], case: Case) -> Made:
        label = LABELS[kind.type, name]
        field = forms.ChoiceField(
            label=label,
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": f"请选择{label}。"},
        )
        return {name: field}

    return make


def _redo(kind: type[Event], case: Case) -> Made:
    help_text = "决定或者判决要求重新答复的，填最后一天；没有的不填。"
    return {"redo_until": day_field("重新答复的期限", required=False, help_text=help_text)}


def _excuse(kind: type[Event], case: Case) -> Made:
    help_text = "在补正期限以后才收到的，写明申请人的正当理由；没有的不填。"
    field = text_field("迟了的正当理由", 300, required=False, rows=2, help_text=help_text)
    return {"excuse": field}


MAKERS: dict[str, Callable[[type[Event], Case], Made]] = {
    "until": _until,
    "who": _who,
    "days": _days,
    "outcomes": _outcomes,
    "opinion": _pick("opinion", Opinion.choices()),
    "result": _pick("result", Result.choices()),
    "redo_until": _redo,
    "excuse": _excuse,
    "good": _pick("good", [("yes", "理由合理"), ("no", "理由不合理")]),
}
Given = dict[str, Any]


def _as_it_is(name: str) -> Callable[[Given, type[Event]], Given]:
    return lambda given, kind: {name: given[name]} if given.get(name) else {}


def _all_outcomes(given: Given, kind: type[Event]) -> Given:
    names = sorted((name for name in given if name.startswith("outcome_")), key=_number)
    return {"outcomes": tuple(Outcome(given[name]) for name in names)} if kind is Decided else {}


def _number(name: str) -> int:
    return int(name.rpartition("_")[2])


READERS: dict[str, Callable[[Given, type[Event]], Given]] = {
    **{name: _as_it_is(name) for name in ("until", "who", "days", "redo_until", "excuse")},
    "outcomes": _all_outcomes,
    "opinion": lambda given, kind: {"opinion": Opinion(given["opinion"])},
    "result": lambda given, kind: {"result": Result(given["result"])},
    "good": lambda given, kind: {"good": given["good"] == "yes"},
}


def initial_of(event: Event) -> dict[str, Any]:
    """What the form says for `event`: to be put right in a correction."""
    given: dict[str, Any] = {}
    for field in fields(event):
        value = getattr(event, field.name)
        if field.name == "good":
            given["good"] = "yes" if value else "no"
        elif field.name == "outcomes":
            given |= {f"outcome_{place}": one.value for place, one in enumerate(value, start=1)}
        elif value is not None:
            given[field.name] = getattr(value, "value", value)
    return given
