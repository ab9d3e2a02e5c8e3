"""Masking people's names as the courts do (法释〔2016〕19号 art. 9): the surname stays."""

import re

# Surnames of two characters that are still borne.
COMPOUND = re.compile(
    r"欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|宇文|轩辕|端木|独孤|南宫|百里|东郭"
    r"|西门|呼延|申屠|太史|钟离|闾丘|公羊|澹台|公冶|宗政|濮阳|淳于|单于|太叔|仲孙|司空|鲜于|司寇|子车|颛孙"
    r"|巫马|公西|漆雕|乐正|壤驷|公良|拓跋|夹谷|宰父|谷梁|段干|东门|南门|梁丘|左丘|第五|赫连|万俟|闻人|欧侯"
    r"|羊舌|纳兰|完颜|叶赫|钮祜"
)
HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
# Longer without a dot is a transcribed name, whose first character is no surname.
LONGEST_HAN = 4


def mask_name(name: str) -> str:
    """张伟 → 张某, 欧阳建国 → 欧阳某某, 买买提·吐尔逊 → 买某某, John Smith → J; nothing → ""."""
    bare = "".join(name.split())
    if not bare:
        return ""
    if HAN.fullmatch(bare) and len(bare) <= LONGEST_HAN:
        return _mask_han(bare)
    return f"{bare[0]}某某" if HAN.match(bare) else bare[0].upper()


def _mask_han(name: str) -> str:
    surname = 2 if len(name) > 2 and COMPOUND.match(name) else 1
    return name[:surname] + "某" * max(len(name) - surname, 1)
