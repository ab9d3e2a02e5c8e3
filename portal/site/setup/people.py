"""Organisations and staff of a township from spreadsheets."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Group
from django.db import models, transaction

from portal.core.lengths import too_long
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.spreadsheets.rows import BadCell, Column, Problem, Row, as_text, find_table

ORGANISATION_COLUMNS = {
    "名称": "name",
    "简称": "short_name",
    "标识": "slug",
    "类别": "kind",
    "职责": "duty",
    "带班领导": "leader",
    "职务": "leader_title",
    "电话": "phone",
    "地址": "address",
    "办公时间": "office_hours",
    "户籍人口": "population",
    "排序": "position",
}
STAFF_COLUMNS = ("用户名", "姓名", "机构", "职务", "电话", "角色", "分管机构")
ALL = "全部"
REQUIRED = ("名称", "标识", "类别", "用户名", "姓名", "机构", "角色")
KINDS = {kind.label: kind.value for kind in Organisation.Kind}
ROLES = {role.label: role for role in Role}


class BadSheet(ValueError):
    """The sheet can't be loaded; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("；".join(str(problem) for problem in problems))
        self.problems = problems


@transaction.atomic
def load_organisations(data: bytes, name: str, township: Township) -> int:
    """Add or bring up to date the organisations of the sheet, by 标识."""
    rows = list(_rows(data, name, tuple(ORGANISATION_COLUMNS)))
    unknown = [(n, row["类别"]) for n, row in rows if row["类别"] not in KINDS]
    wrong = [Problem(n, "类别", f"“{kind}”应为：{'、'.join(KINDS)}。") for n, kind in unknown]
    wrong += [
        Problem(n, column, f"“{row[column]}”应为整数，不知道可以不填。")
        for n, row in rows
        for column in ("户籍人口", "排序")
        if row[column] and not row[column].isdecimal()
    ]
    _refuse(wrong + list(_overlong(rows, Organisation, ORGANISATION_COLUMNS)))
    for number, row in rows:
        fields: dict[str, Any] = {ORGANISATION_COLUMNS[column]: row[column] for column in row}
        fields["kind"] = KINDS[fields["kind"]]
        fields["position"] = int(fields["position"] or number)
        fields["population"] = int(fields["population"]) if fields["population"] else None
        Organisation.objects.update_or_create(
            township=township, slug=fields.pop("slug"), defaults=fields
        )
    return len(rows)


@transaction.atomic
def load_staff(data: bytes, name: str, township: Township) -> int:
    """Add or bring up to date the staff of the sheet, by 用户名; they have no password yet."""
    rows = list(_rows(data, name, STAFF_COLUMNS))
    bodies = {body.name: body for body in Organisation.objects.of(township)}
    fields = {"用户名": "username", "姓名": "name", "职务": "title", "电话": "phone"}
    overlong = list(_overlong(rows, Staff, fields))
    _refuse(overlong + list(_staff_problems(rows, bodies, township)))
    for _, row in rows:
        person, new = Staff.objects.update_or_create(
            username=row["用户名"],
            defaults={
                "name": row["姓名"],
                "township": township,
                "organisation": bodies[row["机构"]],
                "title": row["职务"],
                "phone": row["电话"],
                "is_staff": True,
            },
        )
        if new:
            person.set_unusable_password()
            person.save(update_fields=["password"])
        names = [ROLES[word].label for word in _roles(row)]
        person.groups.set(Group.objects.filter(name__in=names))
        person.oversees.set(_overseen(row["分管机构"], bodies))
    return len(rows)


def _staff_problems(
    rows: list[tuple[int, dict[str, str]]], bodies: dict[str, Organisation], township: Township
) -> Iterator[Problem]:
    taken = set(Staff.objects.exclude(township=township).values_list("username", flat=True))
    for number, row in rows:
        if row["机构"] not in bodies:
            yield Problem(number, "机构", f"没有“{row['机构']}”这个机构。")
        for name in _words(row["分管机构"]):
            if name != ALL and name not in bodies:
                yield Problem(number, "分管机构", f"没有“{name}”这个机构。")
        if row["用户名"] in taken:
            yield Problem(number, "用户名", f"“{row['用户名']}”已被别的乡镇使用，请换一个。")
        for word in _roles(row):
            if word not in ROLES:
                yield Problem(number, "角色", f"“{word}”应为：{'、'.join(ROLES)}。")


def _overlong(
    rows: list[tuple[int, dict[str, str]]], model: type[models.Model], fields: dict[str, str]
) -> Iterator[Problem]:
    for number, row in rows:
        for column, field in fields.items():
            if sentence := too_long(model, field, row[column]):
                yield Problem(number, column, sentence)


def _overseen(text: str, bodies: dict[str, Organisation]) -> list[Organisation]:
    """The organisations named, parted by 、, or all of them."""
    if text == ALL:
        return list(bodies.values())
    return [bodies[name] for name in _words(text)]


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split("、") if word.strip()]


def _roles(row: dict[str, str]) -> list[str]:
    return _words(row["角色"])


def _rows(data: bytes, name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    wanted = tuple(Column(column, required=column in REQUIRED) for column in columns)
    try:
        workbook = read_workbook(data, name)
    except Unreadable as refusal:
        raise BadSheet([Problem(0, "", str(refusal))]) from refusal
    table = find_table(workbook.sheets[0], wanted)
    if table is None or table.missing:
        raise BadSheet([Problem(0, "", f"没有找到表头，应有：{'、'.join(columns)}。")])
    for row in table.rows:
        yield row.number, {column: _text(row, column) for column in columns}


def _text(row: Row, column: str) -> str:
    try:
        return as_text(row.values.get(column))
    except BadCell as refusal:
        raise BadSheet([Problem(row.number, column, str(refusal))]) from refusal


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise BadSheet(problems)
