import {
  assessStabilitySync,
  buildSpace,
  clusterMethods,
  clusterRegions,
  cutTree,
  findReferenceRegions,
  locateInTypology,
  OptionsError,
  prepare,
  profile,
  type SpaceOptions,
  type StructuralSpace,
  suggestClusterCount,
  type Typology,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { clusterInTime } from "../support/clusters.js";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

function spaceOf(
  columns: Record<string, readonly (number | null)[]>,
  options: SpaceOptions = {},
): StructuralSpace {
  return buildSpace(prepare(makeTable(columns), raw), { metric: "euclidean", ...options });
}

const space = spaceOf({ x: [0, 1, 2, 10, 11, 12], y: [0, 1, 0, 5, 6, 4] });
const groups = ({ clusters }: Typology): string[] => clusters.map(({ members }) => members.join(" "));
const two = ["R01 R02 R03", "R04 R05 R06"];

describe.each(clusterMethods)("types by %s", (method) => {
  it("one type is all regions", () => {
    expect(groups(clusterInTime(space, { method, k: 1 }))).toEqual(["R01 R02 R03 R04 R05 R06"]);
  });

  it("as many types as regions are the regions", () => {
    const typology = clusterInTime(space, { method, k: 6 });
    expect(groups(typology)).toEqual(["R01", "R02", "R03", "R04", "R05", "R06"]);
    expect(typology.validity.calinskiHarabasz).toBeNull();
  });

  it("more types than regions are refused", () => {
    const error = errorOf(() => clusterInTime(space, { method, k: 7 }));
    expect(error).toBeInstanceOf(OptionsError);
    expect(error.issues).toEqual([
      {
        code: "too-many-types",
        path: "clusterRegions.k",
        message: "clusterRegions.k: expected at most 6, as there are 6 regions, got 7. Lower k.",
      },
    ]);
  });

  it("more types than different places are refused, as many are not", () => {
    const twins = spaceOf({ x: [0, 7, 0, 7, 3], y: [1, 2, 1, 2, 9] });
    expect(groups(clusterInTime(twins, { method, k: 3 }))).toEqual(["R01 R03", "R02 R04", "R05"]);
    expect(messagesOf(() => clusterInTime(twins, { method, k: 4 }))).toEqual([
      "clusterRegions.k: expected at most 3, as the 5 regions stand at 3 different places, got 4. Lower k.",
    ]);
  });

  it.each([
    [[2, 1, 2, 1, 2], 2],
    [[0.1, 0.2, 0.1, 0.3, 0.2, 0.1], 3],
    [[1, 0, 1, 1, 2, 0], 3],
  ])("as many types as places, some of them shared, come to an end: %j", (x, k) => {
    const typology = clusterInTime(spaceOf({ x }), { method, k });
    expect(typology.k).toBe(k);
    typology.clusters.forEach(({ members }) => {
      expect(new Set(members.map((id) => x[Number(id.slice(1)) - 1])).size).toBe(1);
    });
  });

  it.each<[unknown, string]>([
    [0, "a number of at least 1, got 0"],
    [-2, "a number of at least 1, got -2"],
    [1.5, "a whole number, got 1.5"],
    [Number.NaN, "a finite number, got NaN"],
    [Number.POSITIVE_INFINITY, "a finite number, got Infinity"],
    ["3", 'a number, got "3"'],
    [null, "a number, got null"],
    [undefined, "a number, got nothing"],
  ])("k = %j is refused", (k, sentence) => {
    const error = errorOf(() => clusterRegions(space, { method, k: k as number }));
    expect([error.code, error.message]).toEqual([
      "invalid-option",
      `clusterRegions.k: expected ${sentence}.`,
    ]);
  });

  it("of two regions are refused", () => {
    expect(messagesOf(() => clusterInTime(spaceOf({ x: [1, 2] }), { method, k: 2 }))).toEqual([
      "clusterRegions: expected at least 3 regions that can be compared with each other, got 2. Read a table with more regions.",
    ]);
  });

  it("of three regions are made", () => {
    expect(groups(clusterInTime(spaceOf({ x: [1, 2, 9] }), { method, k: 2 }))).toEqual(["R01 R02", "R03"]);
  });

  it("of two groups without any figure in common are those of the first; the last gets none", () => {
    const apart = spaceOf(
      { x: [0, 1, 9, null, null, null], y: [null, null, null, 0, 1, 2] },
      { minCoverage: 0.5 },
    );
    const typology = clusterInTime(apart, { method, k: 2 });
    expect(groups(typology)).toEqual(["R01 R02", "R03"]);
    expect(typology.unassigned.map(({ id }) => id)).toEqual(["R04", "R05", "R06"]);
    for (const { label } of profile(apart, typology)) expect([1, 2]).toContain(label);
  });

  it("of regions of which none has enough figures are refused", () => {
    const thin = spaceOf({ x: [0, 1, 9, null, null, null], y: [null, null, null, 0, 1, 2] });
    expect(messagesOf(() => clusterInTime(thin, { method, k: 2 }))).toEqual([
      "clusterRegions: expected at least 3 regions that can be compared with each other, got 0 (of 6; the others have too few figures in common). Impute, screen thin indicators, or lower the space's minCoverage.",
    ]);
  });

  it("of a single column are made", () => {
    expect(groups(clusterInTime(spaceOf({ x: [0, 1, 2, 10, 11, 12] }), { method, k: 2 }))).toEqual(two);
  });

  it("of regions all at one place are one type, and no more", () => {
    const still = { ...space, coordinates: new Float64Array(12) };
    const { clusters, validity, regions } = clusterInTime(still, { method, k: 1 });
    expect(clusters).toHaveLength(1);
    expect([validity.inertia, validity.explained]).toEqual([0, null]);
    expect(regions.every(({ borderline }) => !borderline)).toBe(true);
    expect(messagesOf(() => clusterInTime(still, { method, k: 2 }))).toEqual([
      "clusterRegions.k: expected at most 1, as the 6 regions stand at 1 different place, got 2. Lower k.",
    ]);
  });

  it.each([
    ["huge", 8e148],
    ["tiny", 1e-150],
  ])("of %s values are those of values of usual size", (_, scale) => {
    for (const metric of ["euclidean", "squared-euclidean"] as const) {
      const scaled = (column: readonly number[]) => column.map((value) => value * scale);
      const columns = { x: scaled([0, 1, 2, 10, 11, 12]), y: scaled([0, 1, 0, 5, 6, 4]) };
      for (const k of [2, 3, 6]) {
        const typology = clusterInTime(spaceOf(columns, { metric }), { method, k });
        const usual = clusterInTime(buildSpace(space.prepared, { metric }), { method, k });
        expect(groups(typology)).toEqual(groups(usual));
        expect(typology.validity.silhouette).toBeCloseTo(usual.validity.silhouette!, 9);
        expect(Number.isFinite(typology.validity.inertia)).toBe(true);
      }
    }
  });

  it("of one column at -1e150 and 1e150, the ends of what is read, are found", () => {
    const ends = spaceOf({ x: [-1e150, -1e150, 1e150, 1e150], y: [0, 1, 0, 1] });
    expect(groups(clusterInTime(ends, { method, k: 2 }))).toEqual(["R01 R02", "R03 R04"]);
  });

  it("with an outlier a hundred thousand times further out are that and the rest", () => {
    const far = spaceOf({ x: [0, 1, 2, 3, 4, 1e5] });
    expect(groups(clusterInTime(far, { method, k: 2 }))).toEqual(["R01 R02 R03 R04 R05", "R06"]);
    expect(clusterInTime(far, { method, k: 2 }).notes.at(-1)!.code).toBe("type-of-one");
  });

  it("use the number of starts that is asked for, be it 1", () => {
    const { search, clusters } = clusterInTime(space, { method, k: 2, starts: 1 });
    expect(groups({ clusters } as Typology)).toEqual(two);
    if (method === "k-means") expect(search!.starts).toBe(1);
  });
});

describe("an unknown method", () => {
  const known = 'expected one of "k-means", "ward", "average", "complete", "single", "k-medoids", got';

  it.each([
    ["kmeans", `${known} "kmeans". Did you mean "k-means"?`],
    ["Ward", `${known} "Ward". Did you mean "ward"?`],
    ["k-medoid", `${known} "k-medoid". Did you mean "k-medoids"?`],
    ["hdbscan", `${known} "hdbscan".`],
    [5, `${known} 5.`],
    [undefined, `${known} nothing.`],
  ])("%j is answered with the known ones", (method, sentence) => {
    expect(messagesOf(() => clusterRegions(space, { method: method as "ward", k: 2 }))).toEqual([
      `clusterRegions.method: ${sentence}`,
    ]);
  });
});

describe("options of types", () => {
  it("that are none are listed all at once", () => {
    const options = { method: "ward", k: 0, seed: 1.5, starts: 0, linkage: "single" };
    expect(messagesOf(() => clusterRegions(space, options as never))).toEqual([
      "clusterRegions.k: expected a number of at least 1, got 0.",
      "clusterRegions.seed: expected a whole number, got 1.5.",
      "clusterRegions.starts: expected a number of at least 1, got 0.",
      'clusterRegions: unknown key "linkage". Remove or rename.',
    ]);
  });

  it("cannot be left out", () => {
    expect(messagesOf(() => clusterRegions(space, undefined as never))).toEqual([
      'clusterRegions.method: expected one of "k-means", "ward", "average", "complete", "single", "k-medoids", got nothing.',
      "clusterRegions.k: expected a number, got nothing.",
    ]);
  });
});

describe("a metric without centres", () => {
  const flat = buildSpace(space.prepared, { metric: "manhattan" });

  it("is refused to k-means, by every function that divides", () => {
    const sentence =
      "k-means expected a metric with centres (squared-euclidean, euclidean or mahalanobis), got manhattan. Choose k-medoids or a linkage, or build the space with another metric.";
    const method = "k-means";
    expect(messagesOf(() => clusterRegions(flat, { method, k: 2 }))).toEqual([
      `clusterRegions.method: ${sentence}`,
    ]);
    expect(messagesOf(() => suggestClusterCount(flat, { method }))).toEqual([
      `suggestClusterCount.method: ${sentence}`,
    ]);
    expect(messagesOf(() => assessStabilitySync(flat, { method, k: 2 }))).toEqual([
      `assessStability.method: ${sentence}`,
    ]);
  });

  it("is noted under Ward's linkage", () => {
    expect(clusterRegions(flat, { method: "ward", k: 2 }).notes).toEqual([
      {
        code: "not-euclidean",
        metric: "manhattan",
        message:
          "Ward's linkage is meant for Euclidean distances; under manhattan its heights are no sums of squares. Average linkage or k-medoids suit any metric.",
      },
    ]);
  });
});

describe("few different places", () => {
  const pairs = spaceOf({ x: [0, 0, 4, 4, 9, 9, 9, 20], y: [1, 1, 2, 2, 3, 3, 3, 0] });

  it.each(clusterMethods)("leave an answer to how many types and how stable, by %s", (method) => {
    const advice = suggestClusterCount(pairs, { method, draws: 4 });
    expect(advice.candidates.map(({ k }) => k)).toEqual([2, 3]);
    const { clusters } = assessStabilitySync(pairs, { method, k: 3, draws: 10 });
    for (const { jaccard } of clusters) expect(jaccard === null || (jaccard > 0 && jaccard <= 1)).toBe(true);
  });
});

describe("huge and tiny values", () => {
  it.each([8e148, 1e-150])("leave an answer to how many types: times %d", (scale) => {
    const scaled = (column: readonly number[]) => column.map((value) => value * scale);
    const columns = { x: scaled([0, 1, 2, 10, 11, 12]), y: scaled([0, 1, 0, 5, 6, 4]) };
    const [odd, usual] = [spaceOf(columns), space].map((one) =>
      suggestClusterCount(one, { draws: 5, to: 3 }),
    );
    expect(odd!.criteria).toEqual(usual!.criteria);
    expect(odd!.candidates[0]!.gap).toBeCloseTo(usual!.candidates[0]!.gap!, 9);
  });
});

describe("what comes from another space", () => {
  const typology = clusterRegions(space, { method: "ward", k: 2 });
  const other = buildSpace(prepare(makeTable({ x: [1, 2, 5] }, { regions: ["A", "B", "C"] })));

  it("is refused where the regions are unknown", () => {
    expect(messagesOf(() => profile(other, typology))).toEqual([
      'profile.labels: expected the id of a region of the space, got "R01". Known are A, B, C.',
    ]);
    expect(messagesOf(() => locateInTypology(typology, findReferenceRegions(other, "A")))).toEqual([
      "locateInTypology.reference (A): expected a target that the typology knows, got another. Make both from the same space.",
    ]);
  });

  it("is cut at its own heights", () => {
    expect(cutTree(typology, { height: 0 }).k).toBe(6);
    expect(cutTree(typology, { height: 1e300 }).k).toBe(1);
  });
});
