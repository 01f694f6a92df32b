# Made by: Python 3.11.2, numpy 1.24.2, scipy 1.10.1 (linkage "weighted" = WPGMA); checked against a second way in plain
# Python, and by check-with-r.R against R's hclust "mcquitty". Writes test/golden/redundancy.json.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-redundancy.py
# Sequence weights (Gerstein, Sonnhammer and Chothia 1994) on the tree of indicators: distance 1 - |r| (Pearson), WPGMA, a
# node's height = half its merge distance. A leaf begins with the branch above it. Then, from the leaves up, the branch above
# each inner node is shared among the leaves below in proportion to their weights so far, equally if all are 0; there is no
# branch above the root. Rescaled to sum 1.
import math
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
import scipy
from golden import data_of, made_with, write_golden
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

getcontext().prec = 50


def distances(columns):
    """1 - |r| from exact fractions, so that a column and its copy are 0 apart."""
    exact = [[Fraction(str(v)) for v in column] for column in columns]
    centred = [[v - sum(x) / len(x) for v in x] for x in exact]
    products = [[sum(a * b for a, b in zip(x, y)) for y in centred] for x in centred]
    squared = lambda j, k: products[j][k] ** 2 / (products[j][j] * products[k][k])
    decimal = lambda fraction: Decimal(fraction.numerator) / Decimal(fraction.denominator)
    p = range(len(columns))
    matrix = np.array([[float(1 - decimal(squared(j, k)).sqrt()) for k in p] for j in p])
    theirs = 1 - np.abs(np.corrcoef(np.array(columns, dtype=float)))
    assert np.allclose(matrix, theirs, rtol=0, atol=1e-14)
    return matrix


def on_scipy_tree(matrix):
    """Bottom-up over the merges of scipy, which come in the order of their heights."""
    p = len(matrix)
    merges = linkage(squareform(matrix, checks=False), "weighted")
    height = np.concatenate([np.zeros(p), merges[:, 2] / 2])
    leaves = [[k] for k in range(p)]
    weights = np.zeros(p)

    def share_branch(node, parent_height):
        branch = parent_height - height[node]
        members = leaves[node]
        so_far = weights[members].sum()
        weights[members] += branch * weights[members] / so_far if so_far > 0 else branch / len(members)

    for i, (left, right, _, _) in enumerate(merges):
        share_branch(int(left), height[p + i])
        share_branch(int(right), height[p + i])
        leaves.append(leaves[int(left)] + leaves[int(right)])
    return weights / weights.sum(), merges[:, 2]


def by_hand(matrix):
    """Clusters as nested pairs, joined by a search for the nearest; weights by recursion from the root down."""
    distance = {(a, b): matrix[a][b] for a in range(len(matrix)) for b in range(len(matrix)) if a != b}
    nodes = {k: (0.0, k) for k in range(len(matrix))}  # id: (height, leaf, or the two nodes below)
    while len(nodes) > 1:
        a, b = min(((a, b) for a in nodes for b in nodes if a < b), key=lambda pair: distance[pair])
        joined = max(nodes) + 1
        for c in nodes:
            if c not in (a, b):
                distance[c, joined] = distance[joined, c] = (distance[a, c] + distance[b, c]) / 2
        nodes[joined] = (distance[a, b] / 2, (nodes.pop(a), nodes.pop(b)))

    def weigh(node, branch):
        height, below = node
        if isinstance(below, int):
            return {below: branch}
        own = {}
        for child in below:
            own.update(weigh(child, height - child[0]))
        total = math.fsum(own.values())
        return {k: v + branch * (v / total if total > 0 else 1 / len(own)) for k, v in own.items()}

    own = weigh(next(iter(nodes.values())), 0.0)
    total = math.fsum(own.values())
    return np.array([own[k] / total for k in range(len(matrix))])


def case(label, data, columns):
    table = data_of(data)[2]
    matrix = distances([table[column] for column in columns])
    weights, merges = on_scipy_tree(matrix)
    # only copies may tie: otherwise the last bit would choose the tree
    apart = np.diff(np.unique(np.concatenate([squareform(matrix, checks=False), merges])))
    assert not any((apart > 1e-15) & (apart < 1e-5))
    worst = np.max(np.abs(weights - by_hand(matrix)))
    assert worst < 1e-14, worst
    print(f"{label:40s} {' '.join(f'{c} {w:.4f}' for c, w in zip(columns, weights))}  (by hand differs by {worst:.1e})")
    return {"label": label, "data": data, "columns": columns, "merges": list(merges),
            "weights": dict(zip(columns, (float(w) for w in weights)))}


base = ["gdp_per_head", "wages", "unemployment", "population", "density", "tertiary", "rainfall"]
three = list(data_of("three-factors")[2])
cases = [
    case("seven indicators", "redundant", base),
    case("one of them twice", "redundant", base + ["copy"]),
    case("one of them three times, once mirrored", "redundant", base[:3] + ["mirror"] + base[3:] + ["copy"]),
    case("three factors", "three-factors", three),
]


def group(k, columns):
    return sum(cases[k]["weights"][column] for column in columns)


# the property that the method is chosen for: copies share the weight of one, and nobody else's changes
for k, copies in ((1, ["gdp_per_head", "copy"]), (2, ["gdp_per_head", "copy", "mirror"])):
    assert abs(group(k, copies) - group(0, ["gdp_per_head"])) < 1e-14
    assert all(abs(group(k, [column]) - group(0, [column])) < 1e-14 for column in base[1:])

# within = "dimension": a tree for each dimension, which then counts as much as its sister
halves = {"society": ["unemployment", "population", "density", "tertiary"],
          "economy": ["gdp_per_head", "wages", "copy", "rainfall"]}
within = {}
for columns in halves.values():
    within.update({column: weight / 2 for column, weight in
                   case("within a dimension", "redundant", columns)["weights"].items()})
write_golden({
    "made": made_with(np, scipy),
    "cases": cases,
    "within": {"data": "redundant", "dimensions": halves, "weights": within},
}, "redundancy")
