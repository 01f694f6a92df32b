import { join } from "node:path";
import {
  assessSensitivitySync,
  buildSpace,
  clusterRegions,
  findReferenceRegions,
  measureDistances,
  prepare,
  principalComponents,
  readRegionsCsv,
  type StructuralSpace,
  suggestClusterCount,
  surveySensitivitySync,
} from "reference-regions";
import { makeCloud } from "../src/cluster/cloud.js";
import { joinAll } from "../src/cluster/linkage.js";
import type { Merge } from "../src/cluster/merges.js";
import { runToEnd } from "../src/shared/long-task.js";
import { makeData } from "./data.js";
import { save, spaceOf } from "./space.js";

/** One row of the table: our work, and the name of the same work in bench/scipy-peer.py. */
export interface Task {
  readonly name: string;
  readonly run: () => unknown;
  readonly runs: number;
  /** Fewer rounds than the others, for what takes many seconds. */
  readonly rounds?: number;
  /** In ms, or as a multiple of the peer's time. */
  readonly aim?: { readonly ms: number } | { readonly ratio: number };
  readonly peer?: { readonly task: string; readonly what: string; readonly folder: string };
  /** What the peer's answer must agree with, where both compute the same. */
  readonly value?: () => number;
}

/** Makes the data of the tasks, and leaves them in a folder for the peer to read. */
export function makeTasks(home: string): Task[] {
  const space = spaceOf(makeData(1500, 40, 0));
  const gower = buildSpace(space.prepared, { metric: "gower" });
  const gaps = spaceOf(makeData(1500, 40, 0.1));
  const wide = makeData(1500, 60, 0);
  const table = readRegionsCsv(wide.csv, wide.framework);
  const prepared = prepare(table);
  const wideSpace = buildSpace(prepared);
  const correlated = makeData(1500, 60, 0, 8);
  const factors = prepare(readRegionsCsv(correlated.csv, correlated.framework));
  const { csv, framework } = makeData(330, 40, 0);
  const surveyed = readRegionsCsv(csv, framework);
  const typed = spaceOf(makeData(330, 40, 0, 8));
  const noise = spaceOf(makeData(330, 40, 0));
  const folders = {
    space: save(join(home, "space"), space),
    gaps: save(join(home, "gaps"), gaps),
    wide: save(join(home, "wide"), wideSpace, wide.csv),
    typed: save(join(home, "typed"), typed),
    noise: save(join(home, "noise"), noise),
  };
  const kMeans = "sklearn KMeans, n_init=100, one thread, labels only";
  return [
    {
      name: "distance matrix, 1,500 x 40",
      run: () => measureDistances(space),
      runs: 3,
      aim: { ratio: 1 },
      peer: { task: "matrix", what: "scipy pdist, weighted sqeuclidean", folder: folders.space },
      value: () => measureDistances(space).values.reduce((a, b) => a + b),
    },
    {
      name: "distance matrix, 1,500 x 40, 10 % of cells missing",
      run: () => measureDistances(gaps),
      runs: 3,
      peer: { task: "matrix-missing", what: "sklearn nan_euclidean_distances", folder: folders.gaps },
    },
    {
      name: "read and check a CSV, 1,500 x 60",
      run: () => readRegionsCsv(wide.csv, wide.framework),
      runs: 3,
      aim: { ms: 60 },
      peer: { task: "read", what: "pandas read_csv, no checks", folder: folders.wide },
    },
    { name: "prepare with auto treatment, 1,500 x 60", run: () => prepare(table), runs: 3, aim: { ms: 60 } },
    {
      name: "principal components and rotation, 1,500 x 60 of 8 factors",
      run: () => principalComponents(factors),
      runs: 3,
      aim: { ms: 40 },
    },
    { name: "Gower matrix, 1,500 x 40", run: () => measureDistances(gower), runs: 1, aim: { ms: 250 } },
    {
      name: "build the space, 1,500 x 60",
      run: () => buildSpace(prepared),
      runs: 3,
      peer: { task: "space", what: "scipy pdist and three quantiles", folder: folders.wide },
      value: () => closenessOf(wideSpace),
    },
    {
      name: "findReferenceRegions of one target, 1,500 x 60",
      run: () => findReferenceRegions(wideSpace, "R0"),
      runs: 20,
      aim: { ms: 2 },
      peer: { task: "nearest", what: "sklearn NearestNeighbors, no reasons", folder: folders.wide },
      value: () => findReferenceRegions(wideSpace, "R0").regions.reduce((sum, one) => sum + one.distance, 0),
    },
    {
      name: "Ward's hierarchy, 1,500 x 40",
      run: () => wardOf(space),
      runs: 3,
      aim: { ratio: 1.2 },
      peer: { task: "ward", what: "scipy linkage, its pdist included", folder: folders.space },
      value: () => wardOf(space).reduce((sum, { height }) => sum + height, 0),
    },
    {
      name: "clusterRegions with ward, k = 8, 1,500 x 40",
      run: () => clusterRegions(space, { method: "ward", k: 8 }),
      runs: 3,
    },
    {
      name: "k-means, 100 starts, k = 8, 330 x 40 of 8 factors",
      run: () => clusterRegions(typed, { method: "k-means", k: 8, starts: 100 }),
      runs: 3,
      aim: { ratio: 1 },
      peer: { task: "k-means", what: kMeans, folder: folders.typed },
    },
    {
      name: "k-means, 100 starts, k = 8, 330 x 40 of noise",
      run: () => clusterRegions(noise, { method: "k-means", k: 8, starts: 100 }),
      runs: 3,
      peer: { task: "k-means", what: kMeans, folder: folders.noise },
    },
    {
      name: "suggestClusterCount 2..15, 330 x 40 of 8 factors",
      run: () => suggestClusterCount(typed),
      runs: 1,
      aim: { ms: 3000 },
    },
    {
      name: "suggestClusterCount 2..15 with k-means, the same, one round",
      run: () => suggestClusterCount(typed, { method: "k-means" }),
      runs: 1,
      rounds: 1,
    },
    {
      name: "how sure is one list: 1,000 variants, 1,500 x 60",
      run: () => assessSensitivitySync(table, "R0"),
      runs: 1,
      aim: { ms: 1000 },
    },
    {
      name: "how sure are all lists: 1,000 variants, 330 x 40",
      run: () => surveySensitivitySync(surveyed),
      runs: 1,
      rounds: 3,
      aim: { ms: 3000 },
    },
  ];
}

/** The distances of all pairs and the merges, and nothing of what a typology says beyond. */
function wardOf(space: StructuralSpace): Merge[] {
  const { distances, n } = runToEnd(makeCloud(space, space.metric));
  return runToEnd(joinAll(distances, n, "ward", space.metric === "squared-euclidean"));
}

function closenessOf({ closeness: { veryClose, close, comparable } }: StructuralSpace): number {
  return veryClose! + close! + comparable!;
}
