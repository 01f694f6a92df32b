import {
  buildSpace,
  clusterRegions,
  copheneticDistances,
  measureDistances,
  prepare,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

const table = makeTable({ x: [7, 0, 3, 1] }, { regions: ["D", "A", "C", "B"] });
const space = buildSpace(prepare(table, { treat: "none", normalise: "none" }), { metric: "euclidean" });

describe("copheneticDistances", () => {
  it("are the heights at which pairs are joined, in the order of the table", () => {
    // Complete linkage: A and B at 1, C at 3, D at 7.
    const typology = clusterRegions(space, { method: "complete", k: 2 });
    const { regions, values } = copheneticDistances(typology);
    expect(regions).toEqual(["D", "A", "C", "B"]);
    // D-A, D-C, D-B, A-C, A-B, C-B.
    expect([...values]).toEqual([7, 7, 7, 3, 1, 3]);
  });

  it("are never above the distances under single linkage, and never below them under complete", () => {
    const places = Array.from({ length: 20 }, (_, i) => ((i * i * 31) % 97) + i / 40);
    const many = buildSpace(prepare(makeTable({ x: places, y: places.map((x) => (x * 7) % 13) })));
    const distances = measureDistances(many).values;
    const [single, complete] = (["single", "complete"] as const).map(
      (method) => copheneticDistances(clusterRegions(many, { method, k: 2 })).values,
    );
    distances.forEach((distance, pair) => {
      expect(single![pair]).toBeLessThanOrEqual(distance);
      expect(complete![pair]).toBeGreaterThanOrEqual(distance);
    });
  });

  it("do not depend on the number of types", () => {
    const [two, three] = [2, 3].map((k) =>
      copheneticDistances(clusterRegions(space, { method: "average", k })),
    );
    expect(two).toStrictEqual(three);
  });

  it("have no meaning without a hierarchy", () => {
    const typology = clusterRegions(space, { method: "k-medoids", k: 2 });
    const error = errorOf(() => copheneticDistances(typology));
    expect([error.code, error.message]).toEqual([
      "no-hierarchy",
      "copheneticDistances.typology: expected a typology with a hierarchy, got one made by k-medoids. Make it with ward, average, complete or single.",
    ]);
  });
});
