import { clusterRegions } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, readData, readGolden } from "../support/golden.js";
import { divisionOf, spaceOf } from "./cluster.js";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    k: number;
    inertia: number;
    foundBySingleStarts: number;
    /** Where all searches that reach this inertia end at one division. */
    labels?: readonly number[];
  }[];
}>("k-means");

describe("k-means finds the inertia that R kmeans finds with twice 3000 starts, no more and no less", () => {
  for (const { data, k, inertia, foundBySingleStarts, labels } of cases) {
    // so rare that with the usual number of starts luck would decide
    const starts = foundBySingleStarts < 0.002 ? 3000 : undefined;
    it(`${data}, ${k} types, ${starts ?? "the usual number of"} starts`, () => {
      for (const metric of ["euclidean", "squared-euclidean"] as const) {
        const typology = clusterRegions(spaceOf(data, metric), { method: "k-means", k, starts });
        expectClose(typology.validity.inertia, inertia, `inertia, ${metric}`, { relative: 1e-9 });
        if (labels !== undefined) expect(divisionOf(typology.labels, readData(data).codes)).toEqual(labels);
      }
    });
  }
});
