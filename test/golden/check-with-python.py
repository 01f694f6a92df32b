# Checked by: Python 3.11.2, mpmath 1.2.1 (40 digits), numpy 1.24.2, scipy 1.10.1, scikit-learn 1.2.1. Writes nothing.
# Run from the repo root, after the make-*.R scripts: /usr/bin/python3 -B test/golden/check-with-python.py
# Recomputes in Python the goldens that R made, from the same tables, and stops where they differ. Varimax goes another way
# than R: planar rotations of pairs of factors (Kaiser 1958), each by its closed form.
import json
import math
from itertools import combinations

import mpmath
import numpy as np
from golden import FOLDER, data_of
from mpmath import mp, mpf
from scipy import stats
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform
from sklearn.metrics import silhouette_samples

mp.dps = 40


def golden(name):
    return json.loads((FOLDER / f"{name}.json").read_text())


def agree(label, mine, theirs, tolerance, floor=1.0):
    assert len(mine) == len(theirs), label
    assert [v is None for v in mine] == [v is None for v in theirs], label
    worst = max((abs(float(a) - b) / max(abs(b), floor) for a, b in zip(mine, theirs) if b is not None), default=0)
    print(f"{label:72s} {worst:.1e}")
    assert worst <= tolerance, label


def flat(rows):
    return [v for row in rows for v in row]


def standardised(columns):
    out = []
    for column in columns:
        x = [mpf(str(v)) for v in column]  # the doubles of the CSV stand for decimals
        mean = sum(x) / len(x)
        sd = mpmath.sqrt(sum((v - mean) ** 2 for v in x) / (len(x) - 1))
        out.append([(v - mean) / sd for v in x])
    return out


def correlations(z):
    return mpmath.matrix([[sum(a * b for a, b in zip(x, y)) / (len(x) - 1) for y in z] for x in z])


def decomposed(matrix):
    """Eigenvalues, largest first, and their vectors as lists."""
    values, vectors = mpmath.eigsy(matrix)
    p = len(values)
    order = sorted(range(p), key=lambda k: -values[k])
    return [values[k] for k in order], [[vectors[i, k] for i in range(p)] for k in order]


def upright(vector):
    return vector if max(vector, key=abs) > 0 else [-v for v in vector]


def varimax(factors):
    """factors: lists of loadings; Kaiser's rows, pairs rotated until nothing moves."""
    p = len(factors[0])
    length = [mpmath.sqrt(sum(f[i] ** 2 for f in factors)) for i in range(p)]
    f = [[v / s for v, s in zip(factor, length)] for factor in factors]
    for _ in range(200):
        largest = mpf(0)
        for a, b in combinations(range(len(f)), 2):
            u = [x * x - y * y for x, y in zip(f[a], f[b])]
            v = [2 * x * y for x, y in zip(f[a], f[b])]
            above = 2 * (sum(s * t for s, t in zip(u, v)) - sum(u) * sum(v) / p)
            below = sum(s * s - t * t for s, t in zip(u, v)) - (sum(u) ** 2 - sum(v) ** 2) / p
            angle = mpmath.atan2(above, below) / 4
            largest = max(largest, abs(angle))
            c, s = mpmath.cos(angle), mpmath.sin(angle)
            f[a], f[b] = ([c * x + s * y for x, y in zip(f[a], f[b])], [c * y - s * x for x, y in zip(f[a], f[b])])
        if largest < mpf(10) ** -30:
            break
    else:
        raise AssertionError("no convergence")
    rotated = [[v * s for v, s in zip(factor, length)] for factor in f]
    return [upright(r) for r in sorted(rotated, key=lambda r: -sum(v * v for v in r))]


