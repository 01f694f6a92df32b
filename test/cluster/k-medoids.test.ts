import { describe, expect, it } from "vitest";
import { kMedoids } from "../../src/cluster/k-medoids.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { randomStreams } from "../../src/shared/random.js";
import { condensed, divisionOf, finish, gapsOnLine, randomPlaces } from "../support/clusters.js";

function divideBy(distances: Float64Array, n: number, k: number, starts = 20, seed = 1) {
  return finish(kMedoids(distances, n, k, starts, randomStreams(seed)));
}

const far = (distances: Float64Array, n: number, i: number, j: number): number => {
  const [a, b] = [Math.min(i, j), Math.max(i, j)];
  return i === j ? 0 : distances[a * n - (a * (a + 1)) / 2 + b - a - 1]!;
};

/** The sum of the distances to the nearest of these points. */
function sumTo(distances: Float64Array, n: number, medoids: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.min(...medoids.map((m) => far(distances, n, i, m)));
  return sum;
}

/** The most central point of each cluster. */
function medoidsOf(distances: Float64Array, n: number, labels: ArrayLike<number>, k: number): number[] {
  return Array.from({ length: k }, (_, c) => {
    const members = Array.from(labels).flatMap((label, i) => (label === c ? [i] : []));
    const sums = members.map((i) => members.reduce((sum, j) => sum + far(distances, n, i, j), 0));
    return members[sums.indexOf(Math.min(...sums))]!;
  });
}

/** Manhattan distances of random places: no Euclidean metric. */
function randomDistances(n: number, seed: number): Float64Array {
  const places = randomPlaces(n, 2, seed);
  return condensed(n, (i, j) =>
    places[i]!.reduce<number>((sum, x, k) => sum + Math.abs(x! - places[j]![k]!), 0),
  );
}

describe("k-medoids on a line", () => {
  const line = gapsOnLine(0, 1, 2, 10, 11, 12, 30);

  it.each([
    [1, [0, 0, 0, 0, 0, 0, 0]],
    [2, [0, 0, 0, 1, 1, 1, 1]],
    [3, [0, 0, 0, 1, 1, 1, 2]],
    [7, [0, 1, 2, 3, 4, 5, 6]],
  ])("finds %d clusters", (k, labels) => {
    expect(divisionOf(divideBy(line, 7, k).labels)).toEqual(labels);
  });

  it("puts a point between two medoids to the first of them", () => {
    expect(divisionOf(divideBy(gapsOnLine(0, 0, 1, 2, 2), 5, 2).labels)).toEqual([0, 0, 0, 1, 1]);
    expect(divisionOf(divideBy(gapsOnLine(2, 2, 1, 0, 0), 5, 2).labels)).toEqual([0, 0, 0, 1, 1]);
  });

  it("makes no hierarchy", () => {
    expect(divideBy(line, 7, 2).merges).toBeNull();
  });
});

