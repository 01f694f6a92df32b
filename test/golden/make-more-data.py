# Made by: Python 3.11.2, standard library only (random.Random with fixed seeds). Writes test/golden/data/*.csv.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-more-data.py
# Every number is invented. Values have at most 15 significant digits, so R, Python and JavaScript read the same doubles.
import csv
import math
import pathlib
import random

FOLDER = pathlib.Path("test/golden/data")
COUNTRIES = ["AA", "BB", "CC", "DD"]


def write(name, columns):
    """columns: { header: list of numbers, None for an empty cell }"""
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


def power():
    """40 regions. Each column is named after what it asks of a power transformation."""
    rng = random.Random(4001)
    n = 40
    lognormal = lambda k, m, s: [rng.lognormvariate(m, s) for _ in range(k)]
    spread = [rng.gauss(0, 0.9) for _ in range(n // 2)]
    write("power", {
        "right": [round(v, 2) for v in lognormal(n, 3, 0.8)],
        "moderate": [round(rng.gammavariate(2, 15), 1) for _ in range(n)],
        "left": [round(100 - v, 2) for v in lognormal(n, 2.6, 0.6)],
        # the logarithms are symmetric, so lambda is 0 but for the rounding of the data: (x^lambda - 1) / lambda cancels
        "almost_logarithm": shuffled(rng, [float(f"{math.exp(2 + s * d):.7g}") for d in spread for s in (-1, 1)]),
        "with_zeros": shuffled(rng, [0] * 5 + [round(v, 3) for v in lognormal(n - 5, 1, 0.7)]),
        "with_negatives": [round(v - 6, 2) for v in lognormal(n, 2, 0.6)],
        "both_signs": [round(rng.gauss(0.3, 3), 2) for _ in range(n)],
        "mostly_negative": [round(5 - v, 2) for v in lognormal(n, 2, 0.7)],
        "all_negative": [-round(v, 2) for v in lognormal(n, 1.5, 0.5)],
        "large": [round(v) for v in lognormal(n, 10.3, 0.35)],
        "tiny": [float(f"{v:.3f}e-6") for v in lognormal(n, 2, 0.6)],
        # the best lambda lies beyond the bounds
        "beyond_five": shuffled(rng, [round(4 - v, 4) for v in lognormal(n, -2.5, 1)]),
        "beyond_minus_five": shuffled(rng, [round(1.5 + v, 4) for v in lognormal(n, -3, 1)]),
        "missing_cells": shuffled(rng, [round(v, 2) for v in lognormal(n - 7, 2.2, 0.5)] + [None] * 7),
    })


def split_thousand(rng, weights):
    """Whole numbers that add to 1000, in proportion to gamma draws."""
    draws = [rng.gammavariate(w, 1) for w in weights]
    parts = [int(1000 * d / sum(draws)) for d in draws]
    parts[draws.index(max(draws))] += 1000 - sum(parts)
    return parts


def shares():
    """30 regions, five shares in per cent with one decimal that add to 100 in every row, some of them 0; two other columns."""
    rng = random.Random(3001)
    n = 30
    names = ["agriculture", "industry", "construction", "services", "public"]
    rows = [split_thousand(rng, [1.2, 4, 1.5, 8, 4]) for _ in range(n)]
    for i, zeros in {2: [0], 7: [2], 11: [0, 2], 19: [0], 23: [1, 2, 4], 28: [4]}.items():
        for k in zeros:
            rows[i][3] += rows[i][k]
            rows[i][k] = 0
    assert all(sum(row) == 1000 for row in rows)
    write("shares", {
        **{name: [row[k] / 10 for row in rows] for k, name in enumerate(names)},
        "gdp_per_head": [round(rng.gauss(27000, 5000)) for _ in range(n)],
        "density": [round(rng.lognormvariate(4.5, 0.8), 1) for _ in range(n)],
    })


def fractions():
    """24 regions, four shares of 1, each rounded to three digits by itself, so that rows add to 0.998 ... 1.002."""
    rng = random.Random(2402)
    n = 24
    names = ["primary", "lower_secondary", "upper_secondary", "tertiary"]
    rows = []
    for i in range(n):
        draws = [rng.gammavariate(w, 1) for w in (1.5, 3, 5, 4)]
        for k in {4: [0], 9: [0, 1], 17: [3]}.get(i, []):
            draws[k] = 0
        total = sum(draws) * rng.uniform(0.9985, 1.0015)
        rows.append([round(d / total, 3) for d in draws])
    assert any(abs(sum(row) - 1) > 5e-4 for row in rows)
    write("fractions", {name: [row[k] for row in rows] for k, name in enumerate(names)})


def kinds(name, n, seed, gaps):
    """Indicators of every kind; codes are numbers. `rated` has codes with gaps between them."""
    rng = random.Random(seed)
    flag = lambda p: [1 if rng.random() < p else 0 for _ in range(n)]
    columns = {
        "gdp_per_head": [round(rng.gauss(28000, 6500)) for _ in range(n)],
        "winter_temperature": [round(rng.gauss(-6, 5), 1) for _ in range(n)],
        "size_class": shuffled(rng, [1, 2, 3, 4, 5] + [rng.randint(1, 5) for _ in range(n - 5)]),
        "governance": shuffled(rng, [0, 1, 2, 3] + [rng.randint(0, 3) for _ in range(n - 4)]),
        "settlement": shuffled(rng, [10, 20, 30, 42] + [rng.choice([10, 20, 30, 42]) for _ in range(n - 4)]),
        "coastal": flag(0.5),
        "border": flag(0.4),
        "has_capital": flag(0.3),
        "has_port": flag(0.35),
        "rated": shuffled(rng, [1, 2, 4, 8] + [rng.choice([1, 2, 4, 8]) for _ in range(n - 4)]),
    }
    if gaps:
        for values in columns.values():
            for i in range(n):
                if rng.random() < 0.15:
                    values[i] = None
    for key, values in columns.items():
        assert len({v for v in values if v is not None}) >= 2, key
    write(name, columns)


def directions():
    """For Canberra, cosine and correlation: both signs, and zeros that meet in pairs. 20 complete regions, and 24 with gaps."""
    rng = random.Random(2009)
    cell = lambda k: 0 if k in (2, 5) and rng.random() < 0.3 else round(rng.gauss(0.6, 1.5), 3)
    write("directions", {f"x{k}": [cell(k) for _ in range(20)] for k in range(1, 9)})
    rng = random.Random(2410)
    write("directions-missing", {
        f"x{k}": [None if rng.random() < 0.15 else cell(k) for _ in range(24)] for k in range(1, 10)
    })


def adds_up():
    """25 regions: three shares in quarters that add to 100 even in binary, three in tenths that do in decimal, two other columns."""
    rng = random.Random(2511)
    n = 25
    quarters, tenths = [], []
    for _ in range(n):
        a, b = rng.randint(40, 160), rng.randint(60, 180)
        quarters.append([a / 4, b / 4, (400 - a - b) / 4])
        a, b = rng.randint(100, 400), rng.randint(150, 450)
        tenths.append([a / 10, b / 10, (1000 - a - b) / 10])
    assert all(sum(row) == 100 for row in quarters)
    write("adds-up", {
        **{f"quarters_{'abc'[k]}": [row[k] for row in quarters] for k in range(3)},
        **{f"tenths_{'abc'[k]}": [row[k] for row in tenths] for k in range(3)},
        "gdp_per_head": [round(27000 + 90 * row[1] + rng.gauss(0, 3000)) for row in quarters],
        "migration": [round(rng.gauss(0.4, 2.5), 2) for _ in range(n)],
    })


def factors(n, seed, loadings, noise, scales):
    """Columns made of hidden factors: loadings { column: weights of the factors }, scales { column: (mean, sd, digits) }."""
    rng = random.Random(seed)
    count = len(next(iter(loadings.values())))
    hidden = [[rng.gauss(0, 1) for _ in range(count)] for _ in range(n)]
    columns = {}
    for column, weights in loadings.items():
        mean, sd, digits = scales[column]
        values = [sum(w * f for w, f in zip(weights, row)) + noise * rng.gauss(0, 1) for row in hidden]
        columns[column] = [round(mean + sd * v, digits or None) for v in values]
    return columns


def three_factors():
    """60 regions, ten columns of three clear factors; some load with a minus."""
    write("three-factors", factors(60, 6003, {
        "gdp_per_head": (0.9, 0.1, 0.0),
        "productivity": (0.85, 0.0, 0.2),
        "unemployment": (-0.8, 0.2, 0.1),
        "tertiary": (0.7, 0.3, 0.3),
        "population": (0.1, 0.9, 0.0),
        "density": (0.2, 0.8, -0.1),
        "farm_share": (-0.2, -0.75, 0.1),
        "patents": (0.2, 0.0, 0.85),
        "rd_share": (0.3, 0.1, 0.8),
        "low_tech_share": (0.1, 0.1, -0.75),
    }, 0.45, {
        "gdp_per_head": (27000, 6000, 0),
        "productivity": (61, 12, 1),
        "unemployment": (7.5, 2.4, 1),
        "tertiary": (31, 7, 1),
        "population": (1600, 500, 1),
        "density": (180, 60, 1),
        "farm_share": (0.06, 0.02, 4),
        "patents": (95, 30, 1),
        "rd_share": (1.7, 0.6, 3),
        "low_tech_share": (0.38, 0.08, 3),
    }))


def weak_factors():
    """30 regions, seven columns of two faint factors."""
    write("weak-factors", factors(30, 3017, {
        "age": (0.6, 0.1),
        "fertility": (-0.5, 0.3),
        "openness": (0.1, 0.7),
        "firm_size": (0.3, 0.6),
        "tourism": (0.45, -0.35),
        "rainfall": (0.0, 0.1),
        "altitude": (0.35, -0.2),
    }, 0.7, {
        "age": (43, 3, 1),
        "fertility": (1.5, 0.2, 2),
        "openness": (0.7, 0.2, 3),
        "firm_size": (11, 4, 1),
        "tourism": (5200, 1500, 0),
        "rainfall": (780, 150, 0),
        "altitude": (420, 130, 0),
    }))


def one_factor():
    """24 regions, four columns of one factor: a single eigenvalue above 1, so that nothing is rotated."""
    write("one-factor", factors(24, 2431, {
        "gdp_per_head": (0.9,),
        "wages": (0.8,),
        "unemployment": (-0.7,),
        "tertiary": (0.6,),
    }, 0.5, {
        "gdp_per_head": (27000, 6000, 0),
        "wages": (2400, 500, 0),
        "unemployment": (7.5, 2.4, 1),
        "tertiary": (31, 7, 1),
    }))


def blocks():
    """40 regions in three blocks: four strongly tied columns, three loosely tied ones, and one alone."""
    write("blocks", factors(40, 4013, {
        "a1": (0.9, 0.1, 0.0),
        "a2": (0.9, 0.0, 0.1),
        "a3": (-0.85, 0.1, 0.1),
        "a4": (0.8, 0.2, 0.0),
        "b1": (0.1, 0.35, 0.1),
        "b2": (0.0, 0.3, 0.3),
        "b3": (0.2, -0.3, 0.0),
        "c1": (0.1, 0.1, 0.9),
    }, 0.5, {key: (20, 4, 2) for key in ("a1", "a2", "a3", "a4", "b1", "b2", "b3", "c1")}))


def redundant():
    """32 regions, seven columns of unequal ties; `copy` repeats gdp_per_head, `mirror` is 100000 - 2 gdp_per_head."""
    columns = factors(32, 3219, {
        "gdp_per_head": (0.9, 0.0),
        "wages": (0.85, 0.1),
        "unemployment": (-0.6, 0.3),
        "population": (0.1, 0.9),
        "density": (0.2, 0.6),
        "tertiary": (0.5, 0.4),
        "rainfall": (0.0, 0.0),
    }, 0.5, {
        "gdp_per_head": (27000, 6000, 0),
        "wages": (2400, 500, 0),
        "unemployment": (7.5, 2.4, 1),
        "population": (1600, 500, 1),
        "density": (180, 60, 1),
        "tertiary": (31, 7, 1),
        "rainfall": (780, 150, 0),
    })
    gdp = columns["gdp_per_head"]
    write("redundant", {**columns, "copy": gdp, "mirror": [100000 - 2 * v for v in gdp]})


power()
shares()
fractions()
kinds("kinds", 30, 3023, gaps=False)
kinds("kinds-missing", 30, 3029, gaps=True)
directions()
adds_up()
three_factors()
weak_factors()
one_factor()
blocks()
redundant()
