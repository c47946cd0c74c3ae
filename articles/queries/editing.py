"""A query with one thing changed: without a part, or with another word."""

from articles.queries.nodes import (
    AllOf,
    AnyOf,
    Node,
    Not,
    all_of,
    any_of,
    negated,
)


def dropped(node: Node, part: Node) -> Node | None:
    """The node without a part, wherever that stands, in the simplest form.

    None is left of the part itself, and of the exclusion of nothing else.
    """
    if node == part:
        return None
    match node:
        case Not():
            rest = dropped(node.node, part)
            return negated(rest) if rest else None
        case AllOf():
            return all_of(dropped(each, part) for each in node.nodes)
        case AnyOf():
            return any_of(dropped(each, part) for each in node.nodes)
    return node


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The node with another part, wherever the old one stands."""
    if node == old:
        return new
    match node:
        case Not():
            return Not(replaced(node.node, old, new))
        case AllOf():
            return AllOf(tuple(replaced(each, old, new) for each in node.nodes))
        case AnyOf():
            return AnyOf(tuple(replaced(each, old, new) for each in node.nodes))
    return node
