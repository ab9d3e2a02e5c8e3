"""Which page of a dataset is asked for: after which record, how many."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from portal.reports.data.dataset import Dataset
from portal.reports.data.narrowing import NotUnderstood

USUAL, MOST = 50, 200
NAMES = ("after", "limit")
LIMIT = re.compile("[1-9][0-9]{0,2}", re.ASCII)


@dataclass(frozen=True)
class Wanted:
    after: str
    limit: int


def wanted(dataset: Dataset, params: Mapping[str, str]) -> Wanted:
    """Raises NotUnderstood."""
    limit = params.get("limit", str(USUAL))
    if not LIMIT.fullmatch(limit) or int(limit) > MOST:
        raise NotUnderstood(f"limit（每页几条）请写 1 到 {MOST} 的整数。")
    after = params.get("after", "")
    if "after" in params and not is_name(dataset, after):
        raise NotUnderstood(f"after（从哪一条之后）请写上一页最后一条的 id：{dataset.id_meaning}。")
    return Wanted(after, int(limit))


def is_name(dataset: Dataset, text: str) -> bool:
    """Whether a record of the dataset may be called so."""
    return re.fullmatch(dataset.id_pattern.strip("^$"), text, re.ASCII) is not None
