"""Who publishes and answers: organisations, villages, questions, notice boards."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from disclosures.questions.models import Question, Supplement
from disclosures.questions.states import Kind
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.reports.board.models import Board
from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.fields import day, moment, page_of, text, whole, yes_no
from portal.reports.data.kept import Kept
from portal.reports.data.keys import NUMBER, SLUG
from portal.reports.data.narrowing import (
    category,
    choice,
    updated_since,
    village,
    year,
)


def _offices(township: Township, at: datetime) -> Any:
    return Organisation.objects.of(township).offices()


def _villages(township: Township, at: datetime) -> Any:
    return Organisation.objects.of(township).villages()


def _questions(township: Township, at: datetime) -> Any:
    return Question.objects.public(township, at).prefetch_related("supplements")


def _answered_since(at: datetime) -> Q:
    added = Supplement.objects.filter(released_at__gte=at).values("question")
    return Q(published_at__gte=at) | Q(pk__in=added)


def _boards(township: Township, at: datetime) -> Any:
    return Board.objects.public(township)


PLACE_FIELDS = (
    text("slug", "标识", "slug", "网址里的英文或拼音，长期不变。"),
    text("name", "名称", "name"),
    text("kind", "类别", "get_kind_display"),
    text("duty", "职责", "duty"),
    text("leader", "负责人", "leader"),
    text("leader_title", "职务", "leader_title"),
    text("phone", "电话", "phone"),
    text("address", "地址", "address"),
    text("office_hours", "办公时间", "office_hours"),
    page_of("get_absolute_url"),
)

PLACES: tuple[Dataset, ...] = (
    Kept(
        name="organisations",
        title="机构",
        about="镇机关、站所和学校：管什么、谁负责、打哪个电话。",
        theme=Theme.WORK,
        page="site:offices",
        cycle="随机构变动更新",
        door=_offices,
        key=SLUG,
        fields=PLACE_FIELDS,
    ),
    Kept(
        name="villages",
        title="村和社区",
        about="各村和社区的标识、电话、户籍人口；其他数据集用标识指明村。",
        theme=Theme.WORK,
        page="site:villages",
        cycle="随机构变动更新",
        door=_villages,
        key=SLUG,
        fields=(
            *PLACE_FIELDS[:-1],
            whole("population", "户籍人口（人）", "population"),
            PLACE_FIELDS[-1],
        ),
    ),
    Kept(
        name="questions",
        title="公开答复的提问和纠错",
        about="提问人同意公开、已经答复的问题；没有提问人的姓名和联系方式。",
        theme=Theme.WORK,
        page="disclosures:questions",
        door=_questions,
        key=NUMBER,
        fields=(
            text("kind", "类型", "get_kind_display"),
            text("title", "标题", "title"),
            text("asked", "问题", "asked"),
            text("answer", "答复", "whole_answer", "包括后来补充的。"),
            text("office", "答复机构", "assigned_to.name"),
            day("received_on", "提问日期", "received_on"),
            day("due_on", "承诺答复日期", "due_on"),
            day("answered_on", "答复日期", "answered_on"),
            yes_no("in_time", "按时", "in_time", "没有承诺期限的是空的。"),
            text("category", "重点类别", "get_category_display"),
            text("entry", "公开事项", "entry.name"),
            moment("published_at", "公开时间", "published_at"),
            page_of("get_absolute_url"),
        ),
        filters=(
            year("received_at__year", "提问的年度"),
            category("category"),
            choice("kind", "类型", "kind", Kind.choices),
            updated_since(_answered_since),
        ),
    ),
    Kept(
        name="notice-boards",
        title="政务公开栏",
        about="镇里和各村的公开栏在哪里、由谁管理。",
        theme=Theme.WORK,
        page="reports:boards",
        cycle="随公开栏变动更新",
        door=_boards,
        key=NUMBER,
        fields=(
            text("name", "公开栏", "name"),
            text("organisation", "管理单位", "organisation.name"),
            text("address", "在哪里", "address"),
            page_of("get_absolute_url"),
        ),
        filters=(village("organisation__slug"),),
    ),
)
