"""A query as a reader would type it: flood -Karachi (by:Lee or date:2013-08)."""

import re
from calendar import monthrange
from datetime import date
from typing import TypeAlias

from articles.days import FIRST_DAY
from articles.queries.nodes import (
    AllOf,
    AnyOf,
    Field,
    Label,
    Node,
    Not,
    Query,
    Span,
    Words,
)
from articles.queries.operators import Operator
from articles.queries.parsing import parse
from articles.queries.selecting import leaves

Leaf: TypeAlias = Words | Label | Span

_OPERATORS: dict[str, str] = {
    Field.ANYWHERE: "",
    Field.HEADLINE: f"{Operator.HEADLINE}:",
    Field.PLACE: f"{Operator.PLACE}:",
    Field.BYLINE: f"{Operator.BYLINE}:",
    "category": f"{Operator.CATEGORY}:",
    "source": f"{Operator.SOURCE}:",
    "language": f"{Operator.LANGUAGE}:",
    "published": f"{Operator.PUBLISHED}:",
    "document": f"{Operator.DOCUMENT}:",
    "added": f"{Operator.ADDED}:",
}
_ANY_DAY = FIRST_DAY  # days are typed in full, so it does not matter which is today
# Beside a space, a joiner is left out; beside what parts words as well, it is not.
_JOINER_AT_EDGE = re.compile("(?<![^ ])(?=[\u200c\u200d])|(?<=[\u200c\u200d])(?![^ ])")


def typed(node: Node | None) -> str:
    """The text that `parse` reads as the node, without a remark; no query is no text.

    The nearest one, for a node that `parse` does not make, or that needs more
    parentheses inside each other than there may be.
    """
    if node is None:
        return ""
    is_list = isinstance(node, AllOf | AnyOf) and all(map(_is_single, node.nodes))
    return _part(node, "") if is_list and _operator(node) else _text(node, "")


def _text(node: Node, around: str) -> str:
    """The node inside the parentheses of the operator around it, if any."""
    match node:
        case Not():
            return f"-{_part(node.node, around)}"
        case AllOf():
            return " ".join(
                _part(part, around) if isinstance(part, AnyOf) else _text(part, around)
                for part in node.nodes
            )
        case AnyOf():
            return " or ".join(_text(part, around) for part in node.nodes)
    return _leaf(node, around)


def _part(node: Node, around: str) -> str:
    """The node as one term; an operator for all that it holds stands before it."""
    if isinstance(node, Words | Label | Span):
        return _leaf(node, around)
    operator = around or _operator(node)
    return f"{'' if around else operator}({_text(node, operator)})"


def _is_single(node: Node) -> bool:
    inner = node.node if isinstance(node, Not) else node
    return not isinstance(inner, Not | AllOf | AnyOf)


def _operator(node: Node) -> str:
    """The operator of all that stands in the node, if they share one."""
    operators = {_OPERATORS[_kind(leaf)] for leaf in leaves(node)}
    return operators.pop() if len(operators) == 1 else ""


def _kind(leaf: Leaf) -> str:
    match leaf:
        case Words():
            return leaf.field
        case Label():
            return leaf.kind
        case Span():
            return leaf.of


def _leaf(leaf: Leaf, around: str) -> str:
    """The plainest typing that stays what it is among others; or the nearest."""
    operator = "" if around else _OPERATORS[_kind(leaf)]
    text = _value(leaf).replace('"', " ")
    apart = _JOINER_AT_EDGE.sub(";", text)
    ways = [
        f"{operator}{way}" for way in (text, f'"{text}"', f"'{text}'", f'"{apart}"')
    ]
    return next((way for way in ways if _is_read_as(leaf, way, around)), ways[1])


def _is_read_as(leaf: Leaf, way: str, around: str) -> bool:
    query = parse(f"{around}({way} {way} {way})", today=_ANY_DAY)
    return query == Query(AllOf((leaf, leaf, leaf)))


def _value(leaf: Leaf) -> str:
    match leaf:
        case Words():
            return f"{leaf.text}*" if leaf.is_prefix else leaf.text
        case Label():
            return leaf.name
        case Span():
            return _days(leaf.first, leaf.last)


def _days(first: date | None, last: date | None) -> str:
    """A year, a month or a day, if the span is one; or the shortest two ends."""
    begins, ends = _begins(first), _ends(last)
    both = [text for text in begins if text in ends]
    return both[0] if both else f"{begins[0]}/{ends[0]}"


def _begins(day: date | None) -> list[str]:
    """The year, the month and the day that begin on a day, shortest first."""
    if day is None:
        return [""]
    return _forms(day, day.day == 1, day.month == 1)


def _ends(day: date | None) -> list[str]:
    if day is None:
        return [""]
    return _forms(day, day.day == monthrange(day.year, day.month)[1], day.month == 12)


def _forms(day: date, is_month: bool, is_year: bool) -> list[str]:
    text = day.isoformat()
    months = [text[:7]] if is_month else []
    years = [text[:4]] if is_month and is_year else []
    return [*years, *months, text]