for case in golden("principal-components")["cases"]:
    data = case["data"]
    z = standardised([data_of(data)[2][one] for one in case["indicators"]])
    p, n = len(z), len(z[0])
    r = correlations(z)
    values, vectors = decomposed(r)
    vectors = [upright(v) for v in vectors]
    loadings = [[v * mpmath.sqrt(value) for v in vector] for value, vector in zip(values, vectors)]
    agree(f"{data}: eigenvalues", values, case["eigenvalues"], 1e-13)
    agree(f"{data}: explained", [v / p for v in values], case["explained"], 1e-13)
    agree(f"{data}: loadings", flat(zip(*loadings)), flat(case["loadings"]), 1e-12)
    scores = [[sum(z[k][i] * vector[k] for k in range(p)) for vector in vectors] for i in range(n)]
    agree(f"{data}: scores", flat(scores), flat(case["scores"]), 1e-12)

    kept = sum(v > 1 for v in values)
    assert kept == case["rotated"]["components"]
    rotated = varimax(loadings[:kept]) if kept > 1 else loadings[:1]
    variance = [sum(v * v for v in f) for f in rotated]
    agree(f"{data}: rotated loadings", flat(zip(*rotated)), flat(case["rotated"]["loadings"]), 1e-9)
    agree(f"{data}: variance of the factors", variance, case["rotated"]["variance"], 1e-9)

    part = [[f[i] ** 2 / s for f, s in zip(rotated, variance)] for i in range(p)]
    top = [max(range(kept), key=lambda k: row[k]) for row in part]
    assert [k + 1 for k in top] == case["topFactors"]
    weights = [row[k] * variance[k] / sum(variance) for row, k in zip(part, top)]
    agree(f"{data}: Nicoletti weights", [w / sum(weights) for w in weights], list(case["nicoletti"].values()), 1e-9)

    q = r**-1
    partial = lambda i, k: q[i, k] / mpmath.sqrt(q[i, i] * q[k, k])
    plain = [sum(r[i, k] ** 2 for k in range(p) if k != i) for i in range(p)]
    anti = [sum(partial(i, k) ** 2 for k in range(p) if k != i) for i in range(p)]
    agree(f"{data}: KMO", [sum(plain) / (sum(plain) + sum(anti))], [case["kmo"]["overall"]], 1e-13)
    agree(f"{data}: KMO by indicator", [a / (a + b) for a, b in zip(plain, anti)],
          list(case["kmo"]["indicators"].values()), 1e-13)

for case in golden("mfa")["cases"]:
    first = {b: decomposed(correlations(standardised([data_of(case["data"])[2][one] for one in block])))[0][0]
             for b, block in case["blocks"].items()}
    agree(f"{case['data']}: first eigenvalues of the blocks", list(first.values()), list(case["eigenvalues"].values()), 1e-13)
    weights = [1 / first[b] for b, block in case["blocks"].items() for _ in block]
    agree(f"{case['data']}: MFA weights", [w / sum(weights) for w in weights], list(case["weights"].values()), 1e-13)


def gower(columns, kinds, weights, min_coverage):
    ranged = []
    for values, kind in zip(columns, kinds):
        present = sorted({v for v in values if v is not None})
        if kind == "ordinal":
            values = [None if v is None else present.index(v) for v in values]
            present = range(len(present))
        ranged.append((values, present[-1] - present[0], kind))
    answers = []
    for i, j in combinations(range(len(columns[0])), 2):
        total, counted, shared = 0.0, 0.0, 0.0
        for (values, spread, kind), w in zip(ranged, weights):
            a, b = values[i], values[j]
            if a is None or b is None:
                continue
            shared += w
            if kind == "asymmetric-binary" and a == b == 0:
                continue
            counted += w
            total += w * (abs(a - b) / spread if kind in ("ratio", "ordinal") else a != b)
        enough = counted > 0 and shared / math.fsum(weights) >= min_coverage
        answers.append(total / counted if enough else None)
    return answers


for case in golden("gower")["cases"]:
    columns = [data_of(case["data"])[2][one] for one in case["columns"]]
    mine = gower(columns, case["kinds"], case["weights"], case["minCoverage"])
    agree(f"Gower, {case['data']}, {case['label']}, {case['weighting']} weights, minCoverage {case['minCoverage']}", mine,
          case["values"], 1e-13)

