import { clusterMethods } from "reference-regions";
import { describe, expect, it } from "vitest";
import { divide } from "../../src/cluster/divide.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { randomStreams } from "../../src/shared/random.js";
import { cloudOf, divisionOf, randomPlaces } from "../support/clusters.js";

const cloud = cloudOf(randomPlaces(30, 3, 9));
const searching = { starts: 4, openStreams: () => randomStreams(1) };
const hierarchies = ["ward", "average", "complete", "single"] as const;

describe.each(clusterMethods)("divide by %s", (method) => {
  it("gives one division for each number asked for, in that order", () => {
    const divisions = runToEnd(divide(cloud, method, [5, 1, 3], searching));
    expect(divisions.map(({ labels }) => new Set(labels).size)).toEqual([5, 1, 3]);
  });

  it("divides into k whatever else is asked for", () => {
    const [, , alone] = runToEnd(divide(cloud, method, [2, 3, 6], searching));
    const [same] = runToEnd(divide(cloud, method, [6], searching));
    expect(alone).toStrictEqual(same);
  });
});

describe("a hierarchy", () => {
  it.each(hierarchies)(
    "of %s is built once and cut: every division splits one cluster of the one before",
    (method) => {
      const ks = Array.from({ length: 30 }, (_, at) => at + 1);
      const divisions = runToEnd(divide(cloud, method, ks, searching));
      expect(new Set(divisions.map(({ merges }) => merges)).size).toBe(1);
      divisions.slice(1).forEach(({ labels }, at) => {
        const before = divisions[at]!.labels;
        const pairs = Array.from(labels, (label, i) => 100 * before[i]! + label);
        expect(new Set(pairs).size).toBe(at + 2);
      });
    },
  );

  it("of Ward's linkage is the same from distances and from their squares", () => {
    const squared = cloudOf(randomPlaces(30, 3, 9), "squared-euclidean");
    const [plain, other] = [cloud, squared].map((one) => runToEnd(divide(one, "ward", [4], searching))[0]!);
    expect(divisionOf(other!.labels)).toEqual(divisionOf(plain!.labels));
    other!.merges!.forEach(({ height }, t) => {
      expect(height).toBeCloseTo(plain!.merges![t]!.height, 12);
    });
  });

  it("has no search, a search no hierarchy", () => {
    const [ward] = runToEnd(divide(cloud, "ward", [3], searching));
    const [means] = runToEnd(divide(cloud, "k-means", [3], searching));
    expect([ward!.search, means!.merges]).toEqual([null, null]);
    expect(ward!.merges).toHaveLength(29);
    expect(means!.search!.starts).toBe(4);
  });
});

describe("progress", () => {
  const stages = (ks: readonly number[]) =>
    [...divide(cloud, "k-medoids", ks, searching)].flatMap((one) => (one === undefined ? [] : [one]));

  it("of one number is that of its starts", () => {
    expect(stages([6]).map(({ stage, done, total }) => [stage, done, total])).toEqual([
      ["starts", 1, 4],
      ["starts", 2, 4],
      ["starts", 3, 4],
      ["starts", 4, 4],
    ]);
  });

  it("of several numbers counts the numbers", () => {
    expect(stages([5, 6])).toEqual([
      { stage: "types", done: 1, total: 2 },
      { stage: "types", done: 2, total: 2 },
    ]);
  });
});
