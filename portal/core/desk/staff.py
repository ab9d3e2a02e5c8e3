from typing import Any

from axes.utils import reset
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django_otp import devices_for_user

from portal.core.desk.base import StaffAdmin
from portal.core.staff.models import Staff
from portal.core.staff.passwords import give_one_time_password
from portal.core.staff.roles import Role
from portal.core.trail.record import record


class StaffForm(forms.ModelForm):
    groups = forms.ModelMultipleChoiceField(
        Group.objects.none(),
        label="角色",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="一个人可以有几个角色；但谁写的稿件，谁就不能审核。",
    )

    class Meta:
        model = Staff
        fields = (
            "username",
            "name",
            "organisation",
            "title",
            "phone",
            "email",
            "groups",
            "oversees",
            "is_active",
        )
        labels = {"email": "工作邮箱"}
        help_texts = {"email": "期限提醒寄到这里；不对外公布。"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: Any = self.fields["groups"]
        groups.queryset = Group.objects.filter(name__in=[role.label for role in Role])


class OwnStaffForm(StaffForm):
    """One's own entry: nobody shuts oneself out by a slip."""

    def clean_is_active(self) -> bool:
        if not self.cleaned_data["is_active"]:
            raise forms.ValidationError("不能停用自己；请另一位系统管理员来办。")
        return True

    def clean_groups(self) -> Any:
        groups = self.cleaned_data["groups"]
        kept = any(group.name == Role.ADMINISTRATOR.label for group in groups)
        if not kept and not self.instance.is_superuser:
            raise forms.ValidationError("不能取消自己的“系统管理员”；请另一位系统管理员来办。")
        return groups


@admin.register(Staff)
class StaffMemberAdmin(StaffAdmin):
    section = "机构与人员"
    form = StaffForm
    editors = frozenset({Role.ADMINISTRATOR})
    list_display = ("name", "username", "organisation", "title", "role_names", "is_active")
    list_filter = ("groups", "organisation", "is_active")
    list_select_related = ("organisation",)
    search_fields = ("name", "username")
    filter_horizontal = ("oversees",)
    actions = ("give_passwords", "unlock")

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        own = obj is not None and obj.pk == request.user.pk
        form = OwnStaffForm if own else StaffForm
        return super().get_form(request, obj, change=change, form=form, **kwargs)

    @admin.display(description="角色")
    def role_names(self, person: Staff) -> str:
        return "、".join(group.name for group in person.groups.all())

    def save_model(self, request: Any, obj: Staff, form: Any, change: bool) -> None:
        obj.is_staff = True
        super().save_model(request, obj, form, change)
        if not change:
            self._hand_over(request, obj)

    @admin.action(description="给所选人员一次性密码", permissions=["change"])
    def give_passwords(self, request: Any, queryset: Any) -> None:
        for person in queryset:
            self._hand_over(request, person)

    @admin.action(description="解除登录锁定，并重置两步验证", permissions=["change"])
    def unlock(self, request: Any, queryset: Any) -> None:
        """For who typed a wrong password too often, or lost the telephone."""
        for person in queryset:
            reset(username=person.username)
            for device in devices_for_user(person, confirmed=None):
                device.delete()
            record(person, "解除锁定并重置两步验证", by=request.user)
            messages.success(request, f"{person} 可以重新登录，并须重新启用两步验证。")

    def _hand_over(self, request: Any, person: Staff) -> None:
        password = give_one_time_password(person)
        record(person, "发一次性密码", by=request.user)
        messages.success(
            request, f"{person} 的一次性密码：{password}　只显示这一次，请当面告知本人。"
        )
