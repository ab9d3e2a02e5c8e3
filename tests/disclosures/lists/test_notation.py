"""Kinds as staff write them: a line a column, in Chinese."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.lists.models import ListKind
from disclosures.lists.notation import (
    BadLine,
    columns_meant,
    columns_told,
    formulas_meant,
    formulas_told,
)
from disclosures.lists.standard_kinds import STANDARD
from tests.cast import Cast
from tests.disclosures.lists.rolls import kind

KINDS = json.loads(STANDARD.read_text(encoding="utf-8"))


@pytest.mark.parametrize("given", KINDS, ids=lambda given: given["slug"])
def test_what_is_told_is_what_is_meant(given: dict) -> None:
    columns = columns_meant(columns_told(given["columns"]))
    assert [(one["role"], one["heading"], one["required"]) for one in columns] == [
        (one["role"], one["heading"], bool(one.get("required"))) for one in given["columns"]
    ]
    told = formulas_told(given["formulas"], given["columns"])
    assert formulas_meant(told, columns) == given["formulas"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("户主", "第 1 行“户主”：第二格要写用途"),
        ("户主｜人名", "可用的有 村"),
        ("户主｜姓名｜要填", "第三格写“必填”或者空着"),
    ],
)
def test_a_line_that_says_nothing_is_named(line: str, told: str) -> None:
    with pytest.raises(BadLine, match=told):
        columns_meant(line)


@pytest.mark.parametrize(
    ("line", "told"), [("亩数 × 标准 = 金额", "没有栏目“亩数”"), ("面积 标准", "没有栏目|缺少等号")]
)
def test_a_formula_speaks_of_columns(line: str, told: str) -> None:
    columns = columns_meant("面积｜面积\n标准｜标准\n金额｜金额")
    with pytest.raises(BadLine, match=told):
        formulas_meant(line, columns)


def test_staff_add_a_column_and_what_is_wrong_is_said(cast: Cast, client: Client) -> None:
    rice = kind(cast, "rice")
    client.force_login(cast.officer)
    page = reverse("admin:disclosures_listkind_change", args=[rice.pk])
    given = {
        "name": rice.name,
        "purpose": "payment",
        "category": "farm-subsidies",
        "position": 10,
        "active": "on",
        "columns_told": columns_told(rice.columns) + "\n品种｜其他｜｜稻谷品种",
        "formulas_told": formulas_told(rice.formulas, rice.columns),
        "length_amount": 7,
        "length_unit": "working",
        "name_shown": "whole",
        "retention_days": 180,
    }
    assert client.post(page, given).status_code == 302
    added = ListKind.objects.get(pk=rice.pk).columns[-1]
    assert (added["heading"], added["aliases"]) == ("品种", ["稻谷品种"])
    answer = client.post(page, {**given, "columns_told": "姓名｜姓名"})
    assert "至少要有“村”和“姓名”两栏" in answer.content.decode()
