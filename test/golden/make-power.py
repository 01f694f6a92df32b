# Made by: Python 3.11.2, mpmath 1.2.1 (50 digits); checked against scipy 1.10.1 and scikit-learn 1.2.1.
# Writes test/golden/power.json. Run from the repo root: /usr/bin/python3 -B test/golden/make-power.py
# lambda in [-5, 5] maximises -n/2 ln(population variance of y) + (lambda - 1) J, with J = sum ln x (Box-Cox) or
# sum sign(x) ln(1 + |x|) (Yeo-Johnson). The likelihood is concave, so the root of its derivative is the maximum, and
# where the derivative keeps its sign the maximum is at the bound. `slopes` = dy/dlambda: what an error of lambda does to y.
import math

import mpmath
import numpy as np
import scipy
import sklearn
from golden import data_of, made_with, write_golden
from mpmath import expm1, log, log1p, mpf
from scipy import stats
from sklearn.preprocessing import PowerTransformer

mpmath.mp.dps = 50
LOW, HIGH = mpf(-5), mpf(5)


def power_of_log(u, a):
    """((e^u)^a - 1) / a and its derivative by a, also at a = 0; u = ln of what is raised."""
    if a == 0:
        return u, u**2 / 2
    y = expm1(a * u) / a
    return y, (u * mpmath.exp(a * u) - y) / a


def box_cox(x, lam):
    return power_of_log(log(x), lam)


def yeo_johnson(x, lam):
    if x >= 0:
        return power_of_log(log1p(x), lam)
    y, slope = power_of_log(log1p(-x), 2 - lam)
    return -y, slope  # two minus signs: of y, and of lambda in 2 - lambda


def jacobian(x, method):
    return sum(log(v) if method == "box-cox" else mpmath.sign(v) * log1p(abs(v)) for v in x)


TRANSFORMS = {"box-cox": box_cox, "yeo-johnson": yeo_johnson}


def slope_of_likelihood(x, lam, method):
    pairs = [TRANSFORMS[method](v, lam) for v in x]
    n = len(x)
    mean = sum(y for y, _ in pairs) / n
    variance = sum((y - mean) ** 2 for y, _ in pairs) / n
    covariance = sum((y - mean) * d for y, d in pairs) / n
    return -n * covariance / variance + jacobian(x, method)


def best(x, method):
    low, high = LOW, HIGH
    if slope_of_likelihood(x, high, method) > 0:
        return high, True
    if slope_of_likelihood(x, low, method) < 0:
        return low, True
    while high - low > mpf(10) ** -20:
        middle = (low + high) / 2
        if slope_of_likelihood(x, middle, method) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2, False


def others(x, method):
    """lambda by scipy, and for Yeo-Johnson by scikit-learn; neither knows bounds."""
    array = np.array([float(v) for v in x])
    if method == "box-cox":
        return [stats.boxcox(array)[1]]
    fitted = PowerTransformer(method="yeo-johnson", standardize=False).fit(array.reshape(-1, 1))
    return [stats.yeojohnson(array)[1], fitted.lambdas_[0]]


rows = []
columns = data_of("power")[2]
for method, transform in TRANSFORMS.items():
    for column, cells in columns.items():
        present = [mpf(v) for v in cells if v is not None]
        shift = mpf(0)
        if method == "box-cox" and min(present) <= 0:
            shift = (max(present) - min(present)) / 100 - min(present)
        x = [v + shift for v in present]
        lam, at_bound = best(x, method)
        lam = mpf(float(lam))
        # scipy's Brent stops at about 1e-8 of lambda, or where the likelihood is flat to the last bit
        gap = max(abs(max(-5.0, min(5.0, float(other))) - float(lam)) for other in others(x, method))
        assert gap < 1e-5, (method, column, gap)
        pairs = [transform(v, lam) for v in x]
        mine = np.array([float(y) for y, _ in pairs])
        array = np.array([float(v) for v in x])
        theirs = stats.boxcox(array, float(lam)) if method == "box-cox" else stats.yeojohnson(array, float(lam))
        difference = np.max(np.abs(mine - theirs)) / np.max(np.abs(mine))
        assert difference < 1e-9, (method, column, difference)
        print(f"{method:11s} {column:18s} lambda {float(lam):9.6f}  shift {float(shift):8.4f}"
              f"  others differ by {gap:.1e}, values by {difference:.1e}")
        filled = iter(pairs)
        aligned = [(None, None) if v is None else tuple(float(p) for p in next(filled)) for v in cells]
        rows.append({"column": column, "method": method, "lambda": float(lam), "shift": float(shift),
                     "atBound": at_bound, "values": [y for y, _ in aligned], "slopes": [d for _, d in aligned]})

assert {"beyond_five", "beyond_minus_five"} <= {row["column"] for row in rows if row["atBound"]}
write_golden({"made": made_with(mpmath, np, scipy, sklearn), "rows": rows}, "power")