describe("the search", () => {
  it("tries all sets up to 25,000 of them, and says that it is exact", () => {
    // 224 * 223 / 2 = 24,976 sets.
    const few = divideBy(randomDistances(224, 1), 224, 2, 1);
    expect(few.search).toEqual({ exact: true, starts: 1, reachedBest: 1 });
    expect(divideBy(randomDistances(20, 1), 20, 17).search!.exact).toBe(true);
  });

  it("starts many times where there are more sets, and says how many starts reached the best", () => {
    // 225 * 224 / 2 = 25,200 sets.
    expect(divideBy(randomDistances(225, 1), 225, 2, 3).search).toMatchObject({ exact: false, starts: 3 });
    const { search } = divideBy(randomDistances(60, 2), 60, 6, 40);
    expect(search!.starts).toBe(40);
    expect(search!.reachedBest).toBeGreaterThan(0);
    expect(search!.reachedBest).toBeLessThan(40);
  });

  it("finds in starts what trying all finds", () => {
    // 58 * 57 * 56 / 6 = 30,856 sets.
    const distances = randomDistances(58, 3);
    const { labels, search } = divideBy(distances, 58, 3);
    expect(search!.exact).toBe(false);
    let least = Infinity;
    for (let a = 0; a < 58; a++)
      for (let b = 0; b < a; b++)
        for (let c = 0; c < b; c++) least = Math.min(least, sumTo(distances, 58, [a, b, c]));
    expect(sumTo(distances, 58, medoidsOf(distances, 58, labels, 3))).toBeCloseTo(least, 10);
  });

  it("ends where no exchange of one medoid lowers the sum", () => {
    const distances = randomDistances(50, 7);
    const medoids = medoidsOf(distances, 50, divideBy(distances, 50, 5, 1).labels, 5);
    const sum = sumTo(distances, 50, medoids);
    for (let m = 0; m < 5; m++)
      for (let h = 0; h < 50; h++)
        expect(sumTo(distances, 50, medoids.with(m, h))).toBeGreaterThan(sum * (1 - 1e-9));
  });

  it("is never worse than the greedy set that it begins with, nor than with fewer starts", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const distances = randomDistances(50, seed);
      const greedy: number[] = [];
      while (greedy.length < 5) {
        const rest = Array.from({ length: 50 }, (_, h) => h).filter((h) => !greedy.includes(h));
        const sums = rest.map((h) => sumTo(distances, 50, [...greedy, h]));
        greedy.push(rest[sums.indexOf(Math.min(...sums))]!);
      }
      const [once, often] = [1, 15].map((starts) =>
        sumTo(distances, 50, medoidsOf(distances, 50, divideBy(distances, 50, 5, starts).labels, 5)),
      );
      expect(once!).toBeLessThanOrEqual(sumTo(distances, 50, greedy) * (1 + 1e-12));
      expect(often!).toBeLessThanOrEqual(once! * (1 + 1e-12));
    }
  });

  it("draws in the first start the order alone, in the others the set as well", () => {
    const streams = randomStreams(1);
    const drawn: number[] = [];
    const counting = () => {
      const start = drawn.push(0) - 1;
      const { integer, uniform } = streams();
      const counted = (below: number): number => {
        drawn[start]!++;
        return integer(below);
      };
      return { integer: counted, uniform };
    };
    finish(kMedoids(randomDistances(50, 1), 50, 5, 3, counting));
    expect(drawn).toEqual([49, 49 + 5, 49 + 5]);
  });

  it("is told after every start", () => {
    const distances = randomDistances(40, 1);
    const told = [...kMedoids(distances, 40, 5, 2, randomStreams(1))].filter((one) => one !== undefined);
    expect(told).toEqual([
      { stage: "starts", done: 1, total: 2 },
      { stage: "starts", done: 2, total: 2 },
    ]);
  });
});

describe("points at one place", () => {
  it("make one cluster while there are places enough", () => {
    expect(divisionOf(divideBy(gapsOnLine(0, 5, 0, 9, 5, 0), 6, 3).labels)).toEqual([0, 1, 0, 2, 1, 0]);
  });

  it("fill as many clusters as are asked for, where there are fewer places", () => {
    const { labels } = divideBy(gapsOnLine(0, 5, 0, 9, 5, 0), 6, 5);
    expect(new Set(labels).size).toBe(5);
  });

  it("do not keep the starts from ending, all at one place", () => {
    const { labels, search } = divideBy(new Float64Array((60 * 59) / 2), 60, 4, 3);
    expect(search).toEqual({ exact: false, starts: 3, reachedBest: 3 });
    expect(new Set(labels).size).toBe(4);
  });
});

it("the distances given stay as they are", () => {
  const line = gapsOnLine(0, 1, 3);
  runToEnd(kMedoids(line, 3, 2, 1, randomStreams(1)));
  expect([...line]).toEqual([1, 3, 2]);
});
