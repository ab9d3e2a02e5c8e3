"""Yes and no in words. Django draws icons and calls them True and False in every language, which
is what a screen reader then says; it offers no other place to change that."""

from django.contrib.admin.templatetags import admin_list
from django.utils.html import format_html

WORDS = {True: "是", False: "否", None: "未填"}


def yes_no(value: bool | None) -> str:
    css = "yes" if value else "no"
    return format_html("<span class='{}'>{}</span>", css, WORDS[value])


admin_list._boolean_icon = yes_no  # type: ignore[attr-defined]