for table in golden("describe")["tables"]:
    mine, theirs = [], []
    for one in table["indicators"]:
        x = np.array([v for v in data_of(table["data"])[2][one["id"]] if v is not None], dtype=float)
        spread = x.max() > x.min()
        q1, median, q3 = np.percentile(x, [25, 50, 75], method="linear")
        numbers = [len(x), x.min(), q1, median, x.mean(), q3, x.max(), x.std(ddof=1),
                   stats.skew(x, bias=False) if spread and len(x) >= 3 else None,
                   stats.kurtosis(x, bias=False) if spread and len(x) >= 4 else None]
        scale = max(abs(x).max(), 1)
        order = ("count", "min", "q1", "median", "mean", "q3", "max", "sd", "skewness", "kurtosis")
        for key, number in zip(order, numbers):
            size = 1 if key in ("count", "skewness", "kurtosis") else scale
            mine.append(None if number is None else number / size)
            theirs.append(None if one[key] is None else one[key] / size)
    agree(f"describe, {table['data']}", mine, theirs, 1e-12)


# Clusters: scipy linkage, fcluster and cophenet; silhouettes of scikit-learn
def distances_of(data, metric):
    """Condensed; what a pair does not share counts as the mean of what it does."""
    columns = list(data_of(data)[2].values())
    x = np.array([[math.nan if v is None else v for v in column] for column in columns]).T
    i, j = np.triu_indices(len(x), 1)
    gaps = np.abs(x[i] - x[j])
    if metric == "manhattan":
        return np.nanmean(gaps, axis=1)
    squared = np.nanmean(gaps**2, axis=1)
    return squared if metric == "squared-euclidean" else np.sqrt(squared)


def same_division(a, b):
    return len(set(a)) == len(set(b)) == len(set(zip(a, b)))


trees = golden("cluster-trees")
for tree in trees["trees"] + trees["tied"]:
    linkage, metric = tree["linkage"], tree["metric"]
    start = "euclidean" if linkage == "ward" and metric == "squared-euclidean" else metric
    found = hierarchy.linkage(distances_of(tree["data"], start), linkage)
    label = f"{tree['data']}, {metric}, {linkage}"
    if "heights" in tree:
        agree(f"{label}: heights", list(found[:, 2]), tree["heights"], 1e-12, floor=1e-3)
    for cut in tree["cuts"]:
        theirs = hierarchy.cut_tree(found, n_clusters=cut["k"]).ravel() if tree in trees["trees"] else hierarchy.fcluster(
            found, cut["k"], "maxclust")
        assert same_division(theirs, cut["labels"]), (label, cut["k"])
    for cut in tree.get("atHeights", []):
        assert same_division(hierarchy.fcluster(found, cut["height"], "distance"), cut["labels"]), (label, cut["height"])
    if "cophenetic" in tree:
        agree(f"{label}: cophenetic distances", list(hierarchy.cophenet(found)),
              [tree["heights"][at - 1] for at in tree["cophenetic"]], 1e-12, floor=1e-3)

for case in golden("cluster-silhouettes")["cases"]:
    distances, labels = distances_of(case["data"], case["metric"]), np.array(case["labels"])
    label = f"{case['data']}, {case['metric']}, {case['method']}, k {case['k']}"
    agree(f"{label}: silhouettes", list(silhouette_samples(squareform(distances), labels, metric="precomputed")),
          case["widths"], 1e-12)
    together = squareform(np.equal.outer(labels, labels), checks=False)
    agree(f"{label}: Dunn", [distances[~together].min() / distances[together].max()], [case["dunn"]], 1e-12)


# k-means of one column: clusters are stretches of the sorted values, so the best ones can be computed step by step
def least_inertia(values, most):
    x = [mpf(str(v)) for v in sorted(values)]
    n = len(x)
    sums, squares = [mpf(0)], [mpf(0)]
    for v in x:
        sums.append(sums[-1] + v)
        squares.append(squares[-1] + v * v)
    cost = lambda a, b: squares[b] - squares[a] - (sums[b] - sums[a]) ** 2 / (b - a)
    best = [cost(0, b) if b else mpf(0) for b in range(n + 1)]
    answers = [best[n]]
    for k in range(2, most + 1):
        best = [min(best[a] + cost(a, b) for a in range(k - 1, b)) if b >= k else mpf("inf") for b in range(n + 1)]
        answers.append(best[n])
    return answers


exact = least_inertia(data_of("line")[2]["x1"], 6)
for case in golden("k-means")["cases"]:
    if case["data"] == "line":
        agree(f"line: least inertia, k {case['k']}", [exact[case["k"] - 1]], [case["inertia"]], 1e-12)
