import { clusterRegions, copheneticDistances, cutTree, type Metric } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectColumn, readData, readGolden } from "../support/golden.js";
import { divisionOf, spaceOf } from "./cluster.js";

type Linkage = "ward" | "average" | "complete" | "single";

interface Cuts {
  readonly data: string;
  readonly metric: Metric;
  readonly linkage: Linkage;
  readonly cuts: readonly { readonly k: number; readonly labels: readonly number[] }[];
  readonly atHeights?: readonly { readonly height: number; readonly labels: readonly number[] }[];
}
interface UniqueTree extends Cuts {
  readonly heights: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly order: readonly number[];
  /** By pair of regions: the position of its height among `heights`, from 1. */
  readonly cophenetic?: readonly number[];
}
interface TiedTree extends Cuts {
  readonly heights?: readonly number[];
}

const golden = readGolden<{ trees: readonly UniqueTree[]; tied: readonly TiedTree[] }>("cluster-trees");

const definitions: Record<Linkage, string> = {
  ward: "ward is ward.D2, on Euclidean distances also under squared-euclidean",
  average: "average is the mean distance of the pairs (UPGMA)",
  complete: "complete is the largest distance of the pairs",
  single: "single is the smallest distance of the pairs",
};

const typologyOf = ({ data, metric, linkage }: Cuts, k: number) =>
  clusterRegions(spaceOf(data, metric), { method: linkage, k });

function expectCuts(tree: Cuts) {
  const { codes } = readData(tree.data);
  const typology = typologyOf(tree, 2);
  for (const { k, labels } of tree.cuts) {
    expect(divisionOf(typologyOf(tree, k).labels, codes), `clusterRegions, k ${k}`).toEqual(labels);
    const cut = cutTree(typology, { k });
    expect(cut.k).toBe(k);
    expect(divisionOf(cut.labels, codes), `cutTree, k ${k}`).toEqual(labels);
  }
  for (const { height, labels } of tree.atHeights ?? []) {
    const cut = cutTree(typology, { height });
    expect(divisionOf(cut.labels, codes), `cutTree, height ${height}`).toEqual(labels);
    expect(cut.k, `types at height ${height}`).toBe(Math.max(...labels));
  }
}

for (const linkage of ["ward", "average", "complete", "single"] as const)
  describe(`${definitions[linkage]} (R hclust, fastcluster)`, () => {
    for (const tree of golden.trees.filter((t) => t.linkage === linkage)) {
      const { data, metric, heights, left, right, order, cophenetic } = tree;
      const { codes } = readData(data);

      it(`${data}, ${metric}: heights, merges and order of the leaves`, () => {
        const typology = typologyOf(tree, 3);
        const merges = typology.merges!;
        expectColumn(
          merges.map((merge) => merge.height),
          heights,
          "heights",
        );
        expect(merges.map((merge) => merge.left)).toEqual(left);
        expect(merges.map((merge) => merge.right)).toEqual(right);
        expect(typology.order).toEqual(order.map((position) => codes[position - 1]));
        expect(typology.regions.map(({ id }) => id)).toEqual(codes);
      });

      it(`${data}, ${metric}: cut into 2 to 6 types, and half way between two heights`, () => {
        expectCuts(tree);
      });

      if (cophenetic !== undefined)
        it(`${data}, ${metric}: cophenetic distances`, () => {
          const { regions, values } = copheneticDistances(typologyOf(tree, 2));
          expect(regions).toEqual(codes);
          const expected = cophenetic.map((position) => heights[position - 1]!);
          expectColumn(values, expected, "cophenetic distances");
        });
    }

    for (const tree of golden.tied.filter((t) => t.linkage === linkage))
      it(`${tree.data}, ${tree.metric}, equal distances: what no order of the rows changes`, () => {
        const heights = typologyOf(tree, 2).merges!.map((merge) => merge.height);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        if (tree.heights !== undefined) expectColumn(heights, tree.heights, "heights");
        expectCuts(tree);
      });
  });
