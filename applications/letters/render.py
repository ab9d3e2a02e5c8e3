"""Bodies of letters with placeholders: {{ 申请人 }} and {% if 期限 %}…{% endif %}, nothing more.

A body is read by Jinja in its sandbox, and before that looked through piece by piece: what isn't
text, a placeholder or a condition is refused, so there is nothing to call, to count or to reach.
"""

from collections.abc import Collection, Mapping

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

LONGEST_BODY = 6000
LONGEST_LETTER = 20_000
PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
)
ONLY = (
    "第{line}行：只能写“{{{{ 占位词 }}}}”和“{{% if 占位词 %}}……{{% endif %}}”，"
    "不能用计算、函数和别的写法。"
)
UNKNOWN = "第{line}行：没有“{name}”这个占位词。可以用的：{known}。"
BROKEN = "第{line}行：“{{{{”或者“{{%”没有写完整，请对照默认文本检查。"


class Unfit(ValueError):
    """A body can't be used; the message says where and why."""

    def __init__(self, *findings: str) -> None:
        super().__init__(" ".join(findings))
        self.findings = list(findings)


def _environment() -> SandboxedEnvironment:
    made = SandboxedEnvironment(
        autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.clear()
    made.filters.clear()
    made.tests.clear()
    return made


def findings(source: str, known: Collection[str]) -> list[str]:
    """What is wrong with a body, as sentences; none where it can be used."""
    if len(source) > LONGEST_BODY:
        return [f"正文不能超过{LONGEST_BODY}字，现在有{len(source)}字。"]
    try:
        tree = _environment().parse(source)
    except TemplateSyntaxError as error:
        return [BROKEN.format(line=error.lineno)]
    except (RecursionError, TemplateError):
        return [BROKEN.format(line=1)]
    told = []
    for node in [tree, *tree.find_all(nodes.Node)]:
        if not isinstance(node, PLAIN):
            told.append(ONLY.format(line=node.lineno))
        elif isinstance(node, nodes.Name) and node.name not in known:
            told.append(UNKNOWN.format(line=node.lineno, name=node.name, known="、".join(known)))
    return list(dict.fromkeys(told))


def render(source: str, values: Mapping[str, str]) -> str:
    """The body with its values. Raises Unfit with what is wrong."""
    if told := findings(source, list(values)):
        raise Unfit(*told)
    made = _environment().from_string(source).render(**values)
    if len(made) > LONGEST_LETTER:
        raise Unfit(f"文书太长，超过{LONGEST_LETTER}字，请删减。")
    return made.strip()
