import { clusterRegions, type Metric } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, readData, readGolden } from "../support/golden.js";
import { divisionOf, spaceOf } from "./cluster.js";

const measures = ["calinskiHarabasz", "daviesBouldin", "inertia", "explained"] as const;

const { cases } = readGolden<{
  cases: readonly ({
    readonly data: string;
    readonly metrics: readonly Metric[];
    readonly method: "ward" | "single";
    readonly k: number;
    readonly labels: readonly number[];
  } & { readonly [measure in (typeof measures)[number]]: number })[];
}>("cluster-validity");

describe("Calinski-Harabasz, Davies-Bouldin and inertia are Euclidean, with or without squares (scikit-learn)", () => {
  for (const { data, metrics, method, k, labels, ...expected } of cases)
    it.each(metrics)(`${data}, ${method}, ${k} types, %s`, (metric) => {
      const typology = clusterRegions(spaceOf(data, metric), { method, k });
      expect(divisionOf(typology.labels, readData(data).codes)).toEqual(labels);
      for (const measure of measures) expectClose(typology.validity[measure], expected[measure], measure);
    });
});
