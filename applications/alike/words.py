"""Telling words of what somebody asks for."""

from portal.search.words import meanings, plain, terms

# stand in every application and tell nothing apart
COMMON = frozenset(
    ("申请", "公开", "信息", "政府", "政府信息", "信息公开", "关于", "有关", "相关", "情况", "资料")
    + ("材料", "文件", "内容", "镇", "村", "乡", "年", "月", "日", "年度", "所有", "全部", "提供")
    + ("获取", "查询", "复印件", "本", "我镇", "本镇", "本村", "我村", "该", "等", "对", "其", "为")
)
MOST_WORDS = 12
LONGEST = 200


def telling(text: str) -> list[str]:
    """The words that tell what is asked for; the common ones only where there is nothing else."""
    found = terms(text[:LONGEST])
    kept = [word for word in found if word not in COMMON and (len(word) > 1 or word.isdigit())]
    return (kept or found)[:MOST_WORDS]


def shared(words: list[str], text: str) -> list[str]:
    """Those of `words` that stand in `text`, or something that means the same."""
    even = plain(text)
    return [word for word in words if any(one in even for one in meanings(word))]
