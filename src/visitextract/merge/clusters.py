"""Putting records together: union-find, and the rule for a doubtful record: it joins a cluster only if that is the only one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Clusters(Generic[Node]):
    """Disjoint sets of nodes, in the order in which the nodes were given."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._parent: dict[Node, Node] = {node: node for node in nodes}

    def find(self, node: Node) -> Node:
        """The node that stands for the cluster of ``node``."""
        root = node
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[node] != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def join(self, nodes: Iterable[Node]) -> None:
        """Make one cluster of all clusters that the nodes are in."""
        iterator = iter(nodes)
        first = next(iterator, None)
        if first is None:
            return
        root = self.find(first)
        for node in iterator:
            self._parent[self.find(node)] = root

    def groups(self) -> list[list[Node]]:
        """The clusters, each in the order of its nodes, ordered by their first."""
        found: dict[Node, list[Node]] = {}
        for node in self._parent:
            found.setdefault(self.find(node), []).append(node)
        return list(found.values())

    def __iter__(self) -> Iterator[Node]:
        return iter(self._parent)


def only(candidates: Mapping[Node, bool]) -> Node | None:
    """The one candidate; of several, the one that is preferred; none where that leaves a choice."""
    if len(candidates) == 1:
        return next(iter(candidates))
    preferred = [node for node, better in candidates.items() if better]
    return preferred[0] if len(preferred) == 1 else None
