# Made by: Python 3.11.2, numpy 1.24.2, pandas 1.5.3, scikit-learn 1.2.1. Writes test/golden/impute.json.
# Run from the repo root: /usr/bin/python3 -B test/golden/make-impute.py
# nearest: KNNImputer(n_neighbors=5, weights="uniform") on columns scaled to z-scores (sample sd of the present values),
# taken back to raw units. Donors of a cell are the five nearest regions (nan_euclidean) that have that cell.
import numpy as np
import pandas as pd
import sklearn
from golden import data_of, made_with, write_golden
from sklearn.impute import KNNImputer
from sklearn.metrics.pairwise import nan_euclidean_distances

K = 5
codes, countries, columns = data_of("missing")
table = pd.DataFrame({name: np.array(values, dtype=float) for name, values in columns.items()}, index=codes)
group = pd.Series(countries, index=codes)


def filled_cells(filled):
    return {
        column: {code: float(filled.loc[code, column]) for code in codes if np.isnan(table.loc[code, column])}
        for column in table
    }


scaled = (table - table.mean()) / table.std(ddof=1)
nearest = pd.DataFrame(
    KNNImputer(n_neighbors=K, weights="uniform").fit_transform(scaled), index=codes, columns=table.columns
) * table.std(ddof=1) + table.mean()

# The same by hand: no cell may have a tie at the border of its donors, or too few donors, and the answers must agree.
distances = nan_euclidean_distances(scaled)
narrowest = np.inf
for column in table:
    for i, code in enumerate(codes):
        if not np.isnan(table[column].iloc[i]):
            continue
        donors = [j for j in range(len(codes)) if not np.isnan(table[column].iloc[j]) and not np.isnan(distances[i, j])]
        donors.sort(key=lambda j: distances[i, j])
        assert len(donors) > K
        narrowest = min(narrowest, distances[i, donors[K]] - distances[i, donors[K - 1]])
        by_hand = np.mean([table[column].iloc[j] for j in donors[:K]])
        assert np.isclose(by_hand, nearest.loc[code, column], rtol=1e-12, atol=1e-12)
print(f"narrowest gap between the fifth and the sixth donor: {narrowest:.2e}")
assert narrowest > 1e-6

medians = table.fillna(table.median())
group_medians = table.fillna(table.groupby(group).transform("median"))
assert not group_medians.isna().any().any()
write_golden({
    "made": made_with(np, pd, sklearn),
    "data": "missing",
    "k": K,
    "methods": {
        "median": filled_cells(medians),
        "group-median": filled_cells(group_medians),
        "nearest": filled_cells(nearest),
    },
}, "impute")
