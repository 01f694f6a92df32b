# Made by: Python 3.11.2, standard library only (fractions, decimal with 60 digits); checked against scikit-bio 0.5.8.
# Writes test/golden/composition.json. Run from the repo root: /usr/bin/python3 -B test/golden/make-composition.py
# Rows are closed first (divided by their sum, times the total). Zeros: multiplicative replacement (Martin-Fernandez,
# Barcelo-Vidal and Pawlowsky-Glahn 2003): 0 becomes delta, in the closed scale, and the rest of the row is multiplied by
# 1 - (sum of deltas) / total. clr = ln(x / geometric mean of the row). Hellinger = root of the share closed to 1, zeros
# stay. Aitchison = Euclidean distance of clr rows, condensed.
import warnings
from decimal import Decimal, getcontext
from fractions import Fraction
from itertools import combinations

import numpy as np
from golden import data_of, made_with, write_golden

warnings.simplefilter("ignore")
import skbio  # noqa: E402
from skbio.stats.composition import clr as skbio_clr  # noqa: E402
from skbio.stats.composition import multiplicative_replacement  # noqa: E402

getcontext().prec = 60


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def logarithms(row):
    return [decimal(v).ln() for v in row]


def clr(row):
    logs = logarithms(row)
    mean = sum(logs) / len(logs)
    return [v - mean for v in logs]


def aitchison(a, b):
    """The definition without clr: all log-ratios of pairs of parts."""
    ratios = sum(((x1 - x2) - (y1 - y2)) ** 2 for (x1, y1), (x2, y2) in combinations(list(zip(a, b)), 2))
    return (ratios / len(a)).sqrt()


def replaced(row, delta, total):
    zeros = sum(v == 0 for v in row)
    return [delta if v == 0 else v * (1 - zeros * delta / total) for v in row]


def case(data, parts, total, delta, given):
    codes, _, columns = data_of(data)
    # the doubles of the CSV stand for decimals: a share of 12.3 is 123 / 10
    rows = [[Fraction(str(columns[part][i])) for part in parts] for i in range(len(codes))]
    closed = [[v / sum(row) * total for v in row] for row in rows]
    smallest = min(v for row in closed for v in row if v > 0)
    if delta is None:
        delta = Fraction(65, 100) * smallest
    full = [replaced(row, delta, total) for row in closed]
    assert all(sum(row) == total for row in full)
    logs = [logarithms(row) for row in full]
    centred = [clr(row) for row in full]
    pairs = list(combinations(range(len(rows)), 2))
    euclidean = [sum((x - y) ** 2 for x, y in zip(centred[i], centred[j])).sqrt() for i, j in pairs]
    for (i, j), value in zip(pairs, euclidean):
        assert abs(aitchison(logs[i], logs[j]) - value) < Decimal(10) ** -50

    mine = np.array([[float(v) for v in row] for row in centred])
    raw = np.array([[columns[part][i] for part in parts] for i in range(len(codes))])
    theirs = skbio_clr(multiplicative_replacement(raw, delta=float(delta / total)))
    print(f"{data}, delta {float(delta):.6g}: scikit-bio differs by {np.max(np.abs(mine - theirs)):.1e},"
          f" {sum(v == 0 for row in rows for v in row)} zeros,"
          f" rows add to {float(min(map(sum, rows)))} ... {float(max(map(sum, rows)))}")
    assert np.allclose(mine, theirs, rtol=0, atol=1e-12)
    return {
        "data": data,
        "parts": parts,
        "total": total,
        "delta": float(delta),
        "deltaIsGiven": given,
        "zeros": {part: [code for code, row in zip(codes, rows) if row[k] == 0] for k, part in enumerate(parts)},
        "clr": {part: [float(row[k]) for row in centred] for k, part in enumerate(parts)},
        "hellinger": {part: [float(decimal(row[k] / total).sqrt()) for row in closed] for k, part in enumerate(parts)},
        "aitchison": [float(v) for v in euclidean],
    }


shares = ["agriculture", "industry", "construction", "services", "public"]
fractions = ["primary", "lower_secondary", "upper_secondary", "tertiary"]
write_golden({
    "made": made_with(np, skbio),
    "cases": [
        # rows add to 100: the smallest share is the same before and after closing
        case("shares", shares, 100, None, False),
        case("shares", shares, 100, Fraction("0.05"), True),
        # rows add to almost 1: closing matters to Hellinger, and to the rows with a replaced zero
        case("fractions", fractions, 1, Fraction("0.0005"), True),
    ],
}, "composition")
