"""A programme on the page of its edition at the desk."""

from typing import Any

from django import forms

from disclosures.programmes.models import Programme
from disclosures.programmes.rows import (
    Basis,
    CheckAnswer,
    CheckQuestion,
    ProgrammeDocument,
    ProgrammeStep,
    Standard,
)
from disclosures.programmes.who import CIRCUMSTANCES, WHO
from portal.core.desk.inlines import OneInline, RowsInline

MATTER: tuple[Any, ...] = (("area", "position"), "key", "also_called", "what", "how_much")
APPLYING: tuple[Any, ...] = ("apply_when", "apply_where", "limit")
PAYING: tuple[Any, ...] = (("paid_how", "paid_when"), "fund")
ASKING: tuple[Any, ...] = ("office", ("phone", "complaint_phone"))
GENERAL = "“我能享受哪些”按这三项比较；不选就是不限。"


class ProgrammeForm(forms.ModelForm):
    """Whom it is meant for is ticked."""

    meant_for = forms.MultipleChoiceField(
        label="给哪些人",
        choices=[(one.slug, one.name) for one in WHO],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    in_case_of = forms.MultipleChoiceField(
        label="遇到哪些情况",
        choices=[(one.slug, one.name) for one in CIRCUMSTANCES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Programme
        exclude = ("edition", "township")  # noqa: DJ006 the inline names the fields


class ProgrammeInline(OneInline):
    model = Programme
    form = ProgrammeForm
    verbose_name_plural = "惠民项目"
    fieldsets = (
        (None, {"fields": MATTER}),
        ("给谁", {"fields": ("who", "not_for")}),
        (
            "群众自测“我能享受哪些”",
            {"fields": ("meant_for", "in_case_of", "place"), "description": GENERAL},
        ),
        ("怎样申请", {"fields": APPLYING}),
        ("怎样发放", {"fields": PAYING}),
        ("找谁", {"fields": ASKING}),
    )


class StandardInline(RowsInline):
    model = Standard
    fields = (
        "position",
        "grade",
        "amount",
        "unit",
        "valid_from",
        "valid_to",
        "basis",
        "note",
        "gap_reason",
    )


class ProgrammeStepInline(RowsInline):
    model = ProgrammeStep
    fields = ("position", "name", "what", "by_whom", "days")


class ProgrammeDocumentInline(RowsInline):
    model = ProgrammeDocument
    fields = ("position", "name", "how", "only_when", "note")


class BasisInline(RowsInline):
    model = Basis
    fields = ("position", "name", "number", "policy")
    autocomplete_fields = ("policy",)


class CheckQuestionInline(RowsInline):
    model = CheckQuestion
    verbose_name_plural = "这项政策可能适合我吗？（自测题）"
    fields = ("number", "text", "hint")


class CheckAnswerInline(RowsInline):
    model = CheckAnswer
    fields = ("number", "position", "text", "then", "to", "remark")


PROGRAMME_INLINES = (
    ProgrammeInline,
    StandardInline,
    ProgrammeStepInline,
    ProgrammeDocumentInline,
    BasisInline,
    CheckQuestionInline,
    CheckAnswerInline,
)
