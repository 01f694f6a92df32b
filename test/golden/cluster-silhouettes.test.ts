import { clusterRegions, type Metric } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, readData, readGolden } from "../support/golden.js";
import { divisionOf, spaceOf } from "./cluster.js";

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    metric: Metric;
    method: "ward" | "single";
    k: number;
    labels: readonly number[];
    widths: readonly number[];
    /** Numbered as `labels`; null where two other types are equally near. */
    neighbours: readonly (number | null)[];
    mean: number;
    dunn: number;
  }[];
}>("cluster-silhouettes");

describe("silhouettes on the distances of the metric as they are, 0 for a type of one (R cluster), and Dunn (fpc)", () => {
  for (const { data, metric, method, k, labels, widths, neighbours, mean, dunn } of cases)
    it(`${data}, ${metric}, ${method}, ${k} types`, () => {
      const { codes } = readData(data);
      const typology = clusterRegions(spaceOf(data, metric), { method, k });
      expect(divisionOf(typology.labels, codes)).toEqual(labels);

      const theirs = new Map(codes.map((code, i) => [typology.labels[code]!, labels[i]!]));
      typology.regions.forEach((region, i) => {
        const { id, silhouette, secondBest, borderline } = region;
        // (b - a) / max(a, b) cancels where a region lies between two types
        expectClose(silhouette, widths[i]!, `silhouette of ${id}`, { floor: 1 });
        const neighbour = neighbours[i]!;
        if (neighbour !== null) expect(theirs.get(secondBest!), `second best of ${id}`).toBe(neighbour);
        expect(borderline, `borderline: ${id}`).toBe(widths[i]! < 0.1);
      });
      expectClose(typology.validity.silhouette, mean, "mean silhouette", { floor: 1 });
      expectClose(typology.validity.dunn, dunn, "Dunn");
    });
});
