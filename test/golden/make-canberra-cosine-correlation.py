# Made by: Python 3.11.2, standard library only (fractions, decimal with 50 digits); checked against scipy 1.10.1.
# Writes test/golden/canberra-cosine-correlation.json.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-canberra-cosine-correlation.py
# Weights w sum to 1. Canberra: sum w |x - y| / (|x| + |y|), 0 / 0 = 0; with missing cells the sum over the shared
# indicators times (total weight / shared weight). Cosine: 1 - sum wxy / root(sum wxx sum wyy). Correlation: the same after
# the weighted means of the shared indicators are taken away. These two are not rescaled. Null below the minimum coverage.
# Complete regions are compared with scipy's canberra, cosine and correlation (w = weights), pair by pair.
import math
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
import scipy
from golden import data_of, made_with, write_golden
from scipy.spatial import distance

getcontext().prec = 50
SCIPY = {"canberra": distance.canberra, "cosine": distance.cosine, "correlation": distance.correlation}


def root(fraction):
    return (Decimal(fraction.numerator) / Decimal(fraction.denominator)).sqrt()


def one_minus_cosine(x, y, w):
    xy = sum(c * a * b for a, b, c in zip(x, y, w))
    xx = sum(c * a * a for a, c in zip(x, w))
    yy = sum(c * b * b for b, c in zip(y, w))
    # no pair is without a direction: what its distance would be is not asked here
    assert xx > 0 and yy > 0
    return 1 - Decimal(xy.numerator) / Decimal(xy.denominator) / root(xx * yy)


def distance_of(metric, x, y, w, total):
    shared = sum(w)
    if metric == "canberra":
        terms = [c * abs(a - b) / (abs(a) + abs(b)) for a, b, c in zip(x, y, w) if a != 0 or b != 0]
        return sum(terms) * total / shared
    if metric == "cosine":
        return one_minus_cosine(x, y, w)
    mean_x = sum(c * a for a, c in zip(x, w)) / shared
    mean_y = sum(c * b for b, c in zip(y, w)) / shared
    return one_minus_cosine([a - mean_x for a in x], [b - mean_y for b in y], w)


def case(data, weighting, weights, metric, min_coverage):
    columns = list(data_of(data)[2].values())
    rows = [[None if v is None else Fraction(v) for v in row] for row in zip(*columns)]
    w = [Fraction(v) for v in weights]
    total = sum(w)
    values = []
    worst = 0
    for i, x in enumerate(rows):
        for y in rows[i + 1:]:
            shared = [k for k in range(len(w)) if x[k] is not None and y[k] is not None]
            coverage = sum(w[k] for k in shared) / total
            # no pair may sit on the threshold, or its answer would hang on the last bit
            assert abs(coverage - Fraction(min_coverage)) > 1e-9
            if coverage < Fraction(min_coverage):
                values.append(None)
                continue
            xs, ys, ws = ([v[k] for k in shared] for v in (x, y, w))
            value = float(distance_of(metric, xs, ys, ws, total))
            values.append(value)
            if len(shared) == len(w):
                theirs = SCIPY[metric](np.array(xs, float), np.array(ys, float), w=np.array(ws, float) / float(total))
                worst = max(worst, abs(theirs - value))
    assert worst < 1e-14, worst
    present = [v for v in values if v is not None]
    print(f"{data:18s} {weighting:8s} {metric:11s} minCoverage {min_coverage}: {len(values) - len(present):3d} of {len(values)}"
          f" pairs null, {min(present):.4f} ... {max(present):.4f}, scipy differs by {worst:.1e}")
    return {"data": data, "weighting": weighting, "weights": weights, "metric": metric, "minCoverage": min_coverage,
            "values": values}


WEIGHTS = {
    "directions": {
        "equal": [1 / 8] * 8,
        "uneven": [0.25, 0.05, 0.2, 0.1, 0.12, 0.08, 0.13, 0.07],
        "one zero": [0.25, 0.125, 0, 0.125, 0.125, 0.125, 0.125, 0.125],
    },
    "directions-missing": {
        "equal": [1 / 9] * 9,
        "uneven": [0.2137, 0.0672, 0.1413, 0.1094, 0.0531, 0.1279, 0.1174, 0.0983, 0.0717],
        "one zero": [0.1713, 0.1307, 0.1394, 0.0911, 0, 0.1496, 0.1179, 0.1037, 0.0963],
    },
}
for name, columns in ((name, data_of(name)[2]) for name in WEIGHTS):
    zeros = sum(sum(v == 0 for v in values) >= 2 for values in columns.values())
    assert zeros >= 2, name  # Canberra meets 0 / 0
assert distance.canberra([0, 1], [0, 3], w=[0.5, 0.5]) == 0.25

cases = [
    case(data, weighting, weights, metric, min_coverage)
    for data, schemes in WEIGHTS.items()
    for weighting, weights in schemes.items()
    for min_coverage in ((0.66,) if data == "directions" else (0.66, 0.5, 0.9))
    for metric in SCIPY
]
write_golden({"made": made_with(np, scipy), "cases": cases}, "canberra-cosine-correlation")
