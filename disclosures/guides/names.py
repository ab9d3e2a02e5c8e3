"""What a service is called: the title of its guide without the word 办事指南."""

SUFFIX = "办事指南"


def bare_name(title: str) -> str:
    """临时救助办事指南 is about 临时救助; a title that is nothing else stays as it is."""
    return title.strip().removesuffix(SUFFIX).strip() or title
