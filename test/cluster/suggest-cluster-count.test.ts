import {
  assessStabilitySync,
  buildSpace,
  clusterRegions,
  type Progress,
  prepare,
  type StructuralSpace,
  suggestClusterCount,
  suggestClusterCountAsync,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/shared/random.js";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

function spaceOf(places: readonly (readonly number[])[], metric: "euclidean" | "manhattan" = "euclidean") {
  const table = makeTable({ x: places.map(([x]) => x!), y: places.map(([, y]) => y!) });
  return buildSpace(prepare(table, { treat: "none", normalise: "none" }), { metric });
}

const random = randomStream(3);
const around = (place: number): number => place + random.uniform();
const blobs = [
  [0, 0],
  [10, 0],
  [0, 10],
].flatMap(([x, y]) => Array.from({ length: 16 }, () => [around(x!), around(y!)]));
const three = spaceOf(blobs);
const square: StructuralSpace = spaceOf(Array.from({ length: 40 }, () => [around(0), around(0)]));
const row = (...places: number[]): StructuralSpace => spaceOf(places.map((place) => [place, 1 - place]));

describe("suggestClusterCount", () => {
  it("finds three types that lie far apart, by all criteria that look at one division", () => {
    const advice = suggestClusterCount(three, { to: 6, draws: 20 });
    expect(advice.criteria.slice(0, 4).map(({ criterion, choice }) => [criterion, choice])).toEqual([
      ["silhouette", 3],
      ["calinski-harabasz", 3],
      ["davies-bouldin", 3],
      ["dunn", 3],
    ]);
    expect(advice).toMatchObject({ method: "ward", k: 3 });
    expect(advice.agreement).not.toBe("split");
    const { gap, gapError, stability, weakest } = advice.candidates[1]!;
    expect([stability, weakest]).toEqual([1, 1]);
    expect(gap! - gapError!).toBeGreaterThan(advice.candidates[0]!.gap!);
    expect(gap!).toBeGreaterThan(advice.candidates[2]!.gap! - advice.candidates[2]!.gapError!);
  });

  it.each(["k-means", "k-medoids", "average"] as const)("does so by %s too", (method) => {
    expect(suggestClusterCount(three, { method, to: 5, draws: 6 })).toMatchObject({ method, k: 3 });
  });

  it("says of points all over a square that they may be no types at all", () => {
    const { criteria, notes, sentence } = suggestClusterCount(square, { to: 6, draws: 30 });
    expect(criteria[4]).toMatchObject({ criterion: "gap", choice: 1 });
    expect(notes.map(({ code }) => code)).toContain("no-types");
    expect(sentence).toContain("gap for none at all");
  });

  it("tells of each number what clusterRegions and assessStability tell of it", () => {
    const options = { method: "k-means", draws: 5, seed: 4 } as const;
    for (const one of suggestClusterCount(square, { ...options, from: 3, to: 4 }).candidates) {
      const { silhouette, calinskiHarabasz, daviesBouldin, dunn } = clusterRegions(square, {
        method: "k-means",
        k: one.k,
        seed: 4,
      }).validity;
      expect(one).toMatchObject({ silhouette, calinskiHarabasz, daviesBouldin, dunn });
    }
    const ward = suggestClusterCount(square, { draws: 5, from: 4, to: 4 }).candidates[0]!;
    const { clusters } = assessStabilitySync(square, { k: 4, draws: 5 });
    expect(ward.weakest).toBeCloseTo(Math.min(...clusters.map(({ jaccard }) => jaccard!)), 12);
    const whole = clusters.reduce((sum, { size, jaccard }) => sum + size * jaccard!, 0);
    expect(ward.stability).toBeCloseTo(whole / 40, 12);
  });

  it("tells no gap under a metric without centres, and no index that needs them", () => {
    const { candidates, criteria } = suggestClusterCount(spaceOf(blobs, "manhattan"), { to: 4, draws: 4 });
    for (const one of candidates)
      expect(one).toMatchObject({ gap: null, gapError: null, calinskiHarabasz: null, daviesBouldin: null });
    expect(criteria.map(({ choice }) => choice)).toEqual([3, null, null, 3, null, 3]);
  });

  it("measures the gap of a number whatever else is tried", () => {
    const gaps = (from: number, to: number) =>
      suggestClusterCount(three, { from, to, draws: 5 }).candidates.map(({ k, gap, gapError }) => [
        k,
        gap,
        gapError,
      ]);
    expect(gaps(2, 5).slice(1)).toEqual(gaps(3, 5));
  });

  it("uses the seed", () => {
    const options = { to: 4, draws: 5 } as const;
    expect(suggestClusterCount(square, options)).toStrictEqual(suggestClusterCount(square, options));
    const [a, b] = [1, 2].map((seed) => suggestClusterCount(square, { ...options, seed }).candidates);
    expect(a!.map(({ gap }) => gap)).not.toEqual(b!.map(({ gap }) => gap));
    expect(a!.map(({ stability }) => stability)).not.toEqual(b!.map(({ stability }) => stability));
    expect(a!.map(({ silhouette }) => silhouette)).toEqual(b!.map(({ silhouette }) => silhouette));
  });
});

describe("the numbers that are tried", () => {
  const tried = (space: StructuralSpace, options: { from?: number; to?: number } = {}) =>
    suggestClusterCount(space, { draws: 2, ...options }).candidates.map(({ k }) => k);

  it("run from 2 to 15, or to one less than the regions", () => {
    expect(tried(square).at(0)).toBe(2);
    expect(tried(square).at(-1)).toBe(15);
    expect(tried(row(0, 1, 3, 7, 12))).toEqual([2, 3, 4]);
    expect(tried(row(0, 1, 3))).toEqual([2]);
  });

  it("run from and to what is asked", () => {
    expect(tried(square, { from: 4, to: 6 })).toEqual([4, 5, 6]);
    expect(tried(square, { from: 20, to: 20 })).toEqual([20]);
  });

  it("end before every different place is a type, with a note where more was asked for", () => {
    const space = row(0, 0, 3, 3, 7, 12);
    expect(tried(space)).toEqual([2, 3]);
    expect(suggestClusterCount(space, { to: 9, draws: 2 }).notes[0]).toEqual({
      code: "range-shortened",
      to: 3,
      message: "Only up to 3 types were tried: beyond, every region would be a type of its own.",
    });
    expect(suggestClusterCount(space, { to: 3, draws: 2 }).notes.map(({ code }) => code)).not.toContain(
      "range-shortened",
    );
  });

  it("are 2 where there are two places", () => {
    expect(tried(row(0, 0, 5, 5))).toEqual([2]);
  });
});

describe("what has no answer", () => {
  it("regions all at one place", () => {
    const still = { ...row(0, 1, 3), coordinates: new Float64Array(6) };
    const error = errorOf(() => suggestClusterCount(still));
    expect([error.code, error.message]).toEqual([
      "one-place",
      "suggestClusterCount: expected regions at different places, got 3 that are all alike: there are no types.",
    ]);
  });

  it.each([
    [{ from: 6, to: 4 }, "expected at most to (4), got 6. Lower from or raise to."],
    [{ from: 40 }, "expected at most 15, as the regions stand at 40 different places, got 40. Lower from."],
    [
      { from: 40, to: 60 },
      "expected at most 39, as the regions stand at 40 different places, got 40. Lower from.",
    ],
  ])("an empty range: %j", (options, sentence) => {
    const error = errorOf(() => suggestClusterCount(square, options));
    expect([error.code, error.message]).toEqual(["empty-range", `suggestClusterCount.from: ${sentence}`]);
  });

  it("options that are none, all at once", () => {
    const options = { method: "wards", from: 1, to: 2.5, draws: 1, seed: "x", start: 3 };
    expect(messagesOf(() => suggestClusterCount(square, options as never))).toEqual([
      'suggestClusterCount.method: expected one of "k-means", "ward", "average", "complete", "single", "k-medoids", got "wards". Did you mean "ward"?',
      "suggestClusterCount.from: expected a number of at least 2, got 1.",
      "suggestClusterCount.to: expected a whole number, got 2.5.",
      "suggestClusterCount.draws: expected a number of at least 2, got 1.",
      'suggestClusterCount.seed: expected a number, got "x".',
      'suggestClusterCount: unknown key "start". Did you mean "starts"?',
    ]);
  });

  it("k-means without centres", () => {
    expect(messagesOf(() => suggestClusterCount(spaceOf(blobs, "manhattan"), { method: "k-means" }))).toEqual(
      [
        "suggestClusterCount.method: k-means expected a metric with centres (squared-euclidean, euclidean or mahalanobis), got manhattan. Choose k-medoids or a linkage, or build the space with another metric.",
      ],
    );
  });
});

describe("both forms", () => {
  it("give the same answer and tell the same progress, stage by stage", async () => {
    const [sync, async]: [Progress[], Progress[]] = [[], []];
    const options = { to: 4, draws: 3 };
    const one = suggestClusterCount(square, { ...options, onProgress: (progress) => sync.push(progress) });
    const two = await suggestClusterCountAsync(square, {
      ...options,
      onProgress: (progress) => async.push(progress),
    });
    expect(two).toStrictEqual(one);
    expect(async).toEqual(sync);
    expect(sync).toEqual([
      { stage: "types", done: 3, total: 3 },
      ...[1, 2, 3].map((done) => ({ stage: "gap", done, total: 3 })),
      ...[1, 2, 3].map((done) => ({ stage: "stability", done, total: 3 })),
    ]);
  });

  it("stop with the signal's reason, also in the midst of it", async () => {
    const reason = new Error("the user went on");
    for (const last of ["types", "gap", "stability"]) {
      const stopping = () => {
        const controller = new AbortController();
        const onProgress = ({ stage }: Progress): void => {
          if (stage === last) controller.abort(reason);
        };
        return { to: 3, draws: 3, signal: controller.signal, onProgress };
      };
      expect(() => suggestClusterCount(square, stopping())).toThrow(reason);
      await expect(suggestClusterCountAsync(square, stopping())).rejects.toBe(reason);
    }
  });

  it("refuse the same", async () => {
    await expect(suggestClusterCountAsync(square, { from: 40 })).rejects.toThrow(
      "suggestClusterCount.from: expected at most 15",
    );
    await expect(suggestClusterCountAsync(square, { draws: 0 })).rejects.toThrow("suggestClusterCount.draws");
  });
});
