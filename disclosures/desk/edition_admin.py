from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.html import format_html, format_html_join

from disclosures.attachments.models import Attachment
from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.bulk import BulkMoves
from disclosures.desk.forms import EditionForm
from disclosures.desk.urls import edition_urls
from disclosures.flow.advance import offered
from disclosures.flow.attach import attach, detach
from disclosures.flow.hindrances import hindrances, privacy_of
from disclosures.flow.write import save_draft, start_draft
from disclosures.items.models import Edition
from disclosures.items.states import OPEN_STATES, State
from disclosures.policies.models import Interpretation
from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import WRITERS
from portal.core.templatetags.portal import file_size
from portal.core.trail.record import history


class DueFilter(admin.SimpleListFilter):
    title = "公开时限"
    parameter_name = "due"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("late", "已超过"), ("soon", "七天内到期")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        today = clock.today()
        if self.value() == "late":
            return queryset.overdue(today)
        if self.value() == "soon":
            return queryset.due_within(today, today + timedelta(days=7))
        return queryset


class StateFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "state"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [(state.value, state.label) for state in OPEN_STATES]

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.filter(state=self.value()) if self.value() else queryset


class MineFilter(admin.SimpleListFilter):
    title = "录入人"
    parameter_name = "mine"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", "我录入的")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.filter(author=request.user) if self.value() else queryset


