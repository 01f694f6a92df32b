# Made by: Python 3.11.2, numpy 1.24.2, scipy 1.10.1. Writes test/golden/metrics.json.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-metrics.py
# Complete points: scipy pdist with w, except Chebyshev. scipy's weighted Chebyshev only leaves out columns of weight 0
# ("max is a weightless operation"), ours is max of w_k * m * |d_k|: here scipy's unweighted one on columns multiplied by
# w_k * m. Points with gaps: a plain loop over pairs, which is first checked against scipy on the complete points.
import math

import numpy as np
import scipy
from golden import data_of, made_with, write_golden
from scipy.spatial.distance import pdist

METRICS = ["squared-euclidean", "euclidean", "manhattan", "chebyshev"]


def with_scipy(points, w, metric):
    if metric == "squared-euclidean":
        return pdist(points, "sqeuclidean", w=w)
    if metric == "euclidean":
        return pdist(points, "euclidean", w=w)
    if metric == "manhattan":
        return pdist(points, "cityblock", w=w)
    return pdist(points * (w * np.count_nonzero(w)), "chebyshev")


def by_hand(points, w, metric, min_coverage):
    n = len(points)
    total = math.fsum(w)
    m = sum(1 for weight in w if weight > 0)
    values, coverages = [], []
    for i in range(n):
        for j in range(i + 1, n):
            shared = [k for k in range(len(w)) if not (math.isnan(points[i][k]) or math.isnan(points[j][k]))]
            gaps = {k: abs(points[i][k] - points[j][k]) for k in shared}
            coverage = math.fsum(w[k] for k in shared) / total
            coverages.append(coverage)
            # no pair may sit on the threshold, or its answer would hang on the last bit
            assert abs(coverage - min_coverage) > 1e-9
            if coverage < min_coverage:
                values.append(None)
            elif metric == "chebyshev":
                values.append(max(w[k] * m * gap for k, gap in gaps.items()))
            else:
                power = 1 if metric == "manhattan" else 2
                scaled = math.fsum(w[k] * gap**power for k, gap in gaps.items()) / coverage
                values.append(math.sqrt(scaled) if metric == "euclidean" else scaled)
    return values, coverages


def matrix_of(data):
    columns = data_of(data)[2]
    return np.array([[math.nan if v is None else v for v in column] for column in columns.values()]).T


complete = matrix_of("points")
missing = matrix_of("points-missing")
weights = {
    "points": {
        "equal": [1 / 6] * 6,
        "uneven": [0.35, 0.05, 0.2, 0.1, 0.18, 0.12],
        "one zero": [0.25, 0.25, 0, 0.125, 0.125, 0.25],
    },
    "points-missing": {
        "equal": [1 / 7] * 7,
        "uneven": [0.3137, 0.0672, 0.1713, 0.1094, 0.0531, 0.1579, 0.1274],
        "one zero": [0.2213, 0.1307, 0.1894, 0.0911, 0, 0.1996, 0.1679],
    },
}

cases = []
for name, w in weights["points"].items():
    for metric in METRICS:
        values = with_scipy(complete, np.array(w), metric)
        assert np.allclose(values, by_hand(complete, w, metric, 0.66)[0], rtol=1e-12, atol=1e-15)
        cases.append({"data": "points", "weighting": name, "weights": w, "metric": metric, "minCoverage": 0.66,
                      "values": [float(v) for v in values]})
for name, w in weights["points-missing"].items():
    for min_coverage in (0.66, 0.3, 0.9):
        for metric in METRICS:
            values, coverages = by_hand(missing, w, metric, min_coverage)
            cases.append({"data": "points-missing", "weighting": name, "weights": w, "metric": metric,
                          "minCoverage": min_coverage, "values": values})
        empty = sum(v is None for v in values)
        print(f"{name}, minCoverage {min_coverage}: {empty} of {len(values)} pairs are null")
write_golden({"made": made_with(np, scipy), "cases": cases}, "metrics")
