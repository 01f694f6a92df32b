import {
  assessStability,
  assessStabilitySync,
  buildSpace,
  clusterRegions,
  type Progress,
  prepare,
  type StabilityBand,
  type StructuralSpace,
  stabilityBands,
  suggestClusterCount,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/shared/random.js";
import { messagesOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

/** Groups of points about the places given, and single ones. */
function spaceOf(
  groups: readonly (readonly [number, number])[],
  size: number,
  single: readonly number[][] = [],
) {
  const random = randomStream(9);
  const around = (place: number): number => place + random.uniform();
  const places = [
    ...groups.flatMap(([x, y]) => Array.from({ length: size }, () => [around(x), around(y)])),
    ...single,
  ];
  const table = makeTable({ x: places.map(([x]) => x!), y: places.map(([, y]) => y!) });
  return buildSpace(prepare(table, { treat: "none", normalise: "none" }), { metric: "euclidean" });
}

const apart = spaceOf(
  [
    [0, 0],
    [10, 0],
    [0, 10],
  ],
  10,
);

/** Points all over a square: any division of them is arbitrary. */
const cloud: StructuralSpace = spaceOf([[0, 0]], 40);

function bandOf(jaccard: number): StabilityBand {
  if (jaccard < 0.6) return "unstable";
  if (jaccard < 0.75) return "doubtful";
  return jaccard < 0.85 ? "stable" : "highly-stable";
}

describe("assessStability", () => {
  it.each(["ward", "k-means", "k-medoids", "average", "complete", "single"] as const)(
    "finds types that lie far apart in every draw, by %s",
    (method) => {
      const { clusters, regions, notes, draws, k } = assessStabilitySync(apart, { method, k: 3, draws: 30 });
      expect([draws, k]).toEqual([30, 3]);
      for (const cluster of clusters)
        expect(cluster).toMatchObject({
          size: 10,
          jaccard: 1,
          band: "highly-stable",
          dissolved: 0,
          recovered: 1,
        });
      expect(clusters.map(({ label }) => label)).toEqual([1, 2, 3]);
      expect(regions.map(({ stays }) => stays)).toEqual(regions.map(() => 1));
      expect(notes).toEqual([]);
    },
  );

  it("finds that a region between two types does not stay with its mates, while they do", () => {
    const space = spaceOf(
      [
        [0, 0],
        [10, 0],
      ],
      10,
      [[5.5, 0.5]],
    );
    const { regions } = assessStabilitySync(space, { method: "ward", k: 2, draws: 100 });
    const between = regions.at(-1)!;
    expect(between.id).toBe("R21");
    expect(between.stays!).toBeGreaterThan(0.2);
    expect(between.stays!).toBeLessThan(0.9);
    for (const { stays } of regions.slice(0, -1)) expect(stays!).toBe(1);
  });

  it("notes the types that are unstable", () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const runs = seeds.map((seed) =>
      assessStabilitySync(cloud, { method: "complete", k: 5, draws: 1, seed }),
    );
    const shakyIn = ({ clusters }: (typeof runs)[number]) =>
      clusters.filter(({ jaccard }) => jaccard !== null && jaccard < 0.6).map(({ label }) => label);
    const told = runs.filter((run) => shakyIn(run).length > 1);
    expect(told.length).toBeGreaterThan(0);
    for (const run of told) {
      const shaky = shakyIn(run);
      expect(run.notes.at(-1)).toEqual({
        code: "unstable-types",
        labels: shaky,
        message: `${shaky.length} of 5 types are unstable (types ${shaky.join(", ")}): other regions would have made other types.`,
      });
    }
    const calm = runs.find((run) => shakyIn(run).length === 0)!;
    expect(calm.notes.map(({ code }) => code)).not.toContain("unstable-types");
  });

  it("repeats the notes of the typology", () => {
    const { notes } = clusterRegions(cloud, { method: "ward", k: 4 });
    expect(notes.length).toBeGreaterThan(0);
    const stability = assessStabilitySync(cloud, { method: "ward", k: 4, draws: 2 });
    expect(stability.notes.slice(0, notes.length)).toEqual(notes);
  });

  it("is about the typology of clusterRegions, in the order of its regions", () => {
    for (const method of ["ward", "k-means"] as const) {
      const { clusters, regions } = assessStabilitySync(cloud, { method, k: 4, draws: 3, seed: 5 });
      const typology = clusterRegions(cloud, { method, k: 4, seed: 5 });
      expect(regions.map(({ id, label }) => [id, label])).toEqual(
        typology.regions.map(({ id, label }) => [id, label]),
      );
      expect(clusters.map(({ size }) => size)).toEqual(typology.clusters.map(({ size }) => size));
    }
  });

  it("takes the number of types that suggestClusterCount names, where none is given", () => {
    const { k, recipe } = assessStabilitySync(apart, { draws: 5 });
    expect(k).toBe(suggestClusterCount(apart).k);
    expect(recipe.call).toStrictEqual({
      name: "assessStability",
      options: { method: "ward", k, draws: 5, seed: 1 },
    });
  });

  it("says nothing of a type and a region that no draw holds", () => {
    const space = spaceOf([[0, 0]], 12, [[50, 50]]);
    const never = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((seed) => assessStabilitySync(space, { method: "single", k: 2, draws: 1, seed }))
      .find(({ regions }) => regions.at(-1)!.stays === null);
    expect(never!.clusters[1]).toEqual({
      label: 2,
      size: 1,
      jaccard: null,
      band: null,
      dissolved: null,
      recovered: null,
    });
  });
});

describe("the bands", () => {
  it("begin at 0.6, 0.75 and 0.85", () => {
    expect(stabilityBands).toEqual(["unstable", "doubtful", "stable", "highly-stable"]);
    const seen = new Map<number, StabilityBand | null>();
    for (let seed = 1; seed <= 60; seed++) {
      for (const draws of [1, 2])
        for (const { jaccard, band } of assessStabilitySync(cloud, { method: "average", k: 4, draws, seed })
          .clusters) {
          if (jaccard !== null) seen.set(jaccard, band);
        }
    }
    for (const [jaccard, band] of seen) expect([jaccard, band]).toEqual([jaccard, bandOf(jaccard)]);
    expect([seen.get(0.6), seen.get(0.75)]).toEqual(["doubtful", "stable"]);
    expect(new Set(seen.values())).toEqual(new Set(stabilityBands));
  });
});

describe("the seed", () => {
  it("decides every draw", () => {
    const options = { method: "k-means", k: 4, draws: 6 } as const;
    expect(assessStabilitySync(cloud, options)).toStrictEqual(assessStabilitySync(cloud, options));
    const other = assessStabilitySync(cloud, { ...options, seed: 2 });
    expect(other.clusters).not.toEqual(assessStabilitySync(cloud, options).clusters);
  });
});

describe("both forms", () => {
  it("give the same answer and tell the same progress", async () => {
    const [sync, async]: [Progress[], Progress[]] = [[], []];
    const options = { method: "ward", k: 3, draws: 4 } as const;
    const one = assessStabilitySync(cloud, { ...options, onProgress: (progress) => sync.push(progress) });
    const two = await assessStability(cloud, { ...options, onProgress: (progress) => async.push(progress) });
    expect(two).toStrictEqual(one);
    expect(async).toEqual(sync);
    expect(sync.at(-1)).toEqual({ stage: "stability", done: 4, total: 4 });
    expect(sync).toHaveLength(4);
  });

  it("tell the stages of the question how many types, where it is asked first", () => {
    const stages: string[] = [];
    assessStabilitySync(apart, { draws: 2, onProgress: ({ stage }) => stages.push(stage) });
    expect([...new Set(stages)]).toEqual(["types", "gap", "stability"]);
  });

  it("stop with the signal's reason", async () => {
    const reason = new Error("the user went on");
    const signal = AbortSignal.abort(reason);
    expect(() => assessStabilitySync(cloud, { k: 2, signal })).toThrow(reason);
    await expect(assessStability(cloud, { k: 2, signal })).rejects.toBe(reason);
  });

  it("refuse what clusterRegions refuses, in its words", async () => {
    const words = "assessStability.k: expected at most 30, as there are 30 regions, got 31. Lower k.";
    expect(messagesOf(() => assessStabilitySync(apart, { k: 31 }))).toEqual([words]);
    await expect(assessStability(apart, { k: 31 })).rejects.toThrow(words);
    const flat = buildSpace(apart.prepared, { metric: "manhattan" });
    await expect(assessStability(flat, { method: "k-means", k: 2 })).rejects.toThrow(
      "assessStability.method: k-means expected a metric with centres",
    );
    await expect(assessStability(apart, { draws: 0 })).rejects.toThrow(
      "assessStability.draws: expected a number of at least 1, got 0.",
    );
  });
});
