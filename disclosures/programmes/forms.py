"""The general check as a form, and the answers to a programme's own check."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms

from disclosures.programmes.who import CIRCUMSTANCES, PLACES, WHO, Person

NEITHER = "none"
ANSWER = re.compile(r"q(\d{1,3})")
PLACE_CHOICES = [*PLACES, ("", "说不清")]


class PersonForm(forms.Form):
    """Who it is for, where they live, what happened: no name, no number."""

    who = forms.MultipleChoiceField(
        label="这项帮助是给谁的？（可以选几个）",
        choices=[*((one.slug, one.name) for one in WHO), (NEITHER, "都不是")],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选一选是给谁的；都不是的选“都不是”。"},
    )
    place = forms.ChoiceField(
        label="户籍在农村还是集镇？",
        choices=PLACE_CHOICES,
        required=False,
        widget=forms.RadioSelect,
    )
    circumstances = forms.MultipleChoiceField(
        label="有没有下面的情况？（没有就不选）",
        choices=[(one.slug, one.name) for one in CIRCUMSTANCES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def person(self) -> Person:
        given = self.cleaned_data
        return Person(
            frozenset(given["who"]) - {NEITHER}, frozenset(given["circumstances"]), given["place"]
        )


def answers_in(sent: Mapping[str, Any]) -> dict[int, int]:
    """Question numbers to places of answers, from fields named q1, q2 …; anything else is none."""
    return {
        int(found[1]): int(value)
        for name, value in sent.items()
        if (found := ANSWER.fullmatch(name)) and re.fullmatch(r"[0-9]{1,3}", str(value))
    }


def back_to(answers: dict[int, int], number: str) -> dict[int, int]:
    """The answers before the question that is to be answered anew."""
    if not re.fullmatch(r"[0-9]{1,3}", number):
        return answers
    return {asked: place for asked, place in answers.items() if asked < int(number)}
