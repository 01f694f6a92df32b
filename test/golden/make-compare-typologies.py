# Made by: Python 3.11.2, scikit-learn 1.2.1. Writes test/golden/compare-typologies.json.
# Run from the repo root, after make-cluster-trees.R: /usr/bin/python3 -B test/golden/make-compare-typologies.py
# Two divisions of regions R001, R002, ... each: adjusted Rand index (Hubert and Arabie 1985), Rand index and the table of
# common regions. A null label: the region is in one of the two alone, and left out of the comparison. Where all regions are
# in one cluster in both, or each in its own in both, the divisions are the same and scikit-learn answers 1 to both.
import json
import random

import sklearn
from golden import FOLDER, made_with, write_golden
from sklearn.metrics import adjusted_rand_score, rand_score
from sklearn.metrics.cluster import contingency_matrix

cases = []


def add(label, a, b):
    assert len(a) == len(b)
    both = [(x, y) for x, y in zip(a, b) if x is not None and y is not None]
    left, right = [x for x, _ in both], [y for _, y in both]
    cases.append({
        "label": label, "a": a, "b": b, "n": len(both),
        "adjustedRand": adjusted_rand_score(left, right),
        "rand": rand_score(left, right),
        # labels in ascending order
        "aLabels": sorted(set(left)), "bLabels": sorted(set(right)),
        "table": contingency_matrix(left, right).tolist(),
    })
    print(f"{label:58s} n {len(both):3d}: adjusted {cases[-1]['adjustedRand']:8.5f}, plain {cases[-1]['rand']:.5f}")


trees = json.loads((FOLDER / "cluster-trees.json").read_text())["trees"]


def cut(data, metric, linkage, k):
    tree = next(t for t in trees if (t["data"], t["metric"], t["linkage"]) == (data, metric, linkage))
    return next(c["labels"] for c in tree["cuts"] if c["k"] == k)


rng = random.Random(2024)
drawn = lambda n, k: [rng.randint(1, k) for _ in range(n)]

add("a tree cut at two places", cut("noise", "euclidean", "ward", 3), cut("noise", "euclidean", "ward", 6))
add("two linkages", cut("overlapping", "euclidean", "ward", 5), cut("overlapping", "euclidean", "complete", 5))
add("two linkages, far apart groups", cut("blobs", "euclidean", "ward", 4), cut("blobs", "euclidean", "average", 4))
add("two metrics", cut("noise", "euclidean", "ward", 4), cut("noise", "manhattan", "ward", 4))
add("one large cluster and four small ones", cut("elongated", "euclidean", "single", 5),
    cut("elongated", "euclidean", "ward", 5))
add("drawn at random", drawn(60, 4), drawn(60, 5))
add("drawn at random, few regions", drawn(7, 3), drawn(7, 2))
# every pair that one puts together is apart in the other
add("crosswise, less than by chance", [1, 1, 2, 2], [1, 2, 1, 2])
add("crosswise, nine regions", [1, 1, 1, 2, 2, 2, 3, 3, 3], [1, 2, 3, 1, 2, 3, 1, 2, 3])
same = drawn(40, 4)
add("the same under other numbers", same, [{1: 3, 2: 1, 3: 4, 4: 2}[v] for v in same])
add("numbers with gaps", [7, 7, 2, 2, 99, 99, 2, 7], [5, 5, 5, 1, 3, 3, 1, 8])
add("one cluster against several", [1] * 12, drawn(12, 3))
add("one cluster against itself", [1] * 10, [4] * 10)
add("each region alone, both times", list(range(1, 11)), list(range(10, 0, -1)))
add("one cluster against each region alone", [1] * 10, list(range(1, 11)))
add("each region alone against several", list(range(1, 13)), drawn(12, 4))
add("two regions, together and apart", [1, 1], [1, 2])
gaps = lambda values, share: [None if rng.random() < share else v for v in values]
add("some regions in one of the two alone", gaps(drawn(50, 3), 0.2), gaps(drawn(50, 4), 0.1))
write_golden({"made": made_with(sklearn), "cases": cases}, "compare-typologies")
