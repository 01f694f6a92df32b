"""The job of examples/find-reference-regions.ts with pandas and scikit-learn: the 20 regions nearest to ES21 in the bundled data.

Outliers are not treated and no reason is given, so it does less. Run from the root of the repository.
"""

import json

import numpy as np
import pandas
from sklearn.metrics.pairwise import nan_euclidean_distances
from sklearn.preprocessing import MinMaxScaler

framework = json.load(open("fixtures/eu-nuts2/framework.json", encoding="utf8"))
table = pandas.read_csv("fixtures/eu-nuts2/regions.csv", index_col="code")
structural = [one for one in framework["indicators"] if one["role"] == "structural"]

weights = {}
dimensions = {one["dimension"] for one in structural}
for dimension in dimensions:
    elements = {one.get("element") for one in structural if one["dimension"] == dimension}
    for element in elements:
        members = [one["id"] for one in structural if one["dimension"] == dimension and one.get("element") == element]
        for member in members:
            weights[member] = 1 / len(dimensions) / len(elements) / len(members)

columns = [one["id"] for one in structural]
scaled = MinMaxScaler().fit_transform(table[columns]) * np.sqrt([weights[one] for one in columns])
target = table.index.get_loc("ES21")
distances = nan_euclidean_distances(scaled[[target]], scaled, squared=True)[0] / len(columns)
distances[target] = np.inf
for rank, row in enumerate(np.argsort(distances)[:20], start=1):
    print(f"{rank:4d}  {table.index[row]}  {table['name'].iloc[row]}  {distances[row]:.4f}")
