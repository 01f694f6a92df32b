# Made by: Python 3.11.2, standard library only (fractions, decimal). Writes test/golden/exact.json.
# Run from the repo root, after make-statistics.R: /usr/bin/python3 -B test/golden/make-exact.py
# Columns that are hard for floating point (far from zero, tiny, nearly constant), computed from the doubles of the CSV
# in exact rational arithmetic; roots with 60 digits; one rounding at the end. R is no oracle here: e1071 subtracts a
# rounded mean, which at 1e9 costs about seven digits of the skewness.
# It also recomputes every number of statistics.json exactly and stops when R differs by more than a relative 1e-12.
import json
from decimal import Decimal, getcontext
from fractions import Fraction

from golden import FOLDER, data_of, made_with, write_golden

getcontext().prec = 60


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def root(fraction):
    return decimal(fraction).sqrt()


def median(values):
    ordered = sorted(values)
    n = len(ordered)
    return (ordered[(n - 1) // 2] + ordered[n // 2]) / 2


def quantile(values, p):
    ordered = sorted(values)
    position = (len(ordered) - 1) * p
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (position - low) * (ordered[high] - ordered[low])


def ranks(values):
    return [Fraction(sum(v < x for v in values) * 2 + sum(v == x for v in values) + 1, 2) for x in values]


def moment(values, power):
    mean = sum(values) / len(values)
    return sum((v - mean) ** power for v in values) / len(values)


def skewness(values):
    n = len(values)
    m2, m3 = moment(values, 2), moment(values, 3)
    if n < 3 or m2 == 0:
        return None
    return decimal(m3) / (decimal(m2) * root(m2)) * root(Fraction(n * (n - 1))) / (n - 2)


def kurtosis(values):
    n = len(values)
    m2, m4 = moment(values, 2), moment(values, 4)
    if n < 4 or m2 == 0:
        return None
    return Fraction(n - 1, (n - 2) * (n - 3)) * ((n + 1) * (m4 / m2**2 - 3) + 6)


def describe(values, probabilities):
    variance = moment(values, 2) * len(values) / (len(values) - 1)
    middle = median(values)
    return {
        "n": len(values),
        "mean": sum(values) / len(values),
        "variance": variance,
        "standardDeviation": root(variance),
        "skewness": skewness(values),
        "kurtosis": kurtosis(values),
        "quantiles": [quantile(values, Fraction(p)) for p in probabilities],
        "median": middle,
        "medianAbsoluteDeviation": median([abs(v - middle) for v in values]),
        "averageRanks": ranks(values),
    }


# 1 / qnorm(3/4) and sqrt(pi / 2), 30 digits
MAD_SCALE = Decimal("1.48260221850560186054707652936")
PI_HALF_ROOT = Decimal("1.25331413731550025120788264241")


def normalise(values):
    n = len(values)
    mean = sum(values) / n
    sd = root(moment(values, 2) * n / (n - 1))
    low, high = min(values), max(values)
    middle = median(values)
    mad = median([abs(v - middle) for v in values])
    scale = decimal(mad) * MAD_SCALE if mad else decimal(sum(abs(v - middle) for v in values) / n) * PI_HALF_ROOT
    return {
        "min-max": [(v - low) / (high - low) for v in values],
        "z-score": [decimal(v - mean) / sd for v in values],
        "robust": [decimal(v - middle) / scale for v in values],
        "rank": ranks(values),
        "percentile": [(r - 1) / (n - 1) for r in ranks(values)],
    }


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [rounded(item) for item in value]
    return value if value is None or isinstance(value, int) else float(value)


def check_r(statistics):
    worst = 0
    probabilities = statistics["probabilities"]
    for entry in statistics["columns"] + statistics["typed"]:
        source = entry["values"] if "values" in entry else data_of(entry["data"])[2][entry["column"]]
        exact = rounded(describe([Fraction(v) for v in source if v is not None], probabilities))
        largest = max(abs(v) for v in source if v is not None)
        for key, value in exact.items():
            pairs = zip(value, entry[key]) if isinstance(value, list) else [(value, entry[key])]
            for mine, r in pairs:
                # these can cancel to near 0: skewness and kurtosis are measured against 1, places against the largest value
                floor = 1 if key in ("skewness", "kurtosis") else largest if key in ("mean", "quantiles") else 0
                scale = max(abs(mine), floor)
                error = abs(mine - r) / scale if scale else abs(r)
                assert error < 1e-12, (entry.get("data"), entry.get("column"), key, mine, r)
                worst = max(worst, error)
    print(f"R agrees with exact arithmetic, worst relative difference {worst:.1e}")


statistics = json.loads((FOLDER / "statistics.json").read_text())
check_r(statistics)
_, _, columns = data_of("degenerate")
entries = []
for column, values in columns.items():
    exact = [Fraction(v) for v in values]
    constant = min(exact) == max(exact)
    entries.append({
        "data": "degenerate",
        "column": column,
        "constant": constant,
        **rounded(describe(exact, statistics["probabilities"])),
        **({} if constant else {"methods": rounded(normalise(exact))}),
    })
write_golden({"made": made_with(), "probabilities": statistics["probabilities"], "columns": entries}, "exact")
