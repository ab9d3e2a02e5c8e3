from collections.abc import Iterable
from functools import cached_property

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.exceptions import PermissionDenied
from django.db import models

from portal.core.organisations.models import Organisation
from portal.core.staff.roles import EVERY_ROLE, WHOLE_TOWNSHIP, Role
from portal.core.township.models import Township


class StaffQuerySet(models.QuerySet["Staff"]):
    def of(self, township: Township) -> "StaffQuerySet":
        return self.filter(township=township)


class StaffManager(UserManager.from_queryset(StaffQuerySet)):  # type: ignore[misc]
    """Django's user manager with our questions."""


class Staff(AbstractUser):
    """工作人员: who writes, reviews and answers. Without a township: the operator of all."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    name = models.CharField("姓名", max_length=40)
    township = models.ForeignKey(
        Township,
        on_delete=models.PROTECT,
        verbose_name="乡镇",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="所在机构",
        null=True,
        blank=True,
        related_name="staff",
    )
    oversees = models.ManyToManyField(
        Organisation,
        verbose_name="分管机构",
        blank=True,
        related_name="overseers",
        help_text="除所在机构外，还为哪些机构录入或审核。",
    )
    title = models.CharField("职务", max_length=40, blank=True)
    phone = models.CharField(
        "办公电话", max_length=40, blank=True, help_text="对外公布，勿填手机号。"
    )
    must_change_password = models.BooleanField("下次登录须改密码", default=False)

    objects = StaffManager()  # type: ignore[misc]

    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = verbose_name_plural = "工作人员"
        ordering = ["organisation__position", "pk"]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Roles held; an operator or superuser holds all."""
        if self.is_superuser:
            return EVERY_ROLE
        names = set(self.groups.values_list("name", flat=True))
        return frozenset(role for role in Role if role.label in names)

    @cached_property
    def covered_organisations(self) -> frozenset[int]:
        """Keys of the organisations this person acts for: their own and those they oversee."""
        overseen = self.oversees.values_list("pk", flat=True)
        return frozenset([*overseen, *([self.organisation_id] if self.organisation_id else [])])

    def belongs_to(self, township_id: int) -> bool:
        return self.township_id == township_id or (self.is_superuser and self.township_id is None)

    def may(self, roles: Iterable[Role], organisation: Organisation) -> bool:
        """Whether one of `roles`, as this person holds it, reaches `organisation`."""
        if not self.is_active or not self.belongs_to(organisation.township_id):
            return False
        held = self.roles & frozenset(roles)
        if self.is_superuser or held & WHOLE_TOWNSHIP:
            return bool(held)
        return bool(held) and organisation.pk in self.covered_organisations

    def require(self, roles: Iterable[Role], organisation: Organisation) -> None:
        if not self.may(roles, organisation):
            wanted = "、".join(role.label for role in roles)
            raise PermissionDenied(f"您没有为“{organisation}”办理此事的权限，需要：{wanted}。")

    @property
    def acts_for_whole_township(self) -> bool:
        return self.is_superuser or bool(self.roles & WHOLE_TOWNSHIP)
