"""Reading the question in an address; what isn't understood is said in words, never passed over."""

from collections.abc import Mapping
from typing import Any

from portal.reports.data.dataset import Dataset
from portal.reports.data.narrowing import Filter, NotUnderstood


def chosen_of(
    dataset: Dataset, params: Mapping[str, str], also: tuple[str, ...] = ()
) -> list[tuple[Filter, Any]]:
    """The filters that `params` name, with their values; `also` are names that others read.

    Raises NotUnderstood.
    """
    known = {one.name: one for one in dataset.filters}
    unknown = [name for name in params if name not in known and name not in also]
    if unknown:
        allowed = "、".join((*known, *also)) or "没有"
        raise NotUnderstood(f"不认识参数 {'、'.join(unknown)[:100]}。可以用的参数：{allowed}。")
    return [(known[name], known[name].read(text)) for name, text in params.items() if name in known]
