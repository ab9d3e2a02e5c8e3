"""Names in 【】 that a text holds in place of what is written in later. Nothing else in a text has
a meaning: it is never run."""

import re
from collections.abc import Container, Mapping

NAMED = re.compile(r"【([^【】]{1,30})】")


def names_in(*texts: str) -> list[str]:
    """The names in the order in which they come, each once."""
    return list(dict.fromkeys(name for text in texts for name in NAMED.findall(text)))


def unknown_names(known: Container[str], *texts: str) -> list[str]:
    return [name for name in names_in(*texts) if name not in known]


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with the values in place; an unknown name stays as it is, to be seen. What is written
    in is not looked at again, whatever it holds."""
    return NAMED.sub(lambda found: values.get(found[1], found[0]), text)
