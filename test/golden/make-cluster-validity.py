# Made by: Python 3.11.2, numpy 1.24.2, scikit-learn 1.2.1. Writes test/golden/cluster-validity.json.
# Run from the repo root, after make-cluster-silhouettes.R: /usr/bin/python3 -B test/golden/make-cluster-validity.py
# Of the same clusters as in cluster-silhouettes.json: Calinski-Harabasz by scikit-learn, Davies-Bouldin, the inertia (sum of
# squared Euclidean distances to the centroids) and the part of it that the division takes away. All of them are Euclidean, and
# the same under euclidean and squared-euclidean. Weights are equal and add to 1: columns are divided by sqrt(p).
# scikit-learn measures Euclidean distances by |x|^2 - 2xy + |y|^2, and finds a spread of about 1e-8 for a cluster of one, where it
# is 0: Davies-Bouldin is computed here from the differences, and where no cluster has one region alone, scikit-learn has to
# agree closely. The silhouettes of R have to agree with those of scikit-learn as well.
import json

import numpy as np
import sklearn
from golden import FOLDER, data_of, made_with, write_golden
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_samples


def points_of(data):
    columns = data_of(data)[2]
    return np.array(list(columns.values())).T / np.sqrt(len(columns))


def inertia_of(points, labels):
    return sum(((points[labels == c] - points[labels == c].mean(axis=0)) ** 2).sum() for c in np.unique(labels))


def davies_bouldin_of(points, labels):
    """Mean over clusters of the worst (spread + spread) / distance of centroids, spread = mean distance to the centroid."""
    groups = [points[labels == c] for c in np.unique(labels)]
    centres = [group.mean(axis=0) for group in groups]
    spreads = [np.mean(np.linalg.norm(group - centre, axis=1)) for group, centre in zip(groups, centres)]
    k = len(groups)
    return np.mean([max((spreads[a] + spreads[b]) / np.linalg.norm(centres[a] - centres[b]) for b in range(k) if b != a)
                    for a in range(k)])


cases = []
worst = 0
for case in json.loads((FOLDER / "cluster-silhouettes.json").read_text())["cases"]:
    data, metric = case["data"], case["metric"]
    if metric == "manhattan" or data == "points-missing":
        continue
    points, labels = points_of(data), np.array(case["labels"])
    widths = silhouette_samples(points, labels, metric={"euclidean": "euclidean", "squared-euclidean": "sqeuclidean"}[metric])
    worst = max(worst, abs(widths - case["widths"]).max())
    if metric == "squared-euclidean" and any(c["data"] == data for c in cases):
        # the same clusters again, as Ward's are under either metric
        known = next(c for c in cases if c["data"] == data and c["method"] == case["method"] and c["k"] == case["k"])
        assert known["labels"] == case["labels"]
        known["metrics"].append(metric)
        continue
    davies_bouldin = davies_bouldin_of(points, labels)
    allowed = 1e-6 if min(np.bincount(labels)[1:]) == 1 else 1e-12
    assert abs(davies_bouldin_score(points, labels) / davies_bouldin - 1) < allowed
    inertia, total = inertia_of(points, labels), inertia_of(points, np.ones(len(points)))
    cases.append({
        "data": data, "metrics": [metric], "method": case["method"], "k": case["k"], "labels": case["labels"],
        "calinskiHarabasz": calinski_harabasz_score(points, labels),
        "daviesBouldin": davies_bouldin,
        "inertia": inertia,
        "explained": (total - inertia) / total,
    })
    print(f"{data:12s} {case['method']:8s} k {case['k']}: CH {cases[-1]['calinskiHarabasz']:9.3f}, "
          f"DB {cases[-1]['daviesBouldin']:.3f}, explained {cases[-1]['explained']:.3f}")
print(f"silhouettes of R and of scikit-learn differ by {worst:.1e} at most")
assert worst < 1e-12
write_golden({"made": made_with(np, sklearn), "cases": cases}, "cluster-validity")
