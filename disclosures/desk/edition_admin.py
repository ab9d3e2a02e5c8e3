from typing import Any

from django.contrib import admin, messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk import shown
from disclosures.desk.bulk import BulkMoves
from disclosures.desk.filters import MineFilter, PileFilter, StateFilter
from disclosures.desk.forms import EditionForm
from disclosures.desk.labels import does
from disclosures.desk.layout import READ_ONLY, layout
from disclosures.desk.parts import import_label, inlines_of, keep_rows, shape_asked
from disclosures.desk.save_form import keep_bond, keep_files
from disclosures.desk.urls import edition_urls
from disclosures.flow.advance import offered
from disclosures.flow.hindrances import hindrances, privacy_of
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import save_draft, start_draft
from disclosures.items.models import Edition
from disclosures.items.shapes import STRUCTURED, Shape
from disclosures.items.states import State
from portal.core import clock
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import WRITERS
from portal.core.trail.record import history, record


class EditionAdmin(BulkMoves, StaffAdmin):  # type: ignore[misc]
    """信息稿件: editions on their way to the public."""

    section = "日常办理"
    editors = WRITERS
    organisation_field = "issuer"
    form = EditionForm
    change_form_template = "admin/disclosures/edition_form.html"
    change_list_template = "admin/disclosures/edition_list.html"
    list_display = ("title", "state_shown", "due_shown", "issuer", "entry", "last_editor")
    list_filter = (
        PileFilter,
        StateFilter,
        MineFilter,
        "shape",
        ("issuer", OwnUsedFilter),
        ("entry", OwnUsedFilter),
    )
    list_select_related = ("entry", "issuer", "last_editor", "disclosure")
    search_fields = ("title", "document_number")
    autocomplete_fields = ("entry",)
    readonly_fields = READ_ONLY

    def get_queryset(self, request: Any) -> Any:
        found = super().get_queryset(request).open().within_reach_of(request.user)
        listed = request.resolver_match.url_name.endswith("changelist")
        return found.defer("body") if listed else found

    def get_urls(self) -> list[Any]:
        return edition_urls(self) + super().get_urls()

    def has_change_permission(self, request: Any, obj: Edition | None = None) -> bool:
        draft = obj is None or obj.state == State.DRAFT
        return draft and super().has_change_permission(request, obj)

    def get_fieldsets(self, request: Any, obj: Edition | None = None) -> Any:
        return layout(obj, typed=obj is None or self.has_change_permission(request, obj))

    def get_inlines(self, request: Any, obj: Edition | None) -> list[type[Any]]:
        return inlines_of(Shape(obj.shape) if obj else shape_asked(request))

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
        if db_field.name == "issuer":
            bodies = db_field.remote_field.model.objects.filter(active=True)
            if not request.user.acts_for_whole_township:
                bodies = bodies.filter(pk__in=request.user.covered_organisations)
            kwargs["queryset"] = bodies
        if db_field.name == "entry":
            entries = CatalogueEntry.objects.filter(active=True, children__isnull=True)
            kwargs["queryset"] = entries
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        given = super().get_changeform_initial_data(request)
        return {"issuer": request.user.organisation_id, "responsible": request.user.pk, **given}

    def changeform_view(self, request: Any, object_id: Any = None, *args: Any, **kw: Any) -> Any:
        """A draft that a colleague submitted meanwhile is not saved, and the form says so."""
        try:
            return super().changeform_view(request, object_id, *args, **kw)
        except CannotMove as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.path)

    def save_model(self, request: Any, obj: Edition, form: Any, change: bool) -> None:
        if change:
            save_draft(obj, by=request.user)
        else:
            data = form.cleaned_data
            fields = {name: data[name] for name in EditionForm.Meta.fields if name in data}
            fields["shape"] = shape_asked(request)
            started = start_draft(request.township, by=request.user, **fields)
            obj.pk, obj.disclosure, obj.township = started.pk, started.disclosure, started.township
        keep_files(obj, form.cleaned_data, by=request.user)
        keep_bond(obj, form.cleaned_data, by=request.user)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """The rows of structured content, with a line in the trail when any of them changed."""
        edition = form.instance
        changed = [keep_rows(formset, edition) for formset in formsets]
        if change and any(changed):
            record(edition, "修改内容", by=request.user, remark=edition.get_shape_display())

    def render_change_form(
        self,
        request: Any,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        # every way of saving leads back to the draft
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        if obj is not None:
            now = clock.now()
            moves = offered(obj, request.user)
            context |= {
                "moves": [(move, does(move, obj, now)) for move in moves],
                "hindrances": hindrances(obj) if obj.state == State.DRAFT else [],
                "privacy": privacy_of(obj).sentences(),
                "differences": shown.differences(obj),
                "steps": history(obj),
                "import_label": import_label(Shape(obj.shape)),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def to_edition(self, edition: Edition) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:disclosures_edition_change", args=[edition.pk]))

    def response_add(self, request: Any, obj: Edition, post_url_continue: Any = None) -> Any:
        messages.success(request, "稿件已保存。看过没有问题，就可以提交审核。")
        return self.to_edition(obj)

    def response_change(self, request: Any, obj: Edition) -> Any:
        messages.success(request, "修改已保存。")
        return self.to_edition(obj)

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        context = {"shapes": [shape for shape in STRUCTURED if inlines_of(shape)]}
        return super().changelist_view(request, context | (extra_context or {}))

    @admin.display(description="状态", ordering="state")
    def state_shown(self, edition: Edition) -> str:
        kind = "修订" if edition.disclosure.live_id else "新稿"
        back = "（退回）" if edition.sent_back and edition.state == State.DRAFT else ""
        return f"{edition.get_state_display()}{back}，{kind}"

    @admin.display(description="应公开日期", ordering="due_on")
    def due_shown(self, edition: Edition) -> str:
        return shown.due(edition, clock.today())

    @admin.display(description="应公开日期")
    def deadline_shown(self, edition: Edition | None) -> str:
        saved = edition is not None and edition.pk
        if not saved:
            return "保存后按公开事项的时限自动计算"
        return shown.due_explained(edition, clock.today())  # type: ignore[arg-type]

    @admin.display(description="正文")
    def body_shown(self, edition: Edition) -> str:
        return shown.body(edition)

    @admin.display(description="已有附件")
    def attachments_shown(self, edition: Edition | None) -> str:
        return shown.attachments(edition) if edition else "没有"

    @admin.display(description="解读的政策")
    def bond_shown(self, edition: Edition) -> str:
        return shown.bond(edition)