class EditionAdmin(BulkMoves, StaffAdmin):  # type: ignore[misc]
    """信息稿件: editions on their way to the public."""

    section = "日常办理"
    editors = WRITERS
    form = EditionForm
    change_form_template = "admin/disclosures/edition_form.html"
    change_list_template = "admin/disclosures/edition_list.html"
    list_display = ("title", "state_shown", "entry", "issuer", "due_shown", "last_editor")
    list_filter = (StateFilter, DueFilter, MineFilter, "issuer")
    list_select_related = ("entry", "issuer", "last_editor", "disclosure")
    search_fields = ("title", "document_number")
    autocomplete_fields = ("entry",)
    readonly_fields = ("deadline_shown", "attachments_shown")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    ("entry", "issuer"),
                    ("formed_on", "document_number"),
                    "deadline_shown",
                    "summary",
                    "keywords",
                    "body",
                )
            },
        ),
        ("附件", {"fields": ("attachments_shown", "removed", "files")}),
        ("政策解读", {"fields": ("policy", ("form", "explained_by_whom"), "video_url")}),
        ("修订说明", {"fields": ("change_note", "substantial")}),
        (
            "其他",
            {
                "fields": (
                    ("source", "audience", "responsible"),
                    ("effective_on", "expires_on"),
                    ("go_live_at", "down_at"),
                )
            },
        ),
    )

    def get_queryset(self, request: Any) -> Any:
        found = super().get_queryset(request).open().within_reach_of(request.user)
        return (
            found.defer("body") if request.resolver_match.url_name.endswith("changelist") else found
        )

    def get_urls(self) -> list[Any]:
        return edition_urls(self) + super().get_urls()

    def has_change_permission(self, request: Any, obj: Edition | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return obj.state == State.DRAFT and request.user.may(WRITERS, obj.issuer)

    def get_fieldsets(self, request: Any, obj: Edition | None = None) -> Any:
        """Without the box for taking files off where there are none."""
        sets = super().get_fieldsets(request, obj)
        if obj is not None and obj.attachments.exists():
            return sets
        return [
            (name, {**options, "fields": [f for f in options["fields"] if f != "removed"]})
            for name, options in sets
        ]

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        built = super().get_form(request, obj, change=change, **kwargs)
        township = request.township

        class OwnForm(built):  # type: ignore[misc, valid-type]
            def __init__(self, *args: Any, **given: Any) -> None:
                super().__init__(*args, **given)
                if "policy" in self.fields:
                    self.limit_to(township)

        return OwnForm

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "issuer" and not request.user.acts_for_whole_township:
            reach = request.user.covered_organisations
            kwargs["queryset"] = db_field.remote_field.model.objects.filter(pk__in=reach)
        if db_field.name == "entry":
            entries = CatalogueEntry.objects.filter(active=True, children__isnull=True)
            kwargs["queryset"] = entries
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        given = super().get_changeform_initial_data(request)
        return {"issuer": request.user.organisation_id, "responsible": request.user.pk, **given}

    def save_model(self, request: Any, obj: Edition, form: Any, change: bool) -> None:
        if change:
            save_draft(obj, by=request.user)
        else:
            fields = {name: form.cleaned_data[name] for name in EditionForm.Meta.fields}
            started = start_draft(request.township, by=request.user, **fields)
            obj.pk, obj.disclosure, obj.township = started.pk, started.disclosure, started.township
        self._keep_files(request, obj, form)
        self._keep_bond(obj, form)

    def _keep_files(self, request: Any, obj: Edition, form: Any) -> None:
        for attachment in form.cleaned_data.get("removed") or []:
            detach(attachment, by=request.user)
        for name, data in form.cleaned_data.get("files") or []:
            attach(obj, data, name, by=request.user)

    def _keep_bond(self, obj: Edition, form: Any) -> None:
        data = form.cleaned_data
        if obj.entry.kind != CatalogueEntry.Kind.INTERPRETATION or not data.get("policy"):
            Interpretation.objects.filter(disclosure=obj.disclosure, policy__isnull=False).delete()
            return
        Interpretation.objects.update_or_create(
            township=obj.township,
            disclosure=obj.disclosure,
            defaults={
                "policy": data["policy"],
                "form": data["form"] or Interpretation.Form.TEXT,
                "explained_by_whom": data["explained_by_whom"],
                "video_url": data["video_url"],
            },
        )

    def render_change_form(
        self,
        request: Any,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if obj is not None:
            privacy = privacy_of(obj)
            context |= {
                "moves": offered(obj, request.user),
                "hindrances": hindrances(obj) if obj.state == State.DRAFT else [],
                "privacy": privacy.sentences(),
                "steps": history(obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_add(self, request: Any, obj: Edition, post_url_continue: Any = None) -> Any:
        messages.success(request, "稿件已保存。看过没有问题，就可以提交审核。")
        return self.to_edition(obj)

    def response_change(self, request: Any, obj: Edition) -> Any:
        messages.success(request, "修改已保存。")
        return self.to_edition(obj)

    @admin.display(description="状态", ordering="state")
    def state_shown(self, edition: Edition) -> str:
        kind = "修订" if edition.disclosure.live_id else "新稿"
        back = "（退回）" if edition.sent_back and edition.state == State.DRAFT else ""
        return f"{edition.get_state_display()}{back} · {kind}"

    @admin.display(description="应公开日期", ordering="due_on")
    def due_shown(self, edition: Edition) -> str:
        return _due(edition)

    @admin.display(description="应公开日期")
    def deadline_shown(self, edition: Edition | None) -> str:
        return _due(edition) if edition and edition.pk else "保存后按公开事项的时限自动计算"

    @admin.display(description="已有附件")
    def attachments_shown(self, edition: Edition | None) -> str:
        files: QuerySet[Attachment] | list[Any] = edition.attachments.all() if edition else []
        rows = ((f.get_absolute_url(), f.name, file_size(f.size), _scan_of(f)) for f in files)
        return format_html_join("", "<p><a href='{}'>{}</a>（{}）{}</p>", rows) or "没有"


def _due(edition: Edition) -> str:
    left = edition.days_left(clock.today())
    if left is None:
        return "—"
    mark = "（暂定）" if edition.due_provisional else ""
    when = f"还有 {left} 天" if left >= 0 else f"已超过 {-left} 天"
    css = "due-late" if left < 0 else "due-soon" if left <= 7 else "due-fine"
    day = f"{edition.due_on:%Y-%m-%d}"
    return format_html("<span class='{}'>{}{}　{}</span>", css, day, mark, when)


def _scan_of(file: Attachment) -> str:
    if file.findings:
        return "　发现个人信息，请遮盖后重新上传"
    return "　" + "；".join(file.unreadable) if file.unreadable else "　未发现个人信息"
