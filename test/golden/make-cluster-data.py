# Made by: Python 3.11.2, standard library only (random.Random with fixed seeds). Writes test/golden/data/*.csv.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-cluster-data.py
# Points to divide into groups, already on one scale. Every number is invented. Values have at most 15 significant digits, so
# R, Python and JavaScript read the same doubles.
import csv
import math
import pathlib
import random

FOLDER = pathlib.Path("test/golden/data")
COUNTRIES = ["AA", "BB", "CC", "DD"]


def write(name, rows):
    """rows: lists of numbers; the columns are x1, x2, ..."""
    with open(FOLDER / f"{name}.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "country", *(f"x{k + 1}" for k in range(len(rows[0])))])
        for i, row in enumerate(rows):
            out.writerow([f"R{i + 1:03d}", COUNTRIES[i % 4], *row])


def shuffled(rng, rows):
    rows = list(rows)
    rng.shuffle(rows)
    return rows


def around(rng, centre, spread, count, digits=4):
    return [[round(rng.gauss(c, spread), digits) for c in centre] for _ in range(count)]


def blobs():
    """60 regions, four columns, four groups far from each other, of 22, 17, 13 and 8 regions."""
    rng = random.Random(6004)
    centres = [(0, 0, 0, 0), (9, 1, -2, 3), (2, 10, 4, -5), (-7, 5, 9, 6)]
    rows = [row for centre, count in zip(centres, (22, 17, 13, 8)) for row in around(rng, centre, 0.9, count)]
    write("blobs", shuffled(rng, rows))


def overlapping():
    """120 regions, six columns, five groups that run into each other."""
    rng = random.Random(12006)
    centres = [[rng.gauss(0, 1.3) for _ in range(6)] for _ in range(5)]
    rows = [row for centre, count in zip(centres, (38, 30, 24, 18, 10)) for row in around(rng, centre, 1, count)]
    write("overlapping", shuffled(rng, rows))


def noise():
    """90 regions, five columns, no groups."""
    rng = random.Random(9005)
    write("noise", [[round(rng.random(), 4) for _ in range(5)] for _ in range(90)])


def elongated():
    """80 regions, three columns: two long bands, a skewed cloud, and three regions far out."""
    rng = random.Random(8003)
    rows = []
    for _ in range(30):
        t = rng.uniform(-6, 6)
        rows.append([t + rng.gauss(0, 0.4), 0.6 * t + rng.gauss(0, 0.4), rng.gauss(0, 0.4)])
    for _ in range(25):
        t = rng.uniform(-4, 4)
        rows.append([0.5 * t + rng.gauss(0, 0.3), 5 - t + rng.gauss(0, 0.3), 3 + rng.gauss(0, 0.5)])
    for _ in range(22):
        rows.append([-4 + rng.lognormvariate(0, 0.7), 5 + rng.lognormvariate(0.2, 0.8), -2 - rng.lognormvariate(0, 0.6)])
    rows += [[14.2, -6.1, 5.5], [-11.7, 12.4, -9.3], [9.9, 13.6, -7.8]]
    write("elongated", shuffled(rng, [[round(v, 3) for v in row] for row in rows]))


def grid():
    """36 regions on whole numbers, four columns: many equal distances, and regions that are alike in everything."""
    rng = random.Random(3604)
    rows = [[rng.randint(0, 3) for _ in range(4)] for _ in range(15)]
    rows += [[rng.randint(5, 7), rng.randint(0, 2), rng.randint(4, 6), 1] for _ in range(9)]
    rows += [list(rng.choice(rows)) for _ in range(12)]
    assert len({tuple(row) for row in rows}) <= 24
    write("grid", shuffled(rng, rows))


def line():
    """45 regions, one column: three stretches of unequal length, the last one thin."""
    rng = random.Random(4501)
    values = [round(rng.gauss(2, 0.8), 4) for _ in range(20)]
    values += [round(7 + rng.expovariate(0.9), 4) for _ in range(17)]
    values += [round(18 + math.exp(rng.gauss(0.6, 0.7)), 4) for _ in range(8)]
    assert len(set(values)) == 45
    write("line", [[v] for v in shuffled(rng, values)])


def three_groups():
    """40 regions, three columns, three groups of 17, 14 and 9 that lie apart without being far from each other."""
    rng = random.Random(4003)
    centres = [(0, 0, 0), (4.5, 1, -1), (1, 4.2, 2.6)]
    rows = [row for centre, count in zip(centres, (17, 14, 9)) for row in around(rng, centre, 0.9, count, 3)]
    write("three-groups", shuffled(rng, rows))


blobs()
overlapping()
noise()
elongated()
grid()
line()
three_groups()
