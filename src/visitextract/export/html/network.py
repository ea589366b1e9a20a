"""Who met whom, as a drawing: everybody who took part in a meeting, and a line between two who met.

The drawing is computed and not relaxed: the one who met most stands in the middle of the others, who stand in rings by how many
meetings away they are. Groups of people who never met anybody of the rest are drawn beside it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from visitextract.dossier import Dossier, ResolvedMeeting, ResolvedParty
from visitextract.export.html.marks import shown
from visitextract.records import MeetingStatus

_MOST = 30  # people drawn
_CROWD = 8  # of a larger meeting, the first is joined with each of the others, not everybody with everybody
_WIDTH = 640
_RING = 96
_LINE = 21
_LABEL = 12  # characters of a name shown
_SURE = tuple(status.value for status in MeetingStatus)  # from held to denied


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody: where they stand and where their name does; ``record`` is empty for an unnamed group."""

    name: str
    label: str
    kind: str
    record: str
    meetings: int
    x: float = 0.0
    y: float = 0.0
    side: str = "start"
    up: bool = False  # where the name stands in the middle: above, not below


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who met: the meetings, and the surest status among them."""

    x1: float
    y1: float
    x2: float
    y2: float
    names: str
    meetings: tuple[str, ...]
    status: str
    parties: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture; ``left_out`` counts people who did not fit in."""

    width: float
    height: float
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    left_out: int = 0


