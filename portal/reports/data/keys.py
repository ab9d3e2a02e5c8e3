"""How records are named for good, and how the place after one of them is found again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Key:
    """`field` is unique among the records and puts them in order; `pattern` is how a name of a
    record looks, `meaning` what it is."""

    field: str
    pattern: str
    meaning: str
    read: Callable[[str], Any]
    told: Callable[[Any], str]


INDEX = Key(
    "index_number",
    "[0-9A-Z]{18}-[0-9]{6}-[0-9]{5,8}",
    "索引号，斜线写作短横",
    lambda text: text.replace("-", "/", 1),
    lambda item: item.index_number.replace("/", "-", 1),
)
NUMBER = Key("pk", "[1-9][0-9]{0,17}", "编号", int, lambda record: str(record.pk))
SLUG = Key("slug", "[-a-zA-Z0-9_]{1,50}", "标识", str, lambda record: record.slug)
CODE = Key("code", "[^/?#]{1,20}", "编码", str, lambda record: record.code)
YEAR = Key("year", "(19|20)[0-9]{2}", "年度", int, lambda record: str(record.year))
# of a row within its record
ROW = "[-a-zA-Z0-9_]{1,60}"
