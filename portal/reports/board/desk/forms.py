from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget

from portal.core import clock
from portal.reports.board.hang import Hanging
from portal.reports.board.models import Board
from portal.reports.board.papers import Look, Paper, Turn
from portal.reports.board.subjects import Subject


class HangForm(forms.Form):
    board = forms.ModelChoiceField(
        label="哪个公开栏",
        queryset=Board.objects.none(),
        error_messages={"required": "请选择公开栏。", "invalid_choice": "请从列出的公开栏中选择。"},
    )
    on = forms.DateField(label="张贴日期", widget=AdminDateWidget)
    until = forms.DateField(
        label="张贴到",
        required=False,
        widget=AdminDateWidget,
        help_text="含当天；不填就一直张贴，网上撤下时提醒取下。",
    )
    paper = forms.ChoiceField(label="纸张", choices=Paper.choices)
    turn = forms.ChoiceField(label="方向", choices=Turn.choices)
    photo = forms.FileField(
        label="照片", required=False, help_text="张贴好以后拍的，可以以后再传。JPG、PNG 或 WebP。"
    )
    remark = forms.CharField(label="说明", max_length=200, required=False)

    def __init__(self, *args: Any, boards: Any, subject: Subject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        choices: Any = self.fields["board"]
        choices.queryset = boards
        self.initial = {"on": clock.today(), "until": subject.until, **self.initial}
        own = boards.filter(organisation=subject.publisher).first() or boards.first()
        self.initial.setdefault("board", own)

    @property
    def hanging(self) -> Hanging:
        given = self.cleaned_data
        return Hanging(
            kind=self.subject.kind.value,
            key=self.subject.key,
            on=given["on"],
            until=given["until"],
            look=Look(Paper(given["paper"]), Turn(given["turn"])),
            remark=given["remark"],
        )


class DownForm(forms.Form):
    on = forms.DateField(label="取下日期", widget=AdminDateWidget, initial=clock.today)
    remark = forms.CharField(label="说明", max_length=200, required=False)


class PhotoForm(forms.Form):
    photo = forms.FileField(
        label="照片",
        help_text="JPG、PNG 或 WebP。拍摄地点和手机信息会自动去掉；请不要拍到人脸。",
        error_messages={"required": "请选择照片。", "empty": "这个文件是空的。"},
    )
