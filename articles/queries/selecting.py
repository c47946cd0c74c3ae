"""What stands in a query: its leaves, and the words that are to be found."""

from collections.abc import Iterator

from articles.queries.nodes import (
    AllOf,
    AnyOf,
    Label,
    Node,
    Not,
    Span,
    Words,
    all_of,
    any_of,
)


def leaves(node: Node | None) -> Iterator[Words | Label | Span]:
    """The words, labels and spans, in their order."""
    match node:
        case None:
            return
        case Not():
            yield from leaves(node.node)
        case AllOf() | AnyOf():
            for part in node.nodes:
                yield from leaves(part)
        case _:
            yield node


def wanted(node: Node | None) -> Node | None:
    """The words of a query, without those that are to be absent, and nothing else."""
    match node:
        case Words():
            return node
        case AllOf():
            return all_of(map(wanted, node.nodes))
        case AnyOf():
            return any_of(part for part in map(wanted, node.nodes) if part)
        case _:
            return None


def wanted_words(node: Node | None) -> list[Words]:
    """The words that are to be found, each once, in their order."""
    words = (leaf for leaf in leaves(wanted(node)) if isinstance(leaf, Words))
    return list(dict.fromkeys(words))
