# Made by: Python 3.11.2, standard library only (fractions, decimal with 50 digits); checked against scipy 1.10.1, and by
# check-with-r.R against R's mahalanobis. Writes test/golden/mahalanobis.json.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-mahalanobis.py
# sqrt((x - y)' S^-1 (x - y)) with the sample covariance S (n - 1), no weights, in exact rational arithmetic with one root
# and one rounding at the end. Three shares add to 100 in every row: after any one of them is dropped the distances are the
# same to the last digit.
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
import scipy
from golden import data_of, made_with, write_golden
from scipy.spatial.distance import pdist

getcontext().prec = 50


def covariance(columns):
    n = len(columns[0])
    means = [sum(c) / n for c in columns]
    centred = [[v - m for v in c] for c, m in zip(columns, means)]
    return [[sum(a * b for a, b in zip(x, y)) / (n - 1) for y in centred] for x in centred]


def inverse(matrix):
    """Gauss-Jordan on fractions."""
    p = len(matrix)
    rows = [list(row) + [Fraction(i == k) for k in range(p)] for i, row in enumerate(matrix)]
    for k in range(p):
        pivot = next(i for i in range(k, p) if rows[i][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [v / rows[k][k] for v in rows[k]]
        for i in range(p):
            if i != k:
                rows[i] = [v - rows[i][k] * u for v, u in zip(rows[i], rows[k])]
    return [row[p:] for row in rows]


def squared(names, data):
    # the doubles of the CSV stand for decimals: a share of 12.3 is 123 / 10
    columns = [[Fraction(str(v)) for v in data[name]] for name in names]
    inverted = inverse(covariance(columns))
    rows = list(zip(*columns))
    answers = []
    for i, x in enumerate(rows):
        for y in rows[i + 1:]:
            d = [a - b for a, b in zip(x, y)]
            answers.append(sum(d[a] * inverted[a][b] * d[b] for a in range(len(d)) for b in range(len(d))))
    return answers


def rooted(answers):
    return [float((Decimal(v.numerator) / Decimal(v.denominator)).sqrt()) for v in answers]


data = data_of("adds-up")[2]
cases = []
for prefix in ("quarters", "tenths"):
    shares = [f"{prefix}_{letter}" for letter in "abc"]
    others = ["gdp_per_head", "migration"]
    answers = None
    for dropped in shares:
        kept = [name for name in shares + others if name != dropped]
        own = squared(kept, data)
        assert answers is None or own == answers
        answers = own
        theirs = pdist(np.array([data[name] for name in kept], dtype=float).T, "mahalanobis")
        worst = np.max(np.abs(theirs / np.array(rooted(own)) - 1))
        assert worst < 1e-12, worst
        print(f"{prefix} without {dropped}: scipy differs by a relative {worst:.1e}")
    spread = np.cov(np.array([data[name] for name in shares + others], dtype=float))
    print(f"{prefix}: with all three 1 / condition number is {1 / np.linalg.cond(spread):.1e}")
    cases.append({"shares": shares, "others": others, "values": rooted(answers)})
write_golden({"made": made_with(np, scipy), "data": "adds-up", "cases": cases}, "mahalanobis")
