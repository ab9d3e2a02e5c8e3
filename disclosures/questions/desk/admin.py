from typing import Any

from django.contrib import admin

from disclosures.questions.desk import shown
from disclosures.questions.desk.acts import ACTS
from disclosures.questions.desk.filters import QuestionPileFilter
from disclosures.questions.desk.urls import question_urls
from disclosures.questions.models import Question
from disclosures.questions.promise import AnswerPromise
from disclosures.questions.steps import offered
from portal.core import clock
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import OFFICE
from portal.core.trail.record import history

ASKED = ("kind", "message_whole", "page_shown", "received_at", "may_publish")
HANDLED = (
    "state",
    "due_explained",
    "assigned_to",
    "merged_into",
    "sent_back",
    "answered_at",
    "closed_at",
    "withdrawn_at",
    "withdrawal_reason",
)
ANSWERED = (
    "title",
    "asked_shown",
    "answer_shown",
    "supplements_shown",
    "entry",
    "category",
    "written_by",
)
# left out where there is nothing in them
SELDOM = frozenset({*HANDLED[2:], "title", "entry", "category"})


class QuestionAdmin(StaffAdmin):
    """群众提问和纠错: read-only; changed by moves alone."""

    section = "日常办理"
    change_form_template = "admin/questions/question.html"
    list_display = (
        "number",
        "message_shown",
        "kind",
        "state_shown",
        "due_shown",
        "assigned_to",
    )
    ordering = ("-pk",)
    list_display_links = ("message_shown",)
    list_filter = (
        QuestionPileFilter,
        "state",
        "kind",
        ("assigned_to", OwnUsedFilter),
        "category",
        "received_at",
    )
    list_select_related = ("assigned_to",)
    search_fields = ("message", "title", "asked", "answer", "page", "subject")
    search_help_text = "可查编号、来信原文、标题、答复和网页。"

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).seen_by(request.user)

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """A number is looked for among the numbers too."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if search_term.isdecimal() and len(search_term) < 16:
            found |= queryset.filter(pk=int(search_term))
        return found, duplicates

    def get_urls(self) -> list[Any]:
        return question_urls(self) + super().get_urls()

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def get_fieldsets(self, request: Any, obj: Question | None = None) -> Any:
        if obj is None:
            return []
        contact = shown.may_see_contact(request.user, obj)
        asked = (*ASKED, "contact_shown") if contact else ASKED
        sets = [("来信", asked), ("办理", HANDLED), ("答复", ANSWERED if obj.answer else ())]
        return [
            (name, {"fields": filled}) for name, fields in sets if (filled := _filled(obj, fields))
        ]

    def get_readonly_fields(self, request: Any, obj: Any = None) -> Any:
        return (*ASKED, "contact_shown", *HANDLED, *ANSWERED)

    def change_view(
        self,
        request: Any,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        found: Any = self.get_object(request, object_id)
        moves = offered(found, request.user) if found else []
        context = {
            "moves": [(move, ACTS[move]) for move in moves],
            "steps": history(found) if found else [],
        }
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    @admin.display(description="编号", ordering="pk")
    def number(self, question: Question) -> int:
        return question.pk

    @admin.display(description="内容")
    def message_shown(self, question: Question) -> str:
        return question.title or question.message[:60]

    @admin.display(description="状态", ordering="state")
    def state_shown(self, question: Question) -> str:
        return question.get_state_display()

    @admin.display(description="答复期限", ordering="due_on")
    def due_shown(self, question: Question) -> str:
        return shown.due(question, clock.today())

    @admin.display(description="答复期限")
    def due_explained(self, question: Question) -> str:
        return shown.due_explained(question, clock.today())

    @admin.display(description="所在网页")
    def page_shown(self, question: Question) -> str:
        return shown.page(question)

    @admin.display(description="联系方式（不公开）")
    def contact_shown(self, question: Question) -> str:
        return question.contact or "没有留，或已按期删除"

    @admin.display(description="来信原文（不公开）")
    def message_whole(self, question: Question) -> str:
        return shown.text(question.message)

    @admin.display(description="公开的问题")
    def asked_shown(self, question: Question) -> str:
        return shown.text(question.asked)

    @admin.display(description="答复")
    def answer_shown(self, question: Question) -> str:
        return shown.text(question.answer)

    @admin.display(description="补充答复")
    def supplements_shown(self, question: Question) -> str:
        return shown.supplements(question)


def _filled(question: Question, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Without what is empty."""
    return tuple(name for name in fields if name not in SELDOM or getattr(question, name))


class AnswerPromiseAdmin(StaffAdmin):
    """答复承诺: one row for the township."""

    section = "设置"
    editors = OFFICE
    list_display = ("__str__", "question_days", "error_days", "suggestion_days", "contact_days")

    def has_add_permission(self, request: Any) -> bool:
        allowed = super().has_add_permission(request)
        return allowed and not AnswerPromise.objects.of(request.township).exists()
