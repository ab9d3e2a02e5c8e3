"""The letters of a step, to be read and put right before they are issued."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms

from applications.letters.compose import Composed

LONGEST_LETTER = 8000


class LettersForm(forms.Form):
    """For each letter: whether to issue it, to whom, its text."""

    def __init__(
        self,
        data: Any,
        drafts: Sequence[Composed],
        *,
        compulsory: bool = False,
        issued: Collection[str] = (),
    ) -> None:
        """`issued`: the kinds that this application has; they aren't ticked again."""
        super().__init__(data)
        self.drafts, self.compulsory = drafts, compulsory
        for draft in drafts:
            self.fields |= _fields(draft, compulsory, again=draft.kind.value in issued)

    def letters(self) -> list[Composed]:
        given = self.cleaned_data
        return [
            Composed(
                draft.kind,
                draft.title,
                given[f"addressee_{draft.kind.value}"],
                given[f"text_{draft.kind.value}"],
            )
            for draft in self.drafts
            if self.compulsory or given[f"issue_{draft.kind.value}"]
        ]


def _fields(draft: Composed, compulsory: bool, *, again: bool) -> dict[str, forms.Field]:
    name, title = draft.kind.value, draft.kind.label
    ticked = {
        f"issue_{name}": forms.BooleanField(
            label=f"出具《{title}》，编号存档", required=False, initial=not again
        )
    }
    return {
        **({} if compulsory else ticked),
        f"addressee_{name}": forms.CharField(
            label=f"《{title}》主送", max_length=120, initial=draft.addressee, required=False
        ),
        f"text_{name}": forms.CharField(
            label=f"《{title}》正文",
            max_length=LONGEST_LETTER,
            initial=draft.text,
            required=compulsory,
            widget=forms.Textarea(attrs={"rows": 16, "class": "letter"}),
            error_messages={"required": f"《{title}》没有正文。"},
        ),
    }
