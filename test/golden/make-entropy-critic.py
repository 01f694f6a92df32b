# Made by: Python 3.11.2, standard library only (fractions, decimal with 50 digits); checked against numpy 1.24.2.
# Writes test/golden/entropy-critic.json. Run from the repo root: /usr/bin/python3 -B test/golden/make-entropy-critic.py
# Both rescale a column to [0, 1] by its smallest and largest value. Entropy: p = x / sum x, e = -sum p ln p / ln n
# (0 ln 0 = 0), weight proportional to 1 - e. CRITIC (Diakoulaki, Mavrotas and Papayannakis 1995): sample standard
# deviation times sum over j of (1 - r_jk). Both rescaled to sum 1.
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
from golden import data_of, made_with, write_golden

getcontext().prec = 50


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def rescaled(values):
    low, high = min(values), max(values)
    return [(v - low) / (high - low) for v in values]


def to_one(weights):
    total = sum(weights)
    return [w / total for w in weights]


def entropy(columns):
    answers = []
    for x in map(rescaled, columns):
        parts = [decimal(v / sum(x)) for v in x if v > 0]
        answers.append(1 + sum(p * p.ln() for p in parts) / Decimal(len(x)).ln())
    return to_one(answers)


def critic(columns):
    scaled = [rescaled(column) for column in columns]
    centred = [[v - sum(x) / len(x) for v in x] for x in scaled]
    products = [[sum(a * b for a, b in zip(x, y)) for y in centred] for x in centred]
    correlation = lambda j, k: decimal(products[j][k]) / decimal(products[j][j] * products[k][k]).sqrt()
    spread = [decimal(products[k][k] / (len(centred[k]) - 1)).sqrt() for k in range(len(columns))]
    conflict = [sum(1 - correlation(j, k) for j in range(len(columns))) for k in range(len(columns))]
    return to_one([s * c for s, c in zip(spread, conflict)])


def with_numpy(columns):
    x = np.array([[float(v) for v in column] for column in columns]).T
    x = (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0))
    p = x / x.sum(axis=0)
    e = -np.where(p > 0, p * np.log(np.where(p > 0, p, 1)), 0).sum(axis=0) / np.log(len(x))
    c = x.std(axis=0, ddof=1) * (1 - np.corrcoef(x.T)).sum(axis=0)
    return {"entropy": (1 - e) / (1 - e).sum(), "critic": c / c.sum()}


def weigh(data, ids):
    # the doubles of the CSV stand for decimals
    columns = [[Fraction(str(v)) for v in data_of(data)[2][one]] for one in ids]
    answers = {"entropy": entropy(columns), "critic": critic(columns)}
    theirs = with_numpy(columns)
    for scheme, values in answers.items():
        worst = max(abs(float(a) - b) for a, b in zip(values, theirs[scheme]))
        assert worst < 1e-13, worst
        print(f"{data:14s} {scheme:8s} {' '.join(f'{v:.4f}' for v in values)}  (numpy differs by {worst:.1e})")
    return {scheme: {one: float(v) for one, v in zip(ids, values)} for scheme, values in answers.items()}


tables = [
    {"data": data, "indicators": list(data_of(data)[2]), "weights": weigh(data, list(data_of(data)[2]))}
    for data in ("complete", "ties", "three-factors", "redundant")
]

# within = "dimension": the scheme inside each dimension, which then counts as much as its sisters
dimensions = {
    "wealth": ["gdp_per_head", "productivity", "unemployment", "tertiary"],
    "settlement": ["population", "density", "farm_share"],
    "innovation": ["patents", "rd_share", "low_tech_share"],
}
within = {"entropy": {}, "critic": {}}
for ids in dimensions.values():
    for scheme, weights in weigh("three-factors", ids).items():
        within[scheme].update({one: w / len(dimensions) for one, w in weights.items()})
write_golden({
    "made": made_with(np),
    "tables": tables,
    "within": {"data": "three-factors", "dimensions": dimensions, "weights": within},
}, "entropy-critic")