@dataclass(slots=True)
class _Graph:
    nodes: dict[str, Node] = field(default_factory=dict)
    met: dict[tuple[str, str], list[ResolvedMeeting]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def draw(dossier: Dossier) -> Drawing:
    """The picture of a dossier; empty where nobody met anybody."""
    graph = _graph(dossier.meetings)
    left_out = _keep_most_met(graph)
    placed: dict[str, Node] = {}
    x = y = row = 0.0
    for part in _parts(graph):
        nodes, width, height = _rings(part, graph)
        if x and x + width > _WIDTH:
            x, y, row = 0.0, y + row, 0.0
        for key, node in nodes.items():
            placed[key] = replace(node, x=round(node.x + x, 1), y=round(node.y + y, 1))
        x, row = x + width, max(row, height)
    edges = tuple(_edge(placed[a], placed[b], meetings) for (a, b), meetings in graph.met.items())
    right = max((node.x + (_wide(node.label) + 12 if node.side == "start" else 12) for node in placed.values()), default=0.0)
    return Drawing(round(max(right, x, 1.0), 1), round(y + row, 1), tuple(placed.values()), edges, left_out)


def _graph(meetings: Sequence[ResolvedMeeting]) -> _Graph:
    graph = _Graph()
    for meeting in meetings:
        parties = {party.id or f"group {party.name}": party for party in meeting.participants}
        if len(parties) < 2:
            continue
        for key, party in parties.items():
            known = graph.nodes.get(key) or _node(party)
            graph.nodes[key] = replace(known, meetings=known.meetings + 1)
        keys = list(parties)
        pairs = combinations(keys, 2) if len(keys) <= _CROWD else ((keys[0], key) for key in keys[1:])
        for a, b in pairs:
            pair = (a, b) if (a, b) in graph.met or (b, a) not in graph.met else (b, a)
            if pair not in graph.met:
                graph.beside[a].append(b)
                graph.beside[b].append(a)
            graph.met[pair].append(meeting)
    return graph


def _node(party: ResolvedParty) -> Node:
    name = shown(party.name)
    return Node(name, name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…", str(party.type), party.id or "", 0)


def _keep_most_met(graph: _Graph) -> int:
    """Leave the drawing with those who met most and with nobody who stands alone; how many were left out comes back."""
    ranked = sorted(graph.nodes, key=lambda key: -graph.nodes[key].meetings)
    kept = set(ranked[:_MOST])
    kept = {key for key in kept if kept & set(graph.beside[key])}
    dropped = len(graph.nodes) - len(kept)
    graph.nodes = {key: node for key, node in graph.nodes.items() if key in kept}
    graph.met = defaultdict(list, {pair: told for pair, told in graph.met.items() if kept >= set(pair)})
    graph.beside = defaultdict(list, {key: [other for other in graph.beside[key] if other in kept] for key in kept})
    return dropped


def _parts(graph: _Graph) -> list[list[list[str]]]:
    """Groups of people who met, the largest first, each as rings around the one who met most."""
    ranked = sorted(graph.nodes, key=lambda key: (-len(graph.beside[key]), -graph.nodes[key].meetings))
    parts: list[list[list[str]]] = []
    seen: set[str] = set()
    for hub in ranked:
        ring = [hub] if hub not in seen else []
        rings: list[list[str]] = []
        while ring:
            seen.update(ring)
            rings.append(ring)
            ring = list(dict.fromkeys(other for key in ring for other in graph.beside[key] if other not in seen))
        if rings:
            parts.append(rings)
    return sorted(parts, key=lambda rings: -sum(map(len, rings)))


def _rings(rings: list[list[str]], graph: _Graph) -> tuple[dict[str, Node], float, float]:
    """One group of people around its hub, moved so that everything stands right of and below 0."""
    if sum(map(len, rings)) == 2:
        first, second = (graph.nodes[ring[0]] for ring in rings)
        width = max(_wide(first.label), _wide(second.label)) + 48
        return {rings[0][0]: replace(first, x=18, y=26), rings[1][0]: replace(second, x=18, y=74)}, width, 104
    placed = {rings[0][0]: replace(graph.nodes[rings[0][0]], side="middle", up=True)}
    angles: dict[str, float] = {}
    radius = 0.0
    for depth, ring in enumerate(rings[1:]):
        inner = 0.4 * max(map(_wide, (graph.nodes[key].label for key in rings[depth]))) if depth else 0.0
        radius = max(radius + _RING + inner, len(ring) * _LINE / 4)
        angles.update(_even(_chain(ring, graph)) if depth == 0 else _near(ring, graph, angles, _LINE / radius))
        for key in ring:
            across, down = math.cos(angles[key]), math.sin(angles[key])
            side = "start" if across > 0.2 else "end" if across < -0.2 else "middle"
            placed[key] = replace(graph.nodes[key], x=radius * across * 1.15, y=radius * down, side=side, up=down < 0)
    left = min(node.x - _wide(node.label) * {"start": 0, "middle": 0.5, "end": 1}[node.side] for node in placed.values()) - 22
    right = max(node.x + _wide(node.label) * {"start": 1, "middle": 0.5, "end": 0}[node.side] for node in placed.values()) + 22
    top = min(node.y for node in placed.values()) - 34
    bottom = max(node.y for node in placed.values()) + 34
    return {key: replace(node, x=node.x - left, y=node.y - top) for key, node in placed.items()}, right - left, bottom - top


def _chain(ring: list[str], graph: _Graph) -> list[str]:
    """The ring so that those who met stand side by side where they can."""
    rest = sorted(ring, key=lambda key: len(set(graph.beside[key]) & set(ring)))
    order: list[str] = []
    while rest:
        nearest = next((key for key in rest if order and key in graph.beside[order[-1]]), rest[0])
        rest.remove(nearest)
        order.append(nearest)
    return order


def _even(ring: list[str]) -> dict[str, float]:
    """Angles all around, from the top; a quarter step off, so that no two names stand on one line across the middle."""
    return {key: 2 * math.pi * (place + 0.25) / len(ring) - math.pi / 2 for place, key in enumerate(ring)}


def _near(ring: list[str], graph: _Graph, angles: dict[str, float], gap: float) -> dict[str, float]:
    """Angles close to those of the people met, at least ``gap`` apart; all around where there is no room for that."""
    target = {key: next((angles[other] for other in graph.beside[key] if other in angles), 0.0) for key in ring}
    order = sorted(ring, key=lambda key: target[key])
    if len(ring) * gap * 2 > 2 * math.pi:
        return _even(order)
    found: dict[str, float] = {}
    last = -math.inf
    for key in order:
        last = found[key] = max(target[key], last + gap * 2)
    shift = sum(found[key] - target[key] for key in order) / len(order)
    return {key: angle - shift for key, angle in found.items()}


def _wide(label: str) -> float:
    return sum(13.0 if ord(character) > 0x1100 else 7.5 for character in label)


def _edge(a: Node, b: Node, meetings: Sequence[ResolvedMeeting]) -> Edge:
    status = min((str(meeting.status) for meeting in meetings), key=_SURE.index)
    ids = tuple(dict.fromkeys(meeting.id for meeting in meetings))
    return Edge(a.x, a.y, b.x, b.y, f"{a.name} – {b.name}", ids, status, " ".join(filter(None, (a.record, b.record))))
