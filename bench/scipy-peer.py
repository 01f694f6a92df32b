"""The same work in scipy, scikit-learn and pandas: reads one request a line, answers with its median time in ms and a checksum.

A request is {"task", "folder", "runs"}; the folder holds what bench/main.ts wrote there. Prints {"ready": false} where a package
is missing.
"""

import json
import os
import sys
from statistics import median
from time import perf_counter

try:
    import numpy as np
    import pandas
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import pdist
    from sklearn.cluster import KMeans
    from sklearn.metrics.pairwise import nan_euclidean_distances
    from sklearn.neighbors import NearestNeighbors
    from threadpoolctl import threadpool_limits
except ImportError as missing:
    print(json.dumps({"ready": False, "why": str(missing)}), flush=True)
    sys.exit()


def points(folder):
    with open(os.path.join(folder, "shape.json")) as file:
        n, p = json.load(file)
    x = np.fromfile(os.path.join(folder, "coordinates.bin")).reshape(n, p)
    return x, np.fromfile(os.path.join(folder, "weights.bin"))


def matrix(folder):
    x, w = points(folder)
    return lambda: float(pdist(x, "sqeuclidean", w=w).sum())


def matrix_missing(folder):
    """scikit-learn counts every column the same, so the weights go into the columns: the work is the same, the sum is not."""
    x, w = points(folder)
    scaled = x * np.sqrt(w)
    return lambda: float(np.nansum(nan_euclidean_distances(scaled, squared=True)))


def nearest(folder):
    x, w = points(folder)
    scaled = x * np.sqrt(w)
    search = NearestNeighbors(n_neighbors=21, algorithm="brute").fit(scaled)
    return lambda: float((search.kneighbors(scaled[:1])[0] ** 2).sum())


def all_nearest(folder):
    x, w = points(folder)
    scaled = x * np.sqrt(w)
    search = NearestNeighbors(n_neighbors=21, algorithm="brute", n_jobs=2).fit(scaled)
    return lambda: float((search.kneighbors(scaled)[0] ** 2).sum())


def space(folder):
    x, w = points(folder)
    return lambda: float(np.quantile(pdist(x, "sqeuclidean", w=w), [0.01, 0.05, 0.2]).sum())


def ward(folder):
    x, w = points(folder)
    scaled = x * np.sqrt(w)
    return lambda: float(linkage(scaled, "ward")[:, 2].sum())


def k_means(folder):
    """Both search for the least inertia from 100 starts, each in its own way: the answers need not be the same.

    So few points gain nothing from a second thread, but threads that wait for a core in use elsewhere take many times as long.
    """
    x, w = points(folder)
    scaled = x * np.sqrt(w)

    def search():
        with threadpool_limits(1):
            return float(KMeans(8, n_init=100, random_state=1).fit(scaled).inertia_)

    return search


def read(folder):
    path = os.path.join(folder, "table.csv")
    return lambda: float(pandas.read_csv(path).iloc[:, 3:].to_numpy().sum())


TASKS = {
    "matrix": matrix,
    "matrix-missing": matrix_missing,
    "nearest": nearest,
    "all-nearest": all_nearest,
    "space": space,
    "ward": ward,
    "k-means": k_means,
    "read": read,
}

print(json.dumps({"ready": True}), flush=True)
made = {}
for line in sys.stdin:
    request = json.loads(line)
    key = (request["task"], request["folder"])
    if key not in made:
        made[key] = TASKS[request["task"]](request["folder"])
        made[key]()
    times = []
    for _ in range(request["runs"]):
        start = perf_counter()
        value = made[key]()
        times.append(1000 * (perf_counter() - start))
    print(json.dumps({"ms": median(times), "value": value}), flush=True)
