"""The admin's models in the order of the staff's day."""

from typing import Any

SECTIONS = (
    "日常办理",
    "依申请公开",
    "村级财务",
    "公开栏",
    "已公开",
    "年度工作",
    "自查",
    "目录与模板",
    "机构与人员",
    "设置",
    "留痕",
)


def sectioned(models: list[dict[str, Any]], registry: dict[Any, Any]) -> list[dict[str, Any]]:
    """Django's list of models, grouped by the `section` that each admin class declares."""
    grouped: dict[str, list[dict[str, Any]]] = {name: [] for name in SECTIONS}
    for model in models:
        name = getattr(registry[model["model"]], "section", "设置")
        grouped.setdefault(name, []).append(model)
    return [
        {
            "name": name,
            "app_label": f"section-{place}",
            "app_url": "",
            "has_module_perms": True,
            "models": found,
        }
        for place, (name, found) in enumerate(grouped.items())
        if found
    ]
