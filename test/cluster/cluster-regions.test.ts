import {
  buildSpace,
  type ClusterMethod,
  clusterMethods,
  clusterRegions,
  OptionsError,
  prepare,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { rawSpaceOf } from "../support/clusters.js";
import { errorOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const near = (value: number): number => expect.closeTo(value, 12) as number;

/** Two groups far apart and a region between; the table lists them in no order. */
const regions = [
  { code: "M", name: "Middle", country: "AT" },
  { code: "B2", name: "B two", country: "AT" },
  { code: "A3", name: "A three", country: "ES" },
  { code: "A1", name: "A one", country: null },
  { code: "B1", name: "B one", country: "ES" },
  { code: "A2", name: "A two", country: "ES" },
];
const line = rawSpaceOf({ x: [5.5, 11, 2, 0, 10, 1] }, {}, regions);

describe.each(clusterMethods)("types by %s", (method) => {
  const typology = clusterRegions(line, { method, k: 3 });

  it("are numbered from the largest on, equally large ones by their first region", () => {
    expect(typology.labels).toEqual({ A1: 1, A2: 1, A3: 1, B1: 2, B2: 2, M: 3 });
    expect([typology.method, typology.metric, typology.k]).toEqual([method, "euclidean", 3]);
  });

  it("list their members by id, and the most central of them", () => {
    expect(
      typology.clusters.map(({ label, size, medoid, members }) => [label, size, medoid, members]),
    ).toEqual([
      [1, 3, "A2", ["A1", "A2", "A3"]],
      [2, 2, "B1", ["B1", "B2"]],
      [3, 1, "M", ["M"]],
    ]);
  });

  it("come with the regions in the order of the table, each with its silhouette and second best type", () => {
    expect(typology.regions.map(({ id }) => id)).toEqual(["M", "B2", "A3", "A1", "B1", "A2"]);
    expect(typology.regions[2]).toEqual({
      id: "A3",
      name: "A three",
      country: "ES",
      label: 1,
      // a = (1 + 2) / 2, b = 3.5.
      silhouette: near(2 / 3.5),
      secondBest: 3,
      borderline: false,
    });
    expect(typology.regions[0]).toMatchObject({ label: 3, silhouette: 0, secondBest: 1, borderline: true });
  });

  it("tell the mean silhouette of their members", () => {
    const [first] = typology.clusters;
    // A1: a = 1.5, b = 5.5; A2: a = 1, b = 4.5; A3: a = 1.5, b = 3.5.
    expect(first!.silhouette).toBeCloseTo((4 / 5.5 + 3.5 / 4.5 + 2 / 3.5) / 3, 12);
  });

  it("keep what they were made with, the defaults filled in", () => {
    expect(typology.recipe.plan.typology).toEqual({ method, k: 3, seed: 1 });
    expect(Object.keys(typology.recipe.plan)).toEqual(["prepare", "weigh", "space", "typology"]);
    const own = clusterRegions(line, { method, k: 2, seed: 7, starts: 5 });
    expect(own.recipe.plan.typology).toEqual({ method, k: 2, seed: 7, starts: 5 });
  });
});

describe("one type", () => {
  it.each(clusterMethods)("has no silhouettes and no second best, by %s", (method) => {
    const { clusters, regions: typed, validity } = clusterRegions(line, { method, k: 1 });
    expect(clusters).toMatchObject([
      { label: 1, name: "near the mean of all regions", size: 6, silhouette: null },
    ]);
    expect(typed[0]).toMatchObject({ label: 1, silhouette: null, secondBest: null, borderline: false });
    expect(validity).toMatchObject({ silhouette: null, dunn: null, explained: near(0) });
  });
});

describe("as many types as regions", () => {
  it.each(clusterMethods)("are one region each, numbered by id, by %s", (method) => {
    const { clusters, labels } = clusterRegions(line, { method, k: 6 });
    expect(labels).toEqual({ A1: 1, A2: 2, A3: 3, B1: 4, B2: 5, M: 6 });
    expect(clusters.map(({ medoid }) => medoid)).toEqual(["A1", "A2", "A3", "B1", "B2", "M"]);
  });
});

describe("the medoid of a type", () => {
  it("is of two equally central regions the first by id", () => {
    const space = rawSpaceOf({ x: [0, 1, 9, 20] }, {}, ["b", "a", "d", "c"]);
    const { clusters } = clusterRegions(space, { method: "complete", k: 2 });
    expect(clusters.map(({ medoid }) => medoid)).toEqual(["a", "c"]);
  });
});

describe("a region at the border", () => {
  it("is one with a silhouette below 0.1", () => {
    const widths = (x: number) => {
      const space = rawSpaceOf({ x: [0, 0, x, 10, 10] });
      return clusterRegions(space, { method: "complete", k: 2 }).regions[2]!;
    };
    // a = x, b = 10 - x: (10 - 2x) / (10 - x).
    expect(widths(4.7)).toMatchObject({ silhouette: near(0.6 / 5.3), borderline: false });
    expect(widths(4.8)).toMatchObject({ silhouette: near(0.4 / 5.2), borderline: true });
  });
});

describe("what a method leaves behind", () => {
  const only = (method: ClusterMethod) => Object.keys(clusterRegions(line, { method, k: 2 }));

  it("a hierarchy: its merges, counted in the order of the regions, and the order of the leaves", () => {
    const { merges, order } = clusterRegions(line, { method: "single", k: 2 });
    // In the table: M 5.5, B2 11, A3 2, A1 0, B1 10, A2 1.
    expect(merges).toEqual([
      { left: -4, right: -6, height: near(1), size: 2 },
      { left: -3, right: 1, height: near(1), size: 3 },
      { left: -2, right: -5, height: near(1), size: 2 },
      { left: -1, right: 2, height: near(3.5), size: 4 },
      { left: 3, right: 4, height: near(4.5), size: 6 },
    ]);
    expect(order).toEqual(["B2", "B1", "M", "A3", "A1", "A2"]);
    expect(only("single")).not.toContain("search");
  });

  it("a search: how thoroughly it searched", () => {
    expect(clusterRegions(line, { method: "k-medoids", k: 2 }).search).toEqual({
      exact: true,
      starts: 1,
      reachedBest: 1,
    });
    expect(clusterRegions(line, { method: "k-means", k: 2 }).search).toMatchObject({
      exact: false,
      starts: 100,
    });
    for (const method of ["k-means", "k-medoids"] as const)
      expect(only(method).filter((key) => key === "merges" || key === "order")).toEqual([]);
  });

  it("the years and the framework of the figures", () => {
    const framework = makeFramework({
      id: "own",
      indicators: [
        { id: "x", year: 2019 },
        { id: "y", year: 2021 },
      ],
    });
    const table = makeTable({ x: [1, 2, 9], y: [3, 4, 5] }, { framework });
    const { vintage } = clusterRegions(buildSpace(prepare(table)), { method: "ward", k: 2 });
    expect(vintage).toMatchObject({ framework: "own", from: 2019, to: 2021 });
  });
});

describe("a region without enough figures", () => {
  const columns = { x: [0, 1, 10, 11, 5], y: [0, 1, 10, 11, null], z: [0, 0, 1, 1, null] };

  it.each(clusterMethods)("gets no type, and changes nothing for the others, by %s", (method) => {
    const whole = clusterRegions(rawSpaceOf(columns), { method, k: 2 });
    const without = rawSpaceOf(
      Object.fromEntries(Object.entries(columns).map(([id, c]) => [id, c.slice(0, 4)])),
    );
    expect(whole.labels).toEqual({ R01: 1, R02: 1, R03: 2, R04: 2 });
    expect(whole.unassigned.map(({ id }) => id)).toEqual(["R05"]);
    expect(whole.clusters).toEqual(clusterRegions(without, { method, k: 2 }).clusters);
    expect(whole.validity).toEqual(clusterRegions(without, { method, k: 2 }).validity);
  });
});

describe("the metric", () => {
  it("has no centres that k-means could use", () => {
    for (const metric of ["manhattan", "chebyshev", "canberra", "gower"] as const) {
      const error = errorOf(() =>
        clusterRegions(rawSpaceOf({ x: [1, 2, 9] }, { metric }), { method: "k-means", k: 2 }),
      );
      expect(error).toBeInstanceOf(OptionsError);
      expect(error.issues).toEqual([
        {
          code: "metric-refused",
          path: "clusterRegions.method",
          message: `clusterRegions.method: k-means expected a metric with centres (squared-euclidean, euclidean or mahalanobis), got ${metric}. Choose k-medoids or a linkage, or build the space with another metric.`,
        },
      ]);
    }
  });

  it.each(["squared-euclidean", "euclidean", "mahalanobis"] as const)("%s serves k-means", (metric) => {
    const space = rawSpaceOf({ x: [0, 1, 2, 20, 21, 22], y: [0, 2, 1, 9, 7, 8] }, { metric });
    const { labels } = clusterRegions(space, { method: "k-means", k: 2 });
    expect(Object.values(labels)).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it.each(["manhattan", "chebyshev", "canberra", "cosine", "correlation", "gower"] as const)(
    "%s serves medoids and linkages, without centres in what is told of them",
    (metric) => {
      const space = rawSpaceOf(
        { x: [1, 2, 1, 20, 21, 22], y: [9, 8, 9, 2, 1, 1], z: [1, 1, 2, 3, 2, 3] },
        { metric },
      );
      for (const method of ["average", "k-medoids", "ward"] as const) {
        const { labels, validity } = clusterRegions(space, { method, k: 2 });
        expect(Object.values(labels)).toEqual([1, 1, 1, 2, 2, 2]);
        expect(validity).toMatchObject({ calinskiHarabasz: null, daviesBouldin: null, inertia: null });
      }
    },
  );
});

describe("the seed", () => {
  const many = rawSpaceOf({
    x: Array.from({ length: 60 }, (_, i) => (i * 37) % 101),
    y: Array.from({ length: 60 }, (_, i) => (i * 53) % 97),
  });

  it.each(["k-means", "k-medoids"] as const)("decides every draw of %s", (method) => {
    const options = { method, k: 7, starts: 4, seed: 5 };
    expect(clusterRegions(many, options)).toStrictEqual(clusterRegions(many, options));
    const found = [1, 2, 3, 4, 5, 6].map((seed) => clusterRegions(many, { method, k: 7, starts: 12, seed }));
    expect(new Set(found.map(({ search }) => search!.reachedBest)).size).toBeGreaterThan(1);
  });

  it("changes nothing where nothing is drawn", () => {
    const [a, b] = [1, 2].map((seed) => clusterRegions(many, { method: "ward", k: 7, seed }));
    expect(a!.labels).toEqual(b!.labels);
  });
});
