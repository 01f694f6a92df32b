import {
  buildSpace,
  type ClusterMethod,
  clusterRegions,
  cutTree,
  prepare,
  type Typology,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { randomPlaces } from "../support/clusters.js";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;

function treeOf(
  x: readonly number[],
  regions: readonly string[],
  method: ClusterMethod = "single",
): Typology {
  const space = buildSpace(prepare(makeTable({ x }, { regions }), raw), { metric: "euclidean" });
  return clusterRegions(space, { method, k: 2 });
}

// Joined at 1 (A, B), 2 (C, D), 3 (with E) and 7; the table is in no order.
const tree = treeOf([15, 1, 10, 0, 8], ["C2", "B", "D", "A", "C"]);
const groups = (cut: { readonly clusters: readonly { readonly members: readonly string[] }[] }) =>
  cut.clusters.map(({ members }) => members.join(""));

describe("cutTree", () => {
  it.each([
    [1, ["ABCC2D"]],
    [2, ["CC2D", "AB"]],
    [3, ["AB", "CD", "C2"]],
    [4, ["AB", "C", "C2", "D"]],
    [5, ["A", "B", "C", "C2", "D"]],
  ])("into %d types: the largest first, then by the first id", (k, expected) => {
    const cut = cutTree(tree, { k });
    expect(cut.k).toBe(k);
    expect(groups(cut)).toEqual(expected);
  });

  it.each([
    [0, 5],
    [0.99, 5],
    [1, 4],
    [2, 3],
    [4.9, 3],
    [5, 2],
    [7, 1],
    [Number.POSITIVE_INFINITY, 1],
  ])("at height %d keeps together what was joined at or below: %d types", (height, k) => {
    expect(cutTree(tree, { height }).k).toBe(k);
    expect(cutTree(tree, { height })).toEqual(cutTree(tree, { k }));
  });

  it("tells labels and sizes that fit its members", () => {
    const { labels, clusters } = cutTree(tree, { k: 3 });
    expect(labels).toEqual({ A: 1, B: 1, C: 2, D: 2, C2: 3 });
    expect(clusters).toEqual([
      { label: 1, size: 2, members: ["A", "B"] },
      { label: 2, size: 2, members: ["C", "D"] },
      { label: 3, size: 1, members: ["C2"] },
    ]);
  });

  it.each(["ward", "average", "complete", "single"] as const)(
    "gives for every number the labels that clusterRegions gives, under %s",
    (method) => {
      const places = randomPlaces(18, 2, 12);
      const regions = places.map((_, i) => `R${(i * 7) % 18}`);
      const table = makeTable({ x: places.map(([x]) => x!), y: places.map(([, y]) => y!) }, { regions });
      const space = buildSpace(prepare(table, raw));
      const whole = clusterRegions(space, { method, k: 4 });
      for (let k = 1; k <= 18; k++) {
        const { labels, clusters } = clusterRegions(space, { method, k });
        const cut = cutTree(whole, { k });
        expect(cut.labels).toEqual(labels);
        expect(cut.clusters).toEqual(clusters.map(({ label, size, members }) => ({ label, size, members })));
      }
    },
  );

  it("leaves out the regions that have no type", () => {
    const columns = { x: [0, 1, 10, 11, 5], y: [0, 1, 10, 11, null] };
    const typology = clusterRegions(buildSpace(prepare(makeTable(columns), raw)), { method: "ward", k: 2 });
    expect(Object.keys(cutTree(typology, { k: 3 }).labels)).toEqual(["R01", "R02", "R03", "R04"]);
  });
});

describe("a cut that cannot be made", () => {
  const still = treeOf([4, 1, 4, 1, 9], ["A", "B", "C", "D", "E"]);
  const words = (most: number, got: string) =>
    `cutTree.k: expected a whole number from 1 to ${most}, the number of regions at different places, got ${got}.`;

  it.each<[unknown, string]>([
    [0, "0"],
    [6, "6"],
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
    ["3", '"3"'],
    [null, "null"],
    [undefined, "nothing"],
  ])("into %j types", (k, got) => {
    expect(messagesOf(() => cutTree(tree, { k: k as number }))).toEqual([words(5, got)]);
  });

  it("into more types than there are different places", () => {
    expect(groups(cutTree(still, { k: 3 }))).toEqual(["AC", "BD", "E"]);
    expect(messagesOf(() => cutTree(still, { k: 4 }))).toEqual([words(3, "4")]);
    expect(cutTree(still, { height: 0 }).k).toBe(3);
  });

  it.each<[unknown, string]>([
    [-0.1, "-0.1"],
    [Number.NaN, "NaN"],
    ["2", '"2"'],
    [null, "null"],
    [undefined, "nothing"],
  ])("at height %j", (height, got) => {
    expect(messagesOf(() => cutTree(tree, { height: height as number }))).toEqual([
      `cutTree.height: expected a number of at least 0, got ${got}.`,
    ]);
  });

  it.each(["k-means", "k-medoids"] as const)("of a typology by %s, which has no tree", (method) => {
    const error = errorOf(() => cutTree(treeOf([1, 2, 9], ["A", "B", "C"], method), { k: 2 }));
    expect([error.code, error.message]).toEqual([
      "no-hierarchy",
      `cutTree.typology: expected a typology with a hierarchy, got one made by ${method}. Make it with ward, average, complete or single.`,
    ]);
  });
});
