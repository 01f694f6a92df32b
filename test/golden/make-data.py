# Made by: Python 3.11.2, standard library only (random.Random with fixed seeds). Writes test/golden/data/*.csv.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-data.py
# Every number is invented. Values have at most 15 significant digits, so R, Python and JavaScript read the same doubles.
import csv
import math
import pathlib
import random

FOLDER = pathlib.Path("test/golden/data")
COUNTRIES = ["AA", "BB", "CC", "DD"]


def write(name, columns):
    """columns: { header: list of text, number or None (an empty cell) }"""
    n = len(next(iter(columns.values())))
    assert all(len(values) == n for values in columns.values()), name
    with open(FOLDER / f"{name}.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "country", *columns])
        for i in range(n):
            row = ["" if values[i] is None else values[i] for values in columns.values()]
            out.writerow([f"R{i + 1:02d}", COUNTRIES[i % 4], *row])


def shuffled(rng, values):
    values = list(values)
    rng.shuffle(values)
    return values


def complete():
    """24 regions (even n), six plain indicators of different scale and sign."""
    rng = random.Random(2401)
    n = 24
    write("complete", {
        "gdp_per_head": [round(rng.gauss(28000, 6500)) for _ in range(n)],
        "tertiary": [round(rng.uniform(12, 48), 1) for _ in range(n)],
        "industry_share": [round(rng.betavariate(2, 6), 4) for _ in range(n)],
        "net_migration": [round(rng.gauss(0.4, 3.1), 2) for _ in range(n)],
        "density": [round(rng.lognormvariate(4.6, 0.8), 1) for _ in range(n)],
        "winter_temperature": [round(rng.gauss(-6, 5), 1) for _ in range(n)],
    })


def ties():
    """25 regions (odd n), repeated values everywhere; `mostly_three` has MAD 0 without being constant."""
    rng = random.Random(2502)
    n = 25
    write("ties", {
        "rating": [rng.randint(1, 5) for _ in range(n)],
        "half_steps": [rng.choice([0.5, 1, 1.5, 2]) for _ in range(n)],
        "mostly_three": shuffled(rng, [3] * 17 + [1, 2, 2, 4, 4, 5, 7, 9.5]),
        "coastal": shuffled(rng, [1] * 9 + [0] * 16),
        "tied_ends": shuffled(rng, [-2.5] * 4 + [8.25] * 5 + [round(rng.uniform(-2, 8), 2) for _ in range(16)]),
        "one_differs": shuffled(rng, [10] * 24 + [11]),
    })


# Six points far out, each at its own value: after five have moved, six still stand together.
FAR = [58, 63.5, 69, 74.5, 83, 99]


def skewed_right():
    """60 regions. Each column is named after the branch of the treatment rule it must take."""
    rng = random.Random(3603)
    n = 60
    bulk = lambda k, low=10.0, high=30.0: [round(rng.uniform(low, high), 2) for _ in range(k)]
    fan = lambda k, low, high: [round(low * (high / low) ** rng.random(), 2) for _ in range(k)]
    normal = lambda k, m, s: [round(rng.gauss(m, s), 2) for _ in range(k)]
    decay = [round(-math.log(1 - (i + 0.5) / 59), 4) for i in range(59)]
    missing = shuffled(rng, bulk(48) + [88.4, 131.7, 131.7] + [None] * 9)
    write("skewed-right", {
        # skewness is high, kurtosis is not: the rule asks for both
        "skewness_only": shuffled(rng, [0] * 52 + [1] * 8),
        # symmetric with heavy tails: kurtosis is high, skewness is not
        "kurtosis_only": shuffled(rng, normal(56, 50, 2) + [22.5, 27.25, 73.5, 76.75]),
        "passes": normal(n, 12, 3),
        "one_point": shuffled(rng, bulk(59) + [95.5]),
        "several_points": shuffled(rng, bulk(56) + [66.1, 82.4, 107.9, 140.3]),
        "tied_top": shuffled(rng, bulk(57) + [90, 90, 90]),
        # 1 + 1 points move, then the group at 80 would make six: stop, discard, log
        "tied_group_too_large": shuffled(rng, bulk(54, 1, 6) + [99, 90, 80, 80, 80, 80]),
        # six tied at the top: not one point may move
        "six_tied_at_top": shuffled(rng, bulk(54, 1, 2) + [9] * 6),
        "needs_log": shuffled(rng, fan(54, 0.5, 8) + FAR),
        "needs_log_with_zero": shuffled(rng, [0, 0] + fan(52, 0.5, 8) + FAR),
        "needs_log_with_negative": shuffled(rng, [round(v - 3, 2) for v in fan(54, 0.5, 8) + FAR]),
        # zeros and a few far points: neither five points nor the log mends it
        "beyond_repair": shuffled(rng, [0] * 54 + [40, 41, 42, 43, 44, 45]),
        "missing_cells": missing,
        "three_values": [1, 2, 1000] + [None] * (n - 3),
        # close to the thresholds 3.5 and 2, on either side
        "kurtosis_just_below": shuffled(rng, [0] * 52 + [1] * 7 + [1.33]),
        "kurtosis_just_above": shuffled(rng, [0] * 52 + [1] * 7 + [1.35]),
        # moving two of the three would do, but they are tied: all three move
        "tied_group_moves_as_one": shuffled(rng, decay[:57] + [5.3, 5.3, 5.3]),
        "skewness_just_below": shuffled(rng, decay + [5.48]),
        "skewness_just_above": shuffled(rng, decay + [5.54]),
    })


def skewed_left():
    """59 regions (odd n), the same on the other side; also columns whose values are all negative."""
    rng = random.Random(3504)
    bulk = lambda k, low=70.0, high=90.0: [round(rng.uniform(low, high), 2) for _ in range(k)]
    fan = lambda k, low, high: [round(low * (high / low) ** rng.random(), 2) for _ in range(k)]
    write("skewed-left", {
        "one_point": shuffled(rng, bulk(58) + [4.5]),
        "tied_bottom": shuffled(rng, bulk(56) + [12, 12, 12]),
        # 1 point joins a group of two, then all three move on to the next value, and so on
        "cascade": shuffled(rng, bulk(54) + [-20, 0, 0, 31.5, 36]),
        "negative_one_point": shuffled(rng, bulk(58, -9, -3) + [-41.75]),
        "needs_log": shuffled(rng, [round(100 - v, 2) for v in fan(53, 0.5, 8) + FAR]),
        "negative_needs_log": shuffled(rng, [-v for v in fan(53, 0.5, 8) + FAR]),
        "beyond_repair": shuffled(rng, [100] * 53 + [60, 59, 58, 57, 56, 55]),
        "missing_cells": shuffled(rng, bulk(49) + [9.5, 22.25] + [None] * 8),
    })


def missing():
    """30 regions, seven indicators that share two hidden factors, about 15 % of the cells empty."""
    rng = random.Random(3005)
    n = 30
    size = [rng.gauss(0, 1) for _ in range(n)]
    wealth = [rng.gauss(0, 1) for _ in range(n)]
    make = lambda m, s, a, b, digits: [
        round(m + s * (a * size[i] + b * wealth[i] + 0.5 * rng.gauss(0, 1)), digits) for i in range(n)
    ]
    columns = {
        "gdp_per_head": make(26000, 5000, 0.3, 0.9, 0),
        "population": make(1400, 600, 1.0, 0.0, 1),
        "tertiary": make(29, 7, 0.2, 0.8, 2),
        "industry_share": make(0.21, 0.06, -0.4, 0.2, 4),
        "rd_share": make(1.6, 0.6, 0.4, 0.6, 3),
        "net_migration": make(0.2, 2.4, 0.1, 0.5, 2),
        "distance_to_port": make(240, 90, -0.6, -0.3, 1),
    }
    for values in columns.values():
        for i in rng.sample(range(n), rng.choice([3, 4, 5, 5, 6])):
            values[i] = None
    for i in range(n):
        present = sum(values[i] is not None for values in columns.values())
        assert present >= 4, (i, present)
    for values in columns.values():
        for group in range(4):
            assert sum(values[i] is not None for i in range(group, n, 4)) >= 3
    write("missing", columns)


def degenerate():
    """24 regions: constant, nearly constant, far from zero, tiny."""
    rng = random.Random(2406)
    n = 24
    eighths = [rng.randint(0, 79) / 8 for _ in range(n)]
    tail = [rng.randint(0, 15) / 8 for _ in range(n - 3)] + [7.5, 9.25, 12.125]
    write("degenerate", {
        "constant": [5] * n,
        # 24 x 0.1 is not 2.4 when summed naively
        "constant_tenth": [0.1] * n,
        "constant_zero": [0] * n,
        "nearly_constant": shuffled(rng, [7] * 20 + [7.000001, 7.000002, 6.999999, 7.000001]),
        # multiples of 1/8: exact in binary although they are far from zero
        "offset": [1000000000 + value for value in eighths],
        "offset_skewed": [1000000000 + value for value in shuffled(rng, tail)],
        "offset_negative": [-1000000000 + value for value in eighths],
        "tiny": [float(f"{rng.gauss(4, 1.3):.3f}e-9") for _ in range(n)],
        "plain": [round(rng.gauss(40, 9), 2) for _ in range(n)],
        # skewness exactly 0
        "symmetric": shuffled(rng, [sign * k for sign in (-1, 1) for k in range(1, 13)]),
    })


def points():
    """Coordinates for the metrics, already on one scale: 20 complete points, and 24 with gaps."""
    rng = random.Random(2007)
    write("points", {
        f"x{k}": [round(rng.betavariate(1.4, 2.2), 4) for _ in range(20)] for k in range(1, 7)
    })
    rng = random.Random(2408)
    write("points-missing", {
        f"x{k}": [None if rng.random() < 0.15 else round(rng.gauss(0, 1), 4) for _ in range(24)] for k in range(1, 8)
    })


complete()
ties()
skewed_right()
skewed_left()
missing()
degenerate()
points()
