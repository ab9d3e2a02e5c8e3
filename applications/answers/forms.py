from typing import Any

from django import forms

from applications.answers.publish import Published, files_for_all
from applications.cases.models import Application
from applications.release.models import Release
from disclosures.catalogue.models import CatalogueEntry
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff

OPENING = "有群众申请公开下列信息。经审查，这些信息可以向全社会公开，现予公布。"


class FilesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        release: Release = obj
        return release.copy.name if release.copy else str(release)


class PublishForm(forms.Form):
    """What everybody will read, in the clerk's own words; nothing is taken from the application."""

    title = forms.CharField(
        label="标题", max_length=100, help_text="说清公开的是什么，不写是谁申请的。"
    )
    text = forms.CharField(
        label="正文",
        max_length=5000,
        initial=OPENING,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="不写申请人的姓名、单位、电话和申请编号，不照抄申请书。",
    )
    entry: Any = forms.ModelChoiceField(
        CatalogueEntry.objects.none(), label="公开事项", empty_label="请选择"
    )
    issuer: Any = forms.ModelChoiceField(
        Organisation.objects.none(), label="发布机构", empty_label="请选择"
    )
    files: Any = FilesField(
        Release.objects.none(),
        label="附上已公开的文件",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="只列出复核过、没有查出个人信息的副本；在网上用标题作文件名。",
    )

    def __init__(self, data: Any, *, application: Application, by: Staff) -> None:
        super().__init__(data)
        offered: Any = self.fields
        entries = CatalogueEntry.objects.of(application.township)
        offered["entry"].queryset = entries.filter(active=True, children__isnull=True)
        bodies = Organisation.objects.of(application.township).filter(active=True)
        offered["issuer"].queryset = bodies
        offered["issuer"].initial = by.organisation_id
        keys = [release.pk for release in files_for_all(application)]
        files = Release.objects.filter(pk__in=keys).with_files()
        offered["files"].queryset = files
        offered["files"].initial = keys
        if not keys:
            del offered["files"]

    def told(self) -> Published:
        given = self.cleaned_data
        return Published(
            given["title"], given["text"], given["entry"], given["issuer"],
            list(given.get("files") or ()),
        )  # fmt: skip
