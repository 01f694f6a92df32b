import { clusterRegions, distanceBetween, type Metric, measureDistances } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, readData, readGolden } from "../support/golden.js";
import { firstRows, makeSpace } from "./cluster.js";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    metric: Metric;
    n: number;
    k: number;
    subsets: number;
    sum: number;
    /** Positions from 0, where no other set is as good. */
    medoids?: readonly number[];
  }[];
}>("k-medoids");

describe("k-medoids: no other k regions have a smaller sum of distances to the nearest of them (all sets tried)", () => {
  for (const { data, metric, n, k, subsets, sum, medoids } of cases)
    it(`${data}, ${metric}: ${k} of ${n} regions, ${subsets.toLocaleString("en")} sets`, () => {
      const raw = firstRows(readData(data), n);
      const space = makeSpace(raw, metric);
      const matrix = measureDistances(space);
      const { clusters } = clusterRegions(space, { method: "k-medoids", k });
      expect(clusters).toHaveLength(k);
      let found = 0;
      for (const { medoid, members } of clusters) {
        expect(members).toContain(medoid);
        for (const member of members)
          found += member === medoid ? 0 : distanceBetween(matrix, member, medoid)!;
      }
      expectClose(found, sum, "sum of the distances to the medoids");
      if (medoids !== undefined) {
        const ids = clusters.map(({ medoid }) => medoid).sort();
        expect(ids).toEqual(medoids.map((position) => raw.codes[position]));
      }
    });
});
