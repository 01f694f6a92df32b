# Made by: Python 3.11.2, numpy 1.24.2, scipy 1.10.1 (pdist). Writes test/golden/k-medoids.json.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-k-medoids.py
# The first n regions of a table: of all sets of k of them as medoids, the one with the least sum of distances from every region
# to its nearest medoid, by trying all. `medoids` are positions from 0, given where the next best sum is larger by more than a
# relative 1e-9. Weights are equal and add to 1.
import math
from itertools import combinations

import numpy as np
import scipy
from golden import data_of, made_with, write_golden
from scipy.spatial.distance import pdist, squareform


def distances_of(data, n, metric):
    points = np.array(list(data_of(data)[2].values())).T[:n]
    p = points.shape[1]
    if metric == "manhattan":
        return squareform(pdist(points, "cityblock")) / p
    squared = squareform(pdist(points, "sqeuclidean")) / p
    return squared if metric == "squared-euclidean" else np.sqrt(squared)


def two_best(distances, k):
    """(sum, medoids) of the best set, and the sum of the next best one"""
    n = len(distances)
    best, medoids, next_best = math.inf, None, math.inf
    sets = combinations(range(n), k)
    while True:
        some = np.array([s for s, _ in zip(sets, range(20000))])
        if len(some) == 0:
            return best, medoids, next_best
        nearest = distances[some[:, 0]]
        for m in range(1, k):
            nearest = np.minimum(nearest, distances[some[:, m]])
        sums = nearest.sum(axis=1)
        for at in np.argsort(sums)[:2]:
            if sums[at] < best:
                best, medoids, next_best = sums[at], some[at], best
            elif sums[at] < next_best:
                next_best = sums[at]


# below and above the 25,000 sets up to which the library tries all itself
sizes = {
    "noise": [(10, 2), (10, 3), (10, 4), (10, 5), (24, 2), (24, 3), (24, 4), (24, 5), (30, 4), (40, 4)],
    "overlapping": [(16, 3), (16, 5), (24, 4), (24, 5), (30, 4), (36, 5)],
    "elongated": [(18, 2), (18, 4), (24, 5), (30, 4), (70, 3)],
    "blobs": [(20, 2), (20, 4), (24, 5), (60, 3)],
    "grid": [(24, 3), (24, 5), (36, 4)],
}
cases = []
for data, asked in sizes.items():
    for metric in ["euclidean", "manhattan"] + (["squared-euclidean"] if data in ("elongated", "overlapping") else []):
        for n, k in asked:
            distances = distances_of(data, n, metric)
            best, medoids, next_best = two_best(distances, k)
            unique = next_best > best * (1 + 1e-9)
            cases.append({"data": data, "metric": metric, "n": n, "k": k, "subsets": math.comb(n, k), "sum": best,
                          **({"medoids": medoids} if unique else {})})
            print(f"{data:12s} {metric:18s} n {n} k {k}, {math.comb(n, k):6d} sets: {best:.12g}, "
                  f"next {next_best / best - 1:.1e}")
write_golden({"made": made_with(np, scipy), "cases": cases}, "k-medoids")
