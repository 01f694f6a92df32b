import type { ClusterMethod } from "reference-regions";
import { describe, expect, it } from "vitest";
import { bootstrap, type Recurrence } from "../../src/cluster/bootstrap.js";
import type { Cloud } from "../../src/cluster/cloud.js";
import { numberClusters } from "../../src/cluster/number-clusters.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { type RandomStream, randomStreams } from "../../src/shared/random.js";
import { cloudOf, onLine, randomPlaces } from "../support/clusters.js";

/** Streams that draw the points given, draw by draw. */
function script(...draws: readonly (readonly number[])[]): () => RandomStream {
  let draw = 0;
  return () => {
    const points = draws[draw++]!;
    let at = 0;
    return { integer: () => points[at++]!, uniform: () => Number.NaN };
  };
}

function recur(
  cloud: Cloud,
  labels: readonly number[],
  ...draws: readonly (readonly number[])[]
): Recurrence {
  const division = { labels: Uint32Array.from(labels), k: Math.max(...labels) + 1 };
  const task = bootstrap(cloud, "single", [division], draws.length, 1, script(...draws));
  return runToEnd(task)[0]!;
}

const plain = ({ jaccard, dissolved, recovered, stays }: Recurrence) => ({
  jaccard: [...jaccard],
  dissolved: [...dissolved],
  recovered: [...recovered],
  stays: [...stays],
});

describe("a cluster that looks for itself in a draw", () => {
  const line = cloudOf(onLine(0, 1, 2, 10));

  it("finds itself where nothing has changed", () => {
    expect(plain(recur(line, [0, 0, 0, 1], [0, 1, 2, 3]))).toEqual({
      jaccard: [1, 1],
      dissolved: [0, 0],
      recovered: [1, 1],
      stays: [1, 1, 1, 1],
    });
  });

  it("finds the most similar of the new ones: members in both over members in either, by hand", () => {
    // 2 was counted to 10; anew it goes to 0 and 1. {0, 1} in {0, 1, 2}: 2 / 3; {2, 10} in {10}: 1 / 2, in {0, 1, 2}: 1 / 4.
    expect(plain(recur(line, [0, 0, 1, 1], [3, 2, 1, 0]))).toEqual({
      jaccard: [2 / 3, 1 / 2],
      dissolved: [0, 1],
      recovered: [0, 0],
      stays: [1, 1, 0, 1],
    });
  });

  it("counts the points that came up alone, each once", () => {
    // 0 and 10 came up, each a cluster of its own.
    expect(plain(recur(line, [0, 0, 1, 1], [0, 3, 3, 0]))).toEqual({
      jaccard: [1, 1],
      dissolved: [0, 0],
      recovered: [1, 1],
      stays: [1, Number.NaN, Number.NaN, 1],
    });
  });

  it("takes no part in a draw that holds none of its members", () => {
    // 0, 1 and 2 alone, cut into two: {0, 1} and {2}, of which the larger is more similar to {0, 1, 2}.
    const [once, twice] = [
      [[0, 1, 2, 0]],
      [
        [0, 1, 2, 0],
        [0, 1, 2, 3],
      ],
    ].map((draws) => plain(recur(line, [0, 0, 0, 1], ...draws)));
    expect(once!.jaccard).toEqual([2 / 3, Number.NaN]);
    expect(once!.stays).toEqual([1, 1, 0, Number.NaN]);
    expect(twice!.jaccard).toEqual([(2 / 3 + 1) / 2, 1]);
    expect(twice!.recovered).toEqual([1 / 2, 1]);
    expect(twice!.stays).toEqual([1, 1, 1 / 2, 1]);
  });

  it("is dissolved at a similarity of a half, and recovered above three quarters", () => {
    const five = cloudOf(onLine(0, 1, 2, 3, 10));
    // {0, 1, 2} in {0, 1, 2, 3}: 3 / 4, not above; {3, 10} in {10}: 1 / 2.
    const { dissolved, recovered } = plain(recur(five, [0, 0, 0, 1, 1], [0, 1, 2, 3, 4]));
    expect([dissolved, recovered]).toEqual([
      [0, 1],
      [0, 0],
    ]);
    const six = cloudOf(onLine(0, 1, 2, 3, 4, 20));
    // {0, 1, 2, 3} in {0, 1, 2, 3, 4}: 4 / 5.
    expect(plain(recur(six, [0, 0, 0, 0, 1, 1], [0, 1, 2, 3, 4, 5])).recovered).toEqual([1, 0]);
  });

  it("is cut into no more clusters than points came up", () => {
    expect(plain(recur(line, [0, 1, 2, 3], [2, 2, 2, 2])).jaccard).toEqual([
      Number.NaN,
      Number.NaN,
      1,
      Number.NaN,
    ]);
  });
});

describe("bootstrap", () => {
  const cloud = cloudOf(randomPlaces(30, 2, 4));
  const divisions = [2, 3].map((k) => numberClusters(Array.from({ length: 30 }, (_, i) => i % k)));

  const run = (method: ClusterMethod, which: typeof divisions) =>
    runToEnd(bootstrap(cloud, method, which, 5, 2, randomStreams(1, "stability")));

  it.each(["ward", "average", "complete", "single"] as const)(
    "of several divisions says of each what it says of it alone, by %s",
    (method) => {
      const both = run(method, divisions);
      expect(both).toEqual([...run(method, [divisions[0]!]), ...run(method, [divisions[1]!])]);
    },
  );

  it.each(["k-means", "k-medoids"] as const)(
    "of several divisions draws points before it searches, by %s",
    (method) => {
      const [both, alone] = [run(method, divisions), run(method, [divisions[1]!])];
      expect(both[0]).toEqual(run(method, [divisions[0]!])[0]);
      expect([...both[1]!.stays].map(Number.isNaN)).toEqual([...alone[0]!.stays].map(Number.isNaN));
    },
  );

  it("uses stream i for draw i: more draws begin with the same ones", () => {
    const mean = (draws: number) =>
      runToEnd(bootstrap(cloud, "ward", [divisions[0]!], draws, 1, randomStreams(1)))[0]!.jaccard[0]!;
    const later = (skipped: number) => {
      const next = randomStreams(1);
      for (let i = 0; i < skipped; i++) next();
      return runToEnd(bootstrap(cloud, "ward", [divisions[0]!], 1, 1, next))[0]!.jaccard[0]!;
    };
    expect(mean(3)).toBeCloseTo((later(0) + later(1) + later(2)) / 3, 12);
  });

  it("tells after every draw how far it is", () => {
    const told = [...bootstrap(cloud, "k-means", [divisions[0]!], 2, 1, randomStreams(1))];
    expect(told.filter((one) => one !== undefined)).toEqual([
      { stage: "stability", done: 1, total: 2 },
      { stage: "stability", done: 2, total: 2 },
    ]);
  });
});
